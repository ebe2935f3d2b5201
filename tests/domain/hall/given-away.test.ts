import { describe, expect, it } from "vitest";
import { auditOvertakes } from "../../../simulation/overtake-audit.ts";
import { positionOf } from "../../../worker/domain/queue/position.ts";
import { displayView } from "../../../worker/domain/view/display-view.ts";
import { staffView } from "../../../worker/domain/view/staff-view.ts";
import { aDay, CHEN, callByName, callNext, issue, KIOSK, LIU, on, open, SUN } from "../a-day.ts";

const toTransfer = on("transfer-ticket", "A001", { serviceId: "transfer" });

/** Liu at 1 has called A001 and Chen at 2 has A002; both do transfers too. A003 waits. Liu gives A001 away. */
const givenAway = () =>
	aDay().given(
		"09:00",
		[KIOSK, issue("cash")],
		[KIOSK, issue("cash")],
		[KIOSK, issue("cash")],
		[LIU, open("1")],
		[CHEN, open("2")],
		[LIU, callNext("1")],
		[CHEN, callNext("2")],
		[LIU, toTransfer],
	);
const reasonAt = (day: ReturnType<typeof aDay>, counterId: string) =>
	positionOf(day.state, day.ticket("A001")).counters.find((each) => each.counterId === counterId);

describe("a ticket given away to any counter", () => {
	it("[QUE-9] is not called back before another counter has called somebody", () => {
		const day = givenAway();
		expect(reasonAt(day, "1")).toMatchObject({ reason: "others-first" });
		expect(reasonAt(day, "2")).toMatchObject({ reason: "next" });
		expect(staffView(day.state).tickets.find(({ number }) => number === "A001")).toMatchObject({ sentBy: "liu-yang" });
		expect(day.answer(LIU, callNext("1"))).toMatchObject({ number: "A003" });
		day.given([LIU, on("mark-no-show", "A003")]);
		expect(day.when(LIU, callNext("1"))).toEqual({ refused: "nobody-waiting" });
		day.given([CHEN, on("mark-no-show", "A002")]);
		expect(day.answer(CHEN, callNext("2"))).toMatchObject({ number: "A001" });
		expect(day.ticket("A001").sentBy).toBeUndefined();
		expect(auditOvertakes(day.commits)).toMatchObject({ overrides: 0, faults: [] });
	});

	it("[QUE-9] is in the line again once the other called somebody else", () => {
		const day = givenAway().given([CHEN, on("mark-no-show", "A002")], [CHEN, callByName("2", "A003", "with a child")]);
		expect(reasonAt(day, "1")).toMatchObject({ reason: "next" });
		expect(day.answer(LIU, callNext("1"))).toMatchObject({ number: "A001" });
		expect(auditOvertakes(day.commits)).toMatchObject({ overrides: 1, faults: [] });
	});

	it.each([
		["pauses", { type: "pause-counter", counterId: "2", reason: "lunch" } as const],
		["closes", { type: "close-counter", counterId: "2" } as const],
	])("[QUE-9] does not wait for a counter that %s", (_, leaves) => {
		const day = givenAway().given([CHEN, on("mark-no-show", "A002")], [CHEN, leaves]);
		expect(day.answer(LIU, callNext("1"))).toMatchObject({ number: "A001" });
		expect(auditOvertakes(day.commits).faults).toEqual([]);
	});

	it("[QUE-9] can be called by name, with a reason, when the others are busy for long", () => {
		const day = givenAway().given([LIU, callNext("1")], [LIU, on("mark-no-show", "A003")]);
		expect(day.when(LIU, callByName("1", "A001"))).toEqual({ refused: "reason-required", detail: "A001" });
		expect(day.when(LIU, callByName("1", "A001", "the others are busy"))).toMatchObject({
			events: [{ type: "ticket-called", passed: [], override: { reason: "the others are busy" } }],
		});
		expect(auditOvertakes(day.commits).faults).toEqual([]);
	});

	it("[QUE-9] is not the first on the board twice, and those ahead are those of the others", () => {
		const day = givenAway();
		expect(displayView(day.state).next).toEqual([{ id: "next", numbers: ["A001", "A003"] }]);
		expect(positionOf(day.state, day.ticket("A001")).ahead).toBe(0);
	});

	it("[QUE-9] follows the person, not the counter", () => {
		const day = givenAway().given([LIU, { type: "close-counter", counterId: "1" }], [LIU, open("3")], [SUN, open("1")]);
		expect(reasonAt(day, "3")).toMatchObject({ reason: "others-first" });
		expect(reasonAt(day, "1")).toMatchObject({ reason: "next" });
	});

	it("[QUE-9] given away to one counter, or by somebody who cannot serve it, it is as it always was", () => {
		const named = givenAway().given([CHEN, on("transfer-ticket", "A002", { serviceId: "transfer", counterId: "1" })]);
		expect(named.ticket("A002")).toMatchObject({ target: { kind: "counter", counterId: "1" } });
		expect(named.ticket("A002").sentBy).toBeUndefined();
		named.given([LIU, callNext("1")], [LIU, on("transfer-ticket", "A002", { serviceId: "corporate" })]);
		expect(named.ticket("A002").sentBy).toBeUndefined();
	});
});
