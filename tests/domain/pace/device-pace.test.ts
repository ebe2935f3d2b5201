import { describe, expect, it } from "vitest";
import type { BranchConfiguration } from "../../../schema/hall/configuration.ts";
import { type BranchState, restoreSnapshot, snapshotOf } from "../../../worker/domain/hall/branch-state.ts";
import { aDay, at, CONFIGURATION, callNext, gist, id, issue, KIOSK, LIU, MANAGER, on, open, staff } from "../a-day.ts";

const { devicePace: _none, ...usualLimits } = CONFIGURATION.limits;
const paced = (devicePace?: BranchConfiguration["limits"]["devicePace"]) =>
	aDay({ ...CONFIGURATION, limits: { ...usualLimits, ...(devicePace === undefined ? {} : { devicePace }) } });
const REST = "device-must-rest";

/** Touches as fast as a child can: five and a half a second. */
function hammer(day: ReturnType<typeof aDay>, touches: number): number {
	let given = 0;
	const from = at("10:00");
	for (let touch = 0; touch < touches; touch++) {
		day.at(from + touch * 187);
		const outcome = gist(day.when(KIOSK, issue("cash")));
		if (outcome === REST) continue;
		expect(outcome).toContain("ticket-issued");
		given += 1;
	}
	return given;
}

describe("the pace of a device", () => {
	it("[TKT-10] gives a child ten numbers in 15 seconds, not eighty", () => {
		expect(hammer(paced(), 80)).toBe(10);
	});

	it("[TKT-10] never stands in the way of one customer each six seconds, of staff, or of another device", () => {
		const day = paced();
		hammer(day, 80);
		expect(gist(day.when(MANAGER, issue("cash")))).toEqual(["ticket-issued"]);
		expect(gist(day.when({ ...KIOSK, deviceId: "kiosk-2" } as typeof KIOSK, issue("cash")))).toEqual(["ticket-issued"]);
		for (let each = 1; each <= 50; each++) {
			day.at(at("10:01") + each * 6_000);
			expect(gist(day.when(KIOSK, issue("cash")))).toEqual(["ticket-issued"]);
		}
	});

	it("[TKT-10] is the branch's own to set, or to take away", () => {
		expect(hammer(paced({ burst: 2, everyMs: 60_000 }), 80)).toBe(2);
		expect(hammer(paced(null), 80)).toBe(80);
	});

	it("[TKT-10] [LOG-2] is remembered across an eviction, and a snapshot of yesterday is read", () => {
		const day = paced();
		hammer(day, 80);
		const text = snapshotOf(day.state);
		expect(restoreSnapshot(text)?.paces).toEqual(day.state.paces);
		const { paces: _, ...old } = JSON.parse(text) as BranchState;
		expect(restoreSnapshot(JSON.stringify(old))?.paces).toEqual({});
	});
});

describe("many numbers at once", () => {
	const five = () => aDay().given(...Array.from({ length: 5 }, () => [KIOSK, issue("cash")] as const));
	const cancel = (...numbers: string[]) => ({ type: "cancel-tickets" as const, ticketIds: numbers.map(id) });

	it("[TKT-11] are cancelled together; whoever was called meanwhile stays", () => {
		const day = five().given([LIU, open("1")], [LIU, callNext("1")]);
		const outcome = day.when(MANAGER, cancel("A001", "A002", "A002", "A003", "Z999"));
		expect(outcome).toMatchObject({ events: [{ ticketId: id("A002") }, { ticketId: id("A003") }] });
		expect(day.ticket("A001").status).toBe("called");
		expect(day.ticket("A003")).toMatchObject({ status: "ended", outcome: "cancelled" });
		expect(day.state.tally.cancelled).toBe(2);
	});

	it("[TKT-11] of which none waits any more are refused, and nobody but heads and lobby managers may", () => {
		const day = five().given([MANAGER, on("cancel-ticket", "A001")]);
		expect(day.when(MANAGER, cancel("A001"))).toEqual({ refused: "changed-meanwhile" });
		for (const actor of [KIOSK, LIU, staff("usher", "lobby-usher")]) {
			expect(day.when(actor, cancel("A002"))).toEqual({ refused: "not-permitted" });
		}
	});
});
