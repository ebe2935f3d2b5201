import { describe, expect, it } from "vitest";
import type { Command } from "../../../schema/hall/command.ts";
import { nextDueAt } from "../../../worker/domain/commit/due.ts";
import { reportOf } from "../../../worker/domain/report/report.ts";
import {
	aDay,
	at,
	CHEN,
	callNext,
	configured,
	type Day,
	gist,
	HEAD,
	id,
	issue,
	KIOSK,
	LIU,
	MANAGER,
	on,
	open,
	SYSTEM,
	staff,
} from "../a-day.ts";

const tick: Command = { type: "tick" };
const close: Command = { type: "close-day" };
const reopen: Command = { type: "reopen-day", reason: "closed by mistake" };

/** Liu serves A001 at counter 1; A002 waits. */
const late = () =>
	aDay()
		.at("16:40")
		.given([LIU, open("1")], [KIOSK, issue("cash")], [KIOSK, issue("cash")])
		.given([LIU, callNext("1")], [LIU, on("start-service", "A001")])
		// Both have become too long, and that is told.
		.given("16:59", [SYSTEM, tick]);

describe("the clock and the last customers", () => {
	it("[DAY-5] served at 17:58 and finished at 18:01 is served, and counted", () => {
		const day = late().given([MANAGER, on("cancel-ticket", "A002")]);
		expect(day.at("18:00").when(SYSTEM, tick)).toEqual({ events: [] });
		expect(gist(day.at("18:01").when(LIU, on("finish-service", "A001")))).toEqual(["service-finished", "ticket-ended"]);
		expect(nextDueAt(day.state)).toBe(at("18:00"));
		expect(gist(day.when(SYSTEM, tick))).toEqual(["counter-closed", "day-closed"]);
		expect(reportOf(day.commits)).toMatchObject({ closedBy: "clock", tickets: { served: 1, unserved: 0 } });
	});

	it.each([
		["waits while a counter is open", () => late().given([LIU, on("finish-service", "A001")]), true],
		[
			"waits while the counter pauses",
			() => late().given([LIU, on("finish-service", "A001")], [LIU, pause("1")]),
			true,
		],
		["is called", () => late().given([LIU, on("finish-service", "A001")], [LIU, callNext("1")]), true],
		["waits and nobody is signed on", () => late().given([LIU, on("finish-service", "A001")], [LIU, shut("1")]), false],
		["is on hold", () => allHeld(), false],
	])("[DAY-5] somebody %s", (_, given, stays) => {
		const day = given();
		expect("events" in day.at("18:00").when(SYSTEM, tick) && day.state.day?.status).toBe(stays ? "open" : "closed");
	});

	it("[DAY-5] at the latest hour it closes, with a reason for each", () => {
		const day = late();
		expect(nextDueAt(day.state)).toBe(at("21:00"));
		expect(day.at("20:59:59").when(SYSTEM, tick)).toEqual({ events: [] });
		expect(day.at("21:00").when(SYSTEM, tick)).toMatchObject({
			events: [
				{ type: "service-finished", ticketId: id("A001"), outcome: "day-closed" },
				{ type: "ticket-ended", ticketId: id("A001"), reason: "day-closed-while-serving" },
				{ type: "ticket-ended", ticketId: id("A002"), reason: "day-closed-while-waiting" },
				{ type: "counter-closed" },
				{ type: "day-closed", by: "clock" },
			],
		});
	});

	it("[DAY-5] that hour is configured, and never later than the next day begins", () => {
		const dueWith = (closeAnywayAfterMs: number) => {
			const day = aDay(configured((each) => (each.limits.closeAnywayAfterMs = closeAnywayAfterMs)));
			day.given([LIU, open("1")], [KIOSK, issue("cash")], [LIU, callNext("1")]);
			return nextDueAt(day.state);
		};
		expect(dueWith(2 * 3_600_000)).toBe(at("19:00"));
		expect(dueWith(0)).toBe(at("18:00"));
		const lateHours = configured((each) => {
			each.limits.closeAnywayAfterMs = 12 * 3_600_000;
			each.calendar.week.fill({ opensAt: "10:00", closesAt: "24:00", firstTicketAt: "09:45" });
		});
		expect(
			nextDueAt(
				aDay(lateHours)
					.at("10:00")
					.given([LIU, open("1")], [KIOSK, issue("cash")], [LIU, callNext("1")]).state,
			),
		).toBe(at("09:45", "2026-11-24"));
	});

	it("[DAY-5] who is served over midnight at a branch that closes then is done", () => {
		const hours = { opensAt: "10:00", closesAt: "24:00" };
		const day = aDay(configured((each) => each.calendar.week.fill(hours)));
		day.at("23:50").given([LIU, open("1")], [KIOSK, issue("cash")], [LIU, callNext("1")]);
		day.given([LIU, on("start-service", "A001")]);
		expect(day.at(at("00:00", "2026-11-24")).when(SYSTEM, tick)).toEqual({ events: [] });
		day.at(at("00:03", "2026-11-24")).given([LIU, on("finish-service", "A001")]);
		expect(gist(day.when(SYSTEM, tick))).toContain("day-closed");
		expect(day.state.day).toMatchObject({ businessDay: "2026-11-23", status: "closed" });
	});
});

