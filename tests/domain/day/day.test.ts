import { describe, expect, it } from "vitest";
import type { Command } from "../../../schema/hall/command.ts";
import { nextDueAt } from "../../../worker/domain/commit/due.ts";
import {
	aDay,
	at,
	CHEN,
	callByName,
	callNext,
	configured,
	gist,
	id,
	issue,
	KIOSK,
	LIU,
	MANAGER,
	on,
	open,
	pad,
	SUN,
	SYSTEM,
	staff,
} from "../a-day.ts";

const close: Command = { type: "close-day" };
const tick: Command = { type: "tick" };

describe("the day opens", () => {
	it.each([
		["a counter", LIU, open("1"), ["day-opened", "counter-opened"]],
		["a ticket", KIOSK, issue("cash"), ["day-opened", "ticket-issued"]],
	] as const)("[DAY-1] with the first of the day: %s; the next one finds it open", (_, actor, command, expected) => {
		const day = aDay();
		expect(gist(day.when(actor, command))).toEqual(expected);
		expect(gist(day.when(MANAGER, issue("transfer")))).toEqual(["ticket-issued"]);
		expect(day.state.day).toMatchObject({ businessDay: "2026-11-23", status: "open" });
	});

	it.each([
		["a holiday of the calendar", "2027-01-01T10:00", "branch-closed-today"],
		["a Saturday has its own hours", "2026-11-28T09:10", "before-opening"],
		["within them", "2026-11-28T09:20", ["day-opened", "ticket-issued"]],
		["a make-up workday on a Sunday", "2026-11-29T08:50", ["day-opened", "ticket-issued"]],
		["a Sunday like any other", "2026-12-06T08:50", "branch-closed-today"],
	])("[DAY-1] %s", (_, time, expected) => {
		const day = aDay(
			configured(({ calendar }) => {
				const hours = { opensAt: "08:30", closesAt: "17:00" };
				calendar.week[6] = null;
				calendar.exceptions.push({ date: "2026-11-29", hours, name: { zh: "调休上班", en: "Make-up workday" } });
			}),
		);
		const [date, clock] = time.split("T") as [string, string];
		expect(gist(day.at(at(clock, date)).when(KIOSK, issue("cash")))).toEqual(expected);
	});

	it.each([
		["Asia/Shanghai", "2026-11-23T00:00+08:00", "2026-11-23"],
		["Asia/Shanghai", "2026-11-22T23:59+08:00", "2026-11-22"],
		["Europe/Berlin", "2026-11-23T06:59+08:00", "2026-11-22"],
		["America/New_York", "2026-11-23T12:59+08:00", "2026-11-22"],
	])("[DAY-1] it is the branch's local day: %s at %s", (timeZone, instant, businessDay) => {
		const day = aDay(configured((each) => (each.timeZone = timeZone)));
		// Before midnight all tickets of the day are given, yet the counter may still be opened to find out the day.
		const hours = { opensAt: "00:00", closesAt: "24:00" };
		const always = configured((each) => {
			each.timeZone = timeZone;
			each.calendar = { week: Array(7).fill(hours), exceptions: [] };
		});
		expect(day.state.configuration.timeZone).toBe(timeZone);
		const open24 = aDay(null)
			.at(0)
			.given([
				staff("operator", "head-office-operator", { kind: "bank" }),
				{ type: "configure", configuration: always },
			]);
		open24.at(Date.parse(instant)).given([LIU, open("1")]);
		expect(open24.state.day?.businessDay).toBe(businessDay);
	});

	it("[DAY-1] a day of 25 hours ends at local midnight", () => {
		const always = configured((each) => {
			each.timeZone = "Europe/Berlin";
			each.calendar = { week: Array(7).fill({ opensAt: "00:00", closesAt: "24:00" }), exceptions: [] };
		});
		const operator = staff("operator", "head-office-operator", { kind: "bank" });
		const day = aDay(null)
			.at(0)
			.given([operator, { type: "configure", configuration: always }]);
		day.at(Date.parse("2026-10-25T12:00+01:00")).given([LIU, open("1")]);
		const { startsAt, endsAt, closesItselfAt } = day.state.day ?? { startsAt: 0, endsAt: 0, closesItselfAt: 0 };
		expect([endsAt - startsAt, closesItselfAt - endsAt]).toEqual([25 * 3_600_000, 0]);
	});

	it.each([LIU, KIOSK])("[DAY-1] once closed it stays closed until the next: $kind", (actor) => {
		const command = actor === LIU ? open("1") : issue("cash");
		const day = aDay().given([LIU, open("1")], [MANAGER, close]);
		for (const time of ["09:00", "17:30", "23:59"]) {
			expect(day.at(time).when(actor, command)).toEqual({ refused: "day-closed", detail: "2026-11-23" });
		}
		expect(gist(day.at(at("08:50", "2026-11-24")).when(actor, command))[0]).toBe("day-opened");
		expect(day.state.calls).toEqual([]);
		expect(day.state.tally.issued).toBe(actor === LIU ? 0 : 1);
	});

	it("[DAY-1] it does not open after the hour at which it would close itself", () => {
		expect(aDay().at("18:00").when(LIU, open("1"))).toEqual({ refused: "after-last-ticket" });
		expect(gist(aDay().at("17:59:59").when(LIU, open("1")))).toEqual(["day-opened", "counter-opened"]);
	});
});

