import { describe, expect, it } from "vitest";
import type { Actor } from "../../../schema/actor.ts";
import type { Command } from "../../../schema/hall/command.ts";
import {
	COMMAND_OFFLINE_MAX_MS,
	COUNTERS_MAX,
	RECENT_COMMANDS_MAX,
	RECENT_COMMANDS_MIN,
	RECENT_COMMANDS_MS,
	RECENT_REFUSALS_MAX,
} from "../../../schema/limits.ts";
import { commitFor, seqOfRecent } from "../../../worker/domain/commit/commit.ts";
import { restoreSnapshot, snapshotOf } from "../../../worker/domain/hall/branch-state.ts";
import {
	copyOfRecent,
	countOf,
	noRecentIds,
	type RecentIds,
	remember,
	seqOf,
} from "../../../worker/domain/hall/recent-ids.ts";
import { aDay, at, callNext, customer, DISPLAY, issue, KIOSK, LIU, MANAGER, on, open, pad } from "../a-day.ts";

/** Notes `count` commits, one every `everyMs` from `from`, whose ids are `prefix` and a number from 1. */
function note(
	recent: RecentIds,
	prefix: string,
	count: number,
	{ from = 0, everyMs = 0, firstSeq = 1, refused = false },
) {
	for (let each = 0; each < count; each++) {
		const commit = { commandId: `${prefix}-${each + 1}`, seq: firstSeq + each, at: from + each * everyMs };
		remember(recent, refused ? { ...commit, refused: { code: "nobody-waiting" } } : commit);
	}
}

describe("the memory of command ids", () => {
	it("[CMD-5] keeps what was done for longer than any client sends it, at sixty busy counters", () => {
		const perMinute = COUNTERS_MAX * 8;
		const recent = noRecentIds();
		const minutes = 60;
		note(recent, "c", perMinute * minutes, { everyMs: 60_000 / perMinute });
		const last = perMinute * minutes;
		const keptFrom = last - perMinute * (COMMAND_OFFLINE_MAX_MS / 60_000);
		for (const seq of [last, keptFrom + 1]) expect(seqOf(recent, `c-${seq}`)).toBe(seq);
		expect(seqOf(recent, "c-1")).toBeNull();
		expect(countOf(recent.done)).toBeLessThan(RECENT_COMMANDS_MAX);
		expect(RECENT_COMMANDS_MS).toBeGreaterThan(COMMAND_OFFLINE_MAX_MS);
	});

	it("[CMD-5] keeps the latest ones however old, and never more than its most", () => {
		const slow = noRecentIds();
		note(slow, "c", 2_000, { everyMs: 3_600_000 });
		expect(seqOf(slow, `c-${2_001 - RECENT_COMMANDS_MIN}`)).toBe(2_001 - RECENT_COMMANDS_MIN);
		expect(countOf(slow.done)).toBeLessThan(2 * RECENT_COMMANDS_MIN);
		expect(seqOf(slow, "c-2000")).toBe(2_000);
		expect(slow.minutes.length).toBeLessThan(20);
		const fast = noRecentIds();
		note(fast, "c", RECENT_COMMANDS_MAX + 10, {});
		expect(countOf(fast.done)).toBeLessThanOrEqual(RECENT_COMMANDS_MAX);
		expect(seqOf(fast, `c-${RECENT_COMMANDS_MAX / 2}`)).toBe(RECENT_COMMANDS_MAX / 2);
	});

	it("[CMD-5] a refusal never pushes out what was done", () => {
		const recent = noRecentIds();
		note(recent, "done", 1, {});
		note(recent, "refused", 5_000, { firstSeq: 2, refused: true });
		expect(seqOf(recent, "done-1")).toBe(1);
		expect(seqOf(recent, "refused-5000")).toBe(5_001);
		expect(countOf(recent.refused)).toBeLessThanOrEqual(RECENT_REFUSALS_MAX);
	});

	it("[CMD-5] what a commit that came to nothing noted in its copy is not remembered", () => {
		const recent = noRecentIds();
		note(recent, "done", 1_000, {});
		const copy = copyOfRecent(recent);
		note(copy, "lost", 1_000, { firstSeq: 1_001 });
		expect(seqOf(copy, "lost-1000")).toBe(2_000);
		for (const each of [1, 500, 1_000]) expect(seqOf(recent, `lost-${each}`)).toBeNull();
		for (const each of [1, 500, 1_000]) expect(seqOf(recent, `done-${each}`)).toBe(each);
	});

	it("[CMD-5] of a branch with an ordinary day is a small part of its snapshot", () => {
		const recent = noRecentIds();
		const start = at("09:00");
		for (let seq = 1; seq <= 2_000; seq++) {
			remember(recent, { commandId: `AAAAAAAAAAAAAAAAAA${seq}`.slice(-22), seq, at: start + seq * 15_000 });
		}
		expect(JSON.stringify(recent).length).toBeLessThan(20_000);
	});

	it("[LOG-2] of a snapshot of older versions is read", () => {
		const day = aDay().given([KIOSK, issue("cash")], [LIU, open("1")]);
		const { recent: _, ...kept } = JSON.parse(snapshotOf(day.state));
		const recentIds = [1, 2, 3].map((seq) => `command-${seq}`);
		const state = restoreSnapshot(JSON.stringify({ ...kept, recentIds }));
		if (state === null) throw new Error("not read");
		for (const seq of [1, 2, 3]) expect(seqOfRecent(state, `command-${seq}`)).toBe(seq);
	});
});

describe("a refusal", () => {
	const KINDS: readonly (readonly [string, Actor, Command, string])[] = [
		["a customer", customer("A001"), on("cancel-ticket", "A001"), "wrong-status"],
		["a kiosk", KIOSK, issue("large-cash"), "service-not-on-kiosk"],
		["a screen", DISPLAY, issue("cash"), "not-permitted"],
	];
	it.each(KINDS)("[CMD-1] of %s leaves nothing behind", (_, actor, command, code) => {
		const day = aDay().given([KIOSK, issue("cash")], [LIU, open("1")], [LIU, callNext("1")]);
		day.given([LIU, on("start-service", "A001")]);
		const before = day.state;
		for (let each = 0; each < 3; each++) {
			const request = { commandId: `refused-${each}`, command };
			expect(commitFor(day.state, { request, actor, now: day.now, link: "" })).toMatchObject({
				status: "refused",
				code,
			});
			expect(day.when(actor, command)).toMatchObject({ refused: code });
		}
		expect(day.state).toBe(before);
	});

	it.each([
		["staff", LIU, callNext("1"), "nobody-waiting"],
		["a counter pad", pad("1"), callNext("1"), "nobody-waiting"],
		["a manager", MANAGER, on("cancel-ticket", "A099"), "unknown-ticket"],
	] as const)("[CMD-1] of %s is remembered", (_, actor, command, code) => {
		const day = aDay().given([LIU, open("1")]);
		const { seq } = day.state;
		expect(day.when(actor, command)).toMatchObject({ refused: code });
		expect(seqOfRecent(day.state, `command-${seq + 1}`)).toBe(seq + 1);
	});
});