const pause = (counterId: string): Command => ({ type: "pause-counter", counterId, reason: "cash" });
const shut = (counterId: string): Command => ({ type: "close-counter", counterId });
const allHeld = () => late().given([LIU, on("finish-service", "A001")], [MANAGER, on("hold-ticket", "A002")]);

const ALWAYS = configured((each) => each.calendar.week.fill({ opensAt: "00:00", closesAt: "24:00" }));
const TUESDAY = "2026-11-24";

/** Ends Monday and begins Tuesday at midnight, and returns Tuesday's commits. */
function midnight(day: Day, time = at("00:00", TUESDAY)) {
	const before = day.commits.length;
	day.at(time).given([SYSTEM, tick], [SYSTEM, tick]);
	return { monday: day.commits.slice(1, before + 1), tuesday: () => day.commits.slice(before + 1) };
}

/** At 23:50 Liu serves A001, Chen's A002 was missed, A003 is on hold and A004 waits; A005 was missed an hour ago. */
const atNight = () =>
	aDay(ALWAYS)
		.at("22:30")
		.given([LIU, open("1")], [CHEN, open("2")], [KIOSK, issue("cash")], [CHEN, callNext("2")])
		.given([CHEN, on("mark-no-show", "A001")])
		.at("23:50")
		.given(...Array.from({ length: 4 }, () => [KIOSK, issue("cash")] as const))
		.given([LIU, callNext("1")], [LIU, on("start-service", "A002")])
		.given([CHEN, callNext("2")], [CHEN, on("mark-no-show", "A003")], [MANAGER, on("hold-ticket", "A004")]);

