import { describe, expect, it } from "vitest";
import { RECALLS_MAX } from "../../../schema/limits.ts";
import { aDay, at, CHEN, callByName, callNext, gist, id, issue, KIOSK, LIU, MANAGER, on, open, XU } from "../a-day.ts";

const ticketId = id("A001");

describe("a visit of several services", () => {
	const arrived = (...services: string[]) =>
		aDay().given("09:00", [KIOSK, issue(services)], [LIU, open("1")], "09:10", [LIU, callNext("1")]);

	it("[TKT-3] what this counter can do goes on there, each service timed by itself", () => {
		const day = arrived("cash", "transfer").given([LIU, on("start-service", "A001")], "09:14");
		expect(day.when(LIU, on("finish-service", "A001"))).toEqual({
			events: [
				{ type: "service-finished", ticketId, serviceId: "cash", outcome: "done" },
				{ type: "service-started", ticketId, serviceId: "transfer" },
			],
		});
		expect(day.ticket("A001")).toMatchObject({ status: "serving", services: ["transfer"], since: at("09:14") });
		day.at("09:20");
		expect(day.when(LIU, on("finish-service", "A001"))).toEqual({
			events: [
				{ type: "service-finished", ticketId, serviceId: "transfer", outcome: "done" },
				{ type: "ticket-ended", ticketId, outcome: "served" },
			],
		});
		expect(day.ticket("A001")).toMatchObject({ status: "ended", outcome: "served", services: [] });
		expect(day.counter("1").ticketId).toBeNull();
	});

	it("[TKT-3] what is left waits on with the original waiting time", () => {
		const day = arrived("cash", "wealth").given([LIU, on("start-service", "A001")], "09:14");
		expect(gist(day.when(LIU, on("finish-service", "A001")))).toEqual(["service-finished", "ticket-moved-on"]);
		expect(day.ticket("A001")).toMatchObject({
			status: "waiting",
			services: ["wealth"],
			queuedAt: at("09:00"),
			orderAt: at("09:00"),
			issuedAt: at("09:00"),
			since: at("09:14"),
		});
		day.given([XU, open("12")], [XU, callNext("12")]);
		expect(day.ticket("A001")).toMatchObject({ status: "called", counterId: "12" });
	});

	it("[TKT-3] what can be done here is done first, whatever stands in between", () => {
		const day = arrived("cash", "wealth", "transfer").given([LIU, on("start-service", "A001")]);
		expect(day.when(LIU, on("finish-service", "A001"))).toMatchObject({
			events: [{ outcome: "done" }, { type: "service-started", serviceId: "transfer" }],
		});
		expect(day.ticket("A001").services).toEqual(["transfer", "wealth"]);
		day.given([LIU, on("finish-service", "A001")]);
		expect(day.ticket("A001")).toMatchObject({ status: "waiting", services: ["wealth"] });
	});

	it("[TKT-3] the number belongs to the first service and stays", () => {
		expect(arrived("cash", "wealth").ticket("A001").number).toBe("A001");
	});
});