describe("the day closes", () => {
	/** One ticket in every status, two counters in use. */
	const busy = () =>
		aDay()
			.given([LIU, open("1")], [CHEN, open("2")], [SUN, open("3")])
			.given(...Array.from({ length: 6 }, () => [KIOSK, issue("cash")] as const))
			.given([LIU, callNext("1")], [LIU, on("start-service", "A001")], [LIU, on("finish-service", "A001")])
			.given([LIU, callNext("1")], [LIU, on("start-service", "A002")])
			.given([CHEN, callNext("2")], [CHEN, on("mark-no-show", "A003")])
			.given([CHEN, callNext("2")], [MANAGER, on("hold-ticket", "A005")]);

	it("[DAY-3] every unserved ticket ends with a reason and every counter is closed", () => {
		const day = busy();
		const unserved = (number: string, status: string) => ({
			type: "ticket-ended",
			ticketId: id(number),
			outcome: "unserved",
			reason: `day-closed-while-${status}`,
		});
		expect(day.at("17:20").when(MANAGER, close)).toEqual({
			events: [
				{ type: "service-finished", ticketId: id("A002"), serviceId: "cash", outcome: "day-closed" },
				unserved("A002", "serving"),
				{ type: "ticket-ended", ticketId: id("A003"), outcome: "no-show" },
				unserved("A004", "called"),
				unserved("A005", "held"),
				unserved("A006", "waiting"),
				{ type: "counter-closed", counterId: "1" },
				{ type: "counter-closed", counterId: "2" },
				{ type: "counter-closed", counterId: "3" },
				{ type: "day-closed", businessDay: "2026-11-23", by: "staff" },
			],
		});
		const { tickets, counters } = day.state;
		expect([...tickets.values()].every((ticket) => ticket.status === "ended")).toBe(true);
		const idle = { status: "closed", staffId: null, ticketId: null, services: [] };
		for (const counter of counters.values()) expect(counter).toMatchObject(idle);
		expect(day.state.tally).toMatchObject({ issued: 6, served: 1, noShows: 1 });
	});

	it("[DAY-2] a forgotten day closes itself an hour after closing time", () => {
		const day = busy().given(
			[LIU, on("finish-service", "A002")],
			[CHEN, on("mark-no-show", "A004")],
			[MANAGER, on("cancel-ticket", "A006")],
		);
		expect(nextDueAt(day.state)).toBe(at("18:00"));
		expect(day.at("17:59:59").when(SYSTEM, tick)).toEqual({ events: [] });
		const outcome = day.at("18:00").when(SYSTEM, tick);
		expect("events" in outcome && outcome.events.at(-1)).toEqual({
			type: "day-closed",
			businessDay: "2026-11-23",
			by: "clock",
		});
		expect(nextDueAt(day.state)).toBeNull();
		expect(day.when(SYSTEM, tick)).toEqual({ events: [] });
	});

	it("[DAY-2] nothing is due where no day is open", () => {
		expect(nextDueAt(aDay().state)).toBeNull();
		expect(nextDueAt(aDay(null).state)).toBeNull();
		expect(aDay().at("19:00").when(SYSTEM, tick)).toEqual({ events: [] });
	});

	it("[DAY-3] a day that is not open cannot be closed", () => {
		expect(aDay().when(MANAGER, close)).toEqual({ refused: "day-not-open" });
		expect(
			aDay()
				.given([LIU, open("1")], [MANAGER, close])
				.when(MANAGER, close),
		).toEqual({ refused: "day-not-open" });
	});

	it("[DAY-3] nothing more can be done with the tickets of that day", () => {
		const day = busy().given("17:20", [MANAGER, close]);
		expect(day.when(MANAGER, on("return-ticket", "A003"))).toEqual({ refused: "wrong-status", detail: "ended" });
		expect(day.when(MANAGER, on("resume-ticket", "A005"))).toEqual({ refused: "wrong-status", detail: "ended" });
		expect(gist(day.when(pad("1"), callByName("1", "A006", "late")))).toBe("counter-not-open");
	});
});
