import { describe, expect, it } from "vitest";
import { aDay, callByName, callNext, gist, id, issue, KIOSK, LIU, MANAGER, on, open, SUN, WANG } from "../a-day.ts";

describe("who is overtaken", () => {
	/** Three in line for cash from 09:00 on, one every minute; B001 for the desk is older than the last two. */
	const line = () =>
		aDay().given(
			"09:00",
			[KIOSK, issue("cash")],
			[KIOSK, issue("corporate")],
			"09:01",
			[KIOSK, issue("cash")],
			"09:02",
			[MANAGER, issue("cash", { class: "high" })],
			[LIU, open("1")],
		);

	it("[QUE-1] every earlier ticket that this counter could have served, and no other", () => {
		const day = line();
		expect(day.when(LIU, callNext("1"))).toMatchObject({
			events: [{ ticketId: id("A003"), passed: [id("A001"), id("A002")] }],
		});
		expect(["A001", "A002", "A003", "E001"].map((number) => day.ticket(number).overtaken)).toEqual([1, 1, 0, 0]);
	});

	it("[QUE-1] whoever is on hold, called elsewhere or meant for another counter is not overtaken", () => {
		const day = line().given([WANG, open("5")], [KIOSK, issue("transfer")], [SUN, open("8")], [SUN, callNext("8")]);
		day.given([LIU, on("hold-ticket", "A001")], [MANAGER, on("transfer-ticket", "A002", { counterId: "8" })]);
		day.given([MANAGER, issue("cash", { class: "green" })]);
		expect(day.when(LIU, callNext("1"))).toMatchObject({ events: [{ ticketId: id("A004"), passed: [id("B001")] }] });
	});

	it("[QUE-1] a budget of four lets four pass, then it is the ticket's turn", () => {
		const day = aDay().given("09:00", [KIOSK, issue("cash")], [LIU, open("1")]);
		const order: string[] = [];
		for (let each = 0; each < 6; each++) {
			day.given([MANAGER, issue("cash", { class: "high" })]);
			const answer = day.answer(LIU, callNext("1"));
			const number = answer.status === "done" ? (answer.number ?? "") : answer.code;
			order.push(number);
			day.given([LIU, on("mark-no-show", number)]);
		}
		expect(order).toEqual(["A002", "A003", "A004", "A005", "A001", "A006"]);
	});
});

describe("a named call", () => {
	const line = () =>
		aDay().given(
			"09:00",
			[KIOSK, issue("cash")],
			"09:01",
			[KIOSK, issue("cash")],
			"09:02",
			[KIOSK, issue("cash")],
			[LIU, open("1")],
		);
	const base = { type: "ticket-called", counterId: "1", staffId: "liu-yang" };

	it("[QUE-5] of the next ticket is an ordinary call, whatever reason is given", () => {
		for (const reason of [undefined, "because"]) {
			const day = line();
			expect(day.when(LIU, callByName("1", "A001", reason))).toEqual({
				events: [{ ...base, ticketId: id("A001"), passed: [] }],
			});
			expect(day.state.tally.overrides).toBe(0);
		}
	});

	it("[QUE-5] out of order needs a reason", () => {
		const day = line();
		expect(day.when(LIU, callByName("1", "A003"))).toEqual({ refused: "reason-required", detail: "A003" });
		expect(day.counter("1").ticketId).toBeNull();
	});

	it("[QUE-5] out of order counts as an overtake for everybody it passes and is listed", () => {
		const day = line();
		const override = { reason: "faint" };
		expect(day.when(LIU, callByName("1", "A003", "faint"))).toEqual({
			events: [{ ...base, ticketId: id("A003"), passed: [id("A001"), id("A002")], override }],
		});
		expect([day.ticket("A001").overtaken, day.ticket("A002").overtaken, day.state.tally.overrides]).toEqual([1, 1, 1]);
	});

	it("[QUE-5] of an older one than the next passes nobody and is an override all the same", () => {
		const day = line().given([MANAGER, issue("cash", { class: "green" })]);
		expect(day.when(LIU, callByName("1", "A001", "first come"))).toMatchObject({
			events: [{ passed: [], override: { reason: "first come" } }],
		});
	});

	it("[CMD-4] two taps never call two customers", () => {
		const day = line();
		expect(gist(day.when(LIU, callNext("1")))).toEqual(["ticket-called"]);
		expect(day.when(LIU, callNext("1"))).toEqual({ refused: "counter-busy", detail: id("A001") });
		expect(day.when(LIU, callByName("1", "A002", "twice"))).toEqual({ refused: "counter-busy", detail: id("A001") });
		day.given([LIU, on("start-service", "A001")]);
		expect(day.when(LIU, callNext("1"))).toEqual({ refused: "counter-busy", detail: id("A001") });
		expect(day.ticket("A002").status).toBe("waiting");
	});

	it("[CMD-4] with nobody to call it says so", () => {
		expect(
			aDay()
				.given([KIOSK, issue("corporate")], [LIU, open("1")])
				.when(LIU, callNext("1")),
		).toEqual({
			refused: "nobody-waiting",
		});
	});
});