describe("a branch that is open at midnight", () => {
	it("[DAY-6] rolls over with its line, its counters and who is served", () => {
		const day = atNight();
		expect(nextDueAt(day.state)).toBe(at("00:00", TUESDAY));
		midnight(day);
		expect(day.state.day).toMatchObject({ businessDay: TUESDAY, status: "open" });
		expect(day.counter("1")).toMatchObject({ status: "open", staffId: "liu-yang", ticketId: id("A002") });
		expect([...day.state.tickets.values()].map(({ number, status }) => [number, status])).toEqual([
			["A002", "serving"],
			["A003", "no-show"],
			["A004", "held"],
			["A005", "waiting"],
		]);
		expect(day.state.calls.map((call) => call.number)).toEqual(["A002"]);
		const later = at("00:04", TUESDAY);
		expect(gist(day.at(later).when(LIU, on("finish-service", "A002")))).toEqual(["service-finished", "ticket-ended"]);
		expect(gist(day.when(MANAGER, on("return-ticket", "A003")))).toEqual(["ticket-returned"]);
		expect(day.state.tally).toMatchObject({ issued: 0, served: 1, noShows: 0 });
		expect(gist(day.when(CHEN, callNext("2")))).toEqual(["ticket-called"]);
	});

	it("[DAY-6] every visit is issued on one day and ends on one day", () => {
		const day = atNight();
		const { monday, tuesday } = midnight(day);
		expect(reportOf(monday)?.tickets).toMatchObject({ issued: 5, served: 0, noShows: 1, unserved: 0, carriedOver: 4 });
		day.at(at("00:04", TUESDAY)).given([LIU, on("finish-service", "A002")], [KIOSK, issue("cash")]);
		day.given([MANAGER, close]);
		expect(reportOf(tuesday())?.tickets).toMatchObject({ issued: 1, carriedIn: 4, served: 1, noShows: 1, unserved: 3 });
		expect(reportOf(tuesday())?.services).toMatchObject({ count: 1, maxMs: 14 * 60_000 });
	});

	it("[DAY-6] numbers begin anew, but not one that somebody carried over still holds", () => {
		const day = aDay(ALWAYS)
			.at("23:50")
			.given([LIU, open("1")], [KIOSK, issue("cash")], [KIOSK, issue("cash")]);
		day.given([MANAGER, on("hold-ticket", "A001")]);
		midnight(day);
		expect(day.answer(KIOSK, issue("cash"))).toMatchObject({ number: "A003", ticketId: "20261124-A003" });
	});

	it("[DAY-6] whoever was carried over still comes first", () => {
		const day = atNight();
		midnight(day);
		day.given([KIOSK, issue("cash")]);
		expect(day.when(CHEN, callNext("2"))).toMatchObject({ events: [{ type: "ticket-called", ticketId: id("A005") }] });
	});

	it("[DAY-6] with nobody there it closes like any other, and so it does when the next day is a holiday", () => {
		const empty = aDay(ALWAYS)
			.at("23:50")
			.given([LIU, open("1")], [LIU, shut("1")]);
		expect(gist(empty.at(at("00:00", TUESDAY)).when(SYSTEM, tick))).toEqual(["day-closed"]);
		const holiday = configured((each) => {
			each.calendar.week.fill({ opensAt: "00:00", closesAt: "24:00" });
			each.calendar.exceptions.push({ date: TUESDAY, hours: null, name: { zh: "停业", en: "Closed" } });
		});
		const last = aDay(holiday)
			.at("23:50")
			.given([LIU, open("1")], [KIOSK, issue("cash")]);
		expect(nextDueAt(last.state)).toBe(at("04:00", TUESDAY));
	});

	it("[DAY-6] found out days later it sends away whom it kept, with a reason", () => {
		const day = atNight();
		const outcome = day.at(at("10:00", "2026-11-26")).when(SYSTEM, tick);
		expect("events" in outcome && outcome.events.at(-1)).toMatchObject({
			type: "day-closed",
			businessDay: "2026-11-23",
		});
		expect(nextDueAt(day.state)).toBeNull();
		expect(day.ticket("A005").status).toBe("ended");
	});
});

/** Closed by the lobby manager at 12:30 with A002 in service at counter 1, A003 on hold, A004 waiting. */
const closedByMistake = () =>
	aDay()
		.given([LIU, open("1")], ...Array.from({ length: 4 }, () => [KIOSK, issue("cash")] as const))
		.given([LIU, callNext("1")], [LIU, on("mark-no-show", "A001")])
		.given([LIU, callNext("1")], [LIU, on("start-service", "A002")], [MANAGER, on("hold-ticket", "A003")])
		.given("12:30", [MANAGER, close]);