describe("hold and resume", () => {
	const two = () => aDay().given("09:00", [KIOSK, issue("cash")], "09:01", [KIOSK, issue("cash")], [LIU, open("1")]);

	it.each([
		["waiting", []],
		["called", [[LIU, callNext("1")]]],
		[
			"serving",
			[
				[LIU, callNext("1")],
				[LIU, on("start-service", "A001")],
			],
		],
	] as const)("[TKT-6] held while %s, it keeps its place and is called first again", (_, steps) => {
		const day = two().given(...steps.map(([actor, command]) => [actor, command] as const), "09:05");
		day.given([LIU, on("hold-ticket", "A001", { reason: "fills in a form" })]);
		expect(day.ticket("A001")).toMatchObject({ status: "held", since: at("09:05"), services: ["cash"] });
		expect(day.counter("1").ticketId).toBeNull();
		day.at("09:40");
		expect(day.when(MANAGER, on("resume-ticket", "A001"))).toEqual({ events: [{ type: "ticket-resumed", ticketId }] });
		expect(day.ticket("A001")).toMatchObject({ status: "waiting", queuedAt: at("09:00"), orderAt: at("09:00") });
		expect(day.answer(LIU, callNext("1"))).toMatchObject({ number: "A001" });
	});

	it("[TKT-6] nobody on hold is called, by turn or by name", () => {
		const day = two().given([LIU, on("hold-ticket", "A001")]);
		expect(day.when(LIU, callByName("1", "A001", "back"))).toEqual({ refused: "wrong-status", detail: "held" });
		expect(day.answer(LIU, callNext("1"))).toMatchObject({ number: "A002" });
	});

	it("[TKT-6] a held ticket that was meant for somebody is free if that person left meanwhile", () => {
		const toChen = on("transfer-ticket", "A001", { staffId: "chen-jing" });
		const day = two().given([CHEN, open("2")], [LIU, toChen], [LIU, on("hold-ticket", "A001")]);
		const stays = day.state;
		expect(gist(day.when(LIU, on("resume-ticket", "A001")))).toEqual(["ticket-resumed"]);
		expect(stays.tickets.get(ticketId)?.target).toEqual({ kind: "staff", staffId: "chen-jing" });
		day.given([LIU, on("hold-ticket", "A001")], [CHEN, { type: "close-counter", counterId: "2" }]);
		expect(gist(day.when(LIU, on("resume-ticket", "A001")))).toEqual(["ticket-resumed", "ticket-released"]);
		expect(day.ticket("A001").target).toBeUndefined();
	});
});

describe("recall", () => {
	const called = () => aDay().given("09:00", [KIOSK, issue("cash")], [LIU, open("1")], [LIU, callNext("1")]);

	it("[TKT-7] repeats the call and moves nothing; after nine it is refused", () => {
		const day = called();
		const before = day.ticket("A001");
		for (let times = 1; times <= RECALLS_MAX; times++) {
			day.at(at("09:00") + times * 10_000);
			expect(day.when(LIU, on("recall-ticket", "A001"))).toEqual({ events: [{ type: "ticket-recalled", ticketId }] });
			expect(day.state.calls[0]).toMatchObject({ number: "A001", times: 1 + times, calledAt: day.now });
		}
		expect(RECALLS_MAX).toBe(9);
		expect(day.when(LIU, on("recall-ticket", "A001"))).toEqual({ refused: "recalls-exhausted", detail: "A001" });
		const { calledAt: _, recalls: __, changedSeq: ___, ...rest } = day.ticket("A001");
		expect(before).toMatchObject(rest);
		day.given([LIU, on("start-service", "A001")]);
		expect(day.state.tally).toMatchObject({ called: 1, waitedMs: 0 });
	});

	it("[TKT-7] a new call may be repeated nine times again", () => {
		const day = called();
		for (let times = 0; times < RECALLS_MAX; times++) day.given([LIU, on("recall-ticket", "A001")]);
		day.given([LIU, on("mark-no-show", "A001")], [LIU, on("return-ticket", "A001")], [LIU, callNext("1")]);
		expect(gist(day.when(LIU, on("recall-ticket", "A001")))).toEqual(["ticket-recalled"]);
		expect(day.state.calls).toEqual([{ number: "A001", ticketId, counterId: "1", calledAt: at("09:00"), times: 2 }]);
	});

	it("[TKT-7] a recall moves the call that stood on the board, however many were called since", () => {
		const day = called().given([CHEN, open("2")]);
		for (let each = 0; each < 15; each++) {
			const number = `A${String(each + 2).padStart(3, "0")}`;
			day.given([KIOSK, issue("cash")], [CHEN, callNext("2")], [CHEN, on("mark-no-show", number)]);
		}
		day.given("09:03", [LIU, on("recall-ticket", "A001")]);
		expect(day.state.calls.filter((call) => call.number === "A001")).toEqual([
			{ number: "A001", ticketId, counterId: "1", calledAt: at("09:03"), times: 2 },
		]);
	});
});
