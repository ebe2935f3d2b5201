import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type HolderActor, Role } from "../../../schema/actor.ts";
import { isWeakPin } from "../../../worker/access/pin.ts";
import { limitsOf } from "../../../worker/domain/session/session-limits.ts";
import {
	idleEndsAt,
	isOver,
	SESSIONS_PER_HOLDER_MAX,
	withRoomForOne,
} from "../../../worker/domain/session/session-state.ts";
import { afterFailure, DELAY_MAX_MS, FREE_FAILURES, NO_TRIES } from "../../../worker/domain/session/sign-in-tries.ts";

const AT = Date.UTC(2026, 10, 23, 2);
const HOUR_MS = 3_600_000;
const as = (role: Role): HolderActor => ({ kind: "staff", staffId: "a", role, place: { kind: "bank" } });

describe("failed tries", () => {
	it("[ACC-2] cost nothing at first, then twice as long each time, up to a quarter of an hour", () => {
		const waits: number[] = [];
		let tries = NO_TRIES;
		for (let failed = 0; failed < 16; failed++) {
			tries = afterFailure(tries, AT);
			waits.push(tries.retryAt - AT);
		}
		expect(waits.slice(0, FREE_FAILURES)).toEqual([0, 0, 0]);
		expect(waits.slice(FREE_FAILURES, 7)).toEqual([2_000, 4_000, 8_000, 16_000]);
		expect(waits.at(-1)).toBe(DELAY_MAX_MS);
		expect(waits).toEqual([...waits].sort((a, b) => a - b));
	});

	it("[ACC-2] leave a guesser fewer than a hundred tries in a day", () => {
		let [tries, now, made] = [NO_TRIES, AT, 0];
		while (now < AT + 24 * HOUR_MS) {
			tries = afterFailure(tries, now);
			now = Math.max(now, tries.retryAt);
			made++;
		}
		expect(made).toBeLessThan(110);
	});
});

describe("a session's time", () => {
	it("[ACC-4] is that of the strictest role held, and every role has one", () => {
		for (const role of Role.options) {
			const { idleMs, absoluteMs } = limitsOf([as(role)]);
			expect(idleMs, role).toBeGreaterThanOrEqual(HOUR_MS / 2);
			expect(idleMs, role).toBeLessThan(absoluteMs);
			expect(absoluteMs, role).toBeLessThanOrEqual(12 * HOUR_MS);
		}
		expect(limitsOf([as("lobby-manager"), as("auditor")])).toEqual(limitsOf([as("auditor")]));
		expect(limitsOf([as("lobby-manager")]).idleMs).toBeGreaterThan(limitsOf([as("auditor")]).idleMs);
		expect(limitsOf([])).toEqual(limitsOf([as("auditor")]));
	});

	it("[ACC-4] is over at the idle or the absolute end, whichever comes first", () => {
		fc.assert(
			fc.property(fc.nat(1e9), fc.nat(1e9), fc.nat(1e9), fc.nat(2e9), (used, idleMs, ends, at) => {
				const session = { lastUsedAt: used, idleMs, endsAt: ends };
				expect(isOver(session, at)).toBe(at >= used + idleMs || at >= ends);
				expect(isOver(session, idleEndsAt(session))).toBe(true);
			}),
			{ seed: 31_101 },
		);
	});

	it("[ACC-4] makes room for one more by ending what is over and then what was used longest ago", () => {
		const session = (lastUsedAt: number, endsAt = AT * 2) => ({ lastUsedAt, idleMs: AT, endsAt });
		const old = session(1);
		const over = session(AT - 1, AT);
		const busy = Array.from({ length: SESSIONS_PER_HOLDER_MAX - 1 }, (_, index) => session(AT - index - 1));
		const split = withRoomForOne([old, over, ...busy], AT);
		expect(new Set(split.over)).toEqual(new Set([old, over]));
		expect(split.kept).toHaveLength(SESSIONS_PER_HOLDER_MAX - 1);
	});
});

it.each([
	["111111", true],
	["123456", true],
	["987654", true],
	["012345", true],
	["890123", true],
	["121212", true],
	["123123", true],
	["135246", false],
	["802941", false],
])("[ACC-5] a PIN of %s is weak: %s", (pin, weak) => {
	expect(isWeakPin(pin)).toBe(weak);
});
