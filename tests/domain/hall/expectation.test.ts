import { describe, expect, it } from "vitest";
import type { Expectation } from "../../../schema/hall/command.ts";
import { snapshotOf } from "../../../worker/domain/hall/branch-state.ts";
import { aDay, callByName, callNext, id, issue, KIOSK, LIU, MANAGER, on, open } from "../a-day.ts";

const idle = () => aDay().given([KIOSK, issue("cash")], [KIOSK, issue("cash")], [LIU, open("1")]);
const called = () => idle().given([LIU, callNext("1")]);
const one = id("A001");
const two = id("A002");

describe("a command that expected another state", () => {
	it.each([
		["a customer where there is none", idle(), callNext("1"), { counterTicket: one }, "changed-meanwhile", "1"],
		["none where there is one", called(), callNext("1"), { counterTicket: null }, "counter-busy", one],
		["another customer", called(), callNext("1"), { counterTicket: two }, "counter-busy", one],
		["none, calling by name", called(), callByName("1", "A002"), { counterTicket: null }, "counter-busy", one],
		[
			"a waiting ticket",
			called(),
			on("hold-ticket", "A001"),
			{ ticketStatus: "waiting" },
			"changed-meanwhile",
			"called",
		],
		["a called ticket", idle(), on("hold-ticket", "A001"), { ticketStatus: "called" }, "changed-meanwhile", "waiting"],
	] as const)(
		"[CMD-3] %s: refused, and nothing happens",
		(_, day, command, expectation: Expectation, refused, detail) => {
			const before = day.state;
			expect(day.when(LIU, command, expectation)).toEqual({ refused, detail });
			const { seq: _seq, recent: _ids, ...content } = JSON.parse(snapshotOf(before));
			expect(JSON.parse(snapshotOf(day.state))).toMatchObject(content);
		},
	);

	it.each([
		["an idle counter", idle(), callNext("1"), { counterTicket: null }],
		["the customer there", called(), on("start-service", "A001"), { ticketStatus: "called" }],
		["both", idle(), callByName("1", "A001"), { counterTicket: null, ticketStatus: "waiting" }],
		["nothing", idle(), callNext("1"), {}],
	] as const)("[CMD-3] right about %s, it is done", (_, day, command, expectation: Expectation) => {
		expect("events" in day.when(LIU, command, expectation)).toBe(true);
	});

	it.each([
		["counter", callNext("99"), { counterTicket: null }, "unknown-counter", "99"],
		["ticket", on("start-service", "A099"), { ticketStatus: "called" }, "unknown-ticket", id("A099")],
	] as const)(
		"[CMD-3] about an unknown %s the refusal says that",
		(_, command, expectation: Expectation, refused, detail) => {
			expect(idle().when(LIU, command, expectation)).toEqual({ refused, detail });
		},
	);
});

describe("a call for help", () => {
	const ask = { type: "ask-for-help", reason: "emergency", counterId: "1" } as const;

	it("[CMD-3] is accepted once: the second to come is told who was first", () => {
		const day = aDay();
		const answer = day.answer(LIU, ask);
		expect(answer).toEqual({ status: "done", seq: 2, alertId: "h2" });
		expect(day.when(MANAGER, { type: "accept-alert", alertId: "h2" })).toEqual({
			events: [{ type: "alert-accepted", alertId: "h2" }],
		});
		const outcome = day.when(MANAGER, { type: "accept-alert", alertId: "h2" });
		expect(outcome).toEqual({ refused: "changed-meanwhile", detail: "li-na" });
	});

	it.each([
		["unknown-counter", LIU, { ...ask, counterId: "99" }, "99"],
		["unknown-alert", MANAGER, { type: "accept-alert", alertId: "h99" }, "h99"],
	] as const)("[CMD-3] %s", (refused, actor, command, detail) => {
		expect(aDay().when(actor, command)).toEqual({ refused, detail });
	});

	it("[DAY-1] asked before the first counter opened, it is still open afterwards", () => {
		const day = aDay().given("08:30", [LIU, ask], "08:40", [LIU, open("1")]);
		expect(day.when(MANAGER, { type: "accept-alert", alertId: "h2" })).toEqual({
			events: [{ type: "alert-accepted", alertId: "h2" }],
		});
	});

	it("[DAY-1] yesterday's is not", () => {
		const day = aDay().given([LIU, open("1")], [LIU, ask], [MANAGER, { type: "close-day" }]);
		day.at(day.now + 86_400_000).given([LIU, open("1")]);
		expect(day.state.alerts.size).toBe(0);
	});
});