describe("a day closed by mistake", () => {
	it("[DAY-7] goes on as it was, and so do its numbers", () => {
		const before = closedByMistake();
		const hall = before.state.closing;
		const day = closedByMistake();
		expect(gist(day.at("12:40").when(MANAGER, reopen))).toEqual(["day-reopened"]);
		expect(day.state.day).toMatchObject({ status: "open", closesAt: at("17:00") });
		for (const ticket of hall?.tickets ?? []) {
			expect(day.state.tickets.get(ticket.id)).toEqual({ ...ticket, changedSeq: day.state.seq });
		}
		expect(day.counter("1")).toMatchObject({ status: "open", staffId: "liu-yang", ticketId: id("A002") });
		expect(gist(day.when(LIU, on("finish-service", "A002")))).toEqual(["service-finished", "ticket-ended"]);
		expect(day.answer(KIOSK, issue("cash"))).toMatchObject({ number: "A005" });
		expect(day.when(LIU, callNext("1"))).toMatchObject({ events: [{ ticketId: id("A004") }] });
	});

	it.each([
		["who closed it", MANAGER, ["day-reopened"]],
		["the head", HEAD, ["day-reopened"]],
		["the deputy", staff("deputy", "deputy-head"), ["day-reopened"]],
		["another lobby manager", staff("other", "lobby-manager"), "reopen-not-yours"],
		["a teller", LIU, "not-permitted"],
	] as const)("[DAY-7] %s", (_, actor, expected) => {
		expect(gist(closedByMistake().at("12:35").when(actor, reopen))).toEqual(expected);
	});

	it("[DAY-7] not later than ten minutes after, not twice, and not a day that is open", () => {
		expect(gist(closedByMistake().at("12:40:01").when(HEAD, reopen))).toBe("reopen-too-late");
		expect(gist(closedByMistake().given([HEAD, reopen]).when(HEAD, reopen))).toBe("day-not-closed");
		expect(gist(aDay().when(HEAD, reopen))).toBe("day-not-closed");
		expect(gist(closedByMistake().at(at("09:00", TUESDAY)).when(HEAD, reopen))).toBe("reopen-too-late");
	});

	it("[DAY-7] reopened after the hour at which it closes itself it stays open for half an hour", () => {
		const day = aDay().given([LIU, open("1")], [LIU, shut("1")], "18:00", [SYSTEM, tick], "18:05", [HEAD, reopen]);
		expect(nextDueAt(day.state)).toBe(at("18:35"));
	});

	it("[DAY-7] [REP-2] the report is of the whole day, as if it had never been closed", () => {
		const goOn = (day: Day) =>
			day.at("12:41").given([LIU, on("finish-service", "A002")], [LIU, callNext("1")], [MANAGER, close]).commits;
		const straight = aDay()
			.given([LIU, open("1")], ...Array.from({ length: 4 }, () => [KIOSK, issue("cash")] as const))
			.given([LIU, callNext("1")], [LIU, on("mark-no-show", "A001")])
			.given([LIU, callNext("1")], [LIU, on("start-service", "A002")], [MANAGER, on("hold-ticket", "A003")]);
		const day = closedByMistake();
		expect(reportOf(day.commits)).toMatchObject({ closedAt: at("12:30"), tickets: { unserved: 3 } });
		day.given("12:40", [MANAGER, reopen]);
		expect(reportOf(day.commits)).toBeNull();
		const expected = reportOf(goOn(straight));
		expect(reportOf(goOn(day))).toEqual({ ...expected, lastSeq: (expected?.lastSeq ?? 0) + 2 });
	});

	it("[DAY-7] whose counter or person has gone meanwhile waits for anybody able", () => {
		const day = closedByMistake();
		const people = day.state.configuration.staff
			.filter((member) => member.id !== "liu-yang")
			.map(({ id: staffId, name, role }) => ({ id: staffId, name, roles: [role] }));
		expect(day.when(SYSTEM, { type: "change-staff", people } as unknown as Command)).toHaveProperty("events");
		day.given("12:35", [HEAD, reopen]);
		expect(day.counter("1")).toMatchObject({ status: "closed", ticketId: null });
		expect(day.ticket("A002")).toMatchObject({ status: "waiting" });
		expect(day.ticket("A002").counterId).toBeUndefined();
	});
});
