import { describe, expect, it } from "vitest";
import type { DayHours } from "../../../schema/hall/calendar.ts";
import type { BranchConfiguration } from "../../../schema/hall/configuration.ts";
import { answerOf } from "../../../worker/domain/commit/commit.ts";
import { nextDueAt } from "../../../worker/domain/commit/due.ts";
import { evolve } from "../../../worker/domain/commit/evolve.ts";
import { initialState } from "../../../worker/domain/hall/branch-state.ts";
import { displayView } from "../../../worker/domain/view/display-view.ts";
import {
	aDay,
	at,
	BRANCH_ID,
	callNext,
	configured,
	type Day,
	gist,
	issue,
	KIOSK,
	LIU,
	MANAGER,
	OPERATOR,
	on,
	open,
	SYSTEM,
} from "../a-day.ts";

/** As it ships, with other hours for Monday the 23rd; null: closed. */
const withHours = (hours: DayHours | null, more: (configuration: BranchConfiguration) => void = () => {}) =>
	configured((each) => {
		each.calendar.exceptions.push({ date: "2026-11-23", hours, name: { zh: "临时调整", en: "Changed" } });
		more(each);
	});
const HOURS = { opensAt: "08:30", closesAt: "17:30", lastTicketAt: "16:50" };
const change = (day: Day, configuration: BranchConfiguration) =>
	day.answer(OPERATOR, { type: "configure", configuration });
/** Everything folded anew from the commits. */
const again = (day: Day) => day.commits.reduce(evolve, initialState(BRANCH_ID));

describe("hours changed on the day", () => {
	it("[DAY-8] a later last ticket holds at once", () => {
		const day = aDay(withHours(HOURS)).given([LIU, open("1")], "16:55");
		expect(day.when(KIOSK, issue("cash"))).toEqual({ refused: "after-last-ticket" });
		const answer = change(day, withHours({ opensAt: "08:30", closesAt: "19:00", lastTicketAt: "18:30" }));
		expect(answer).toEqual({ status: "done", seq: day.state.seq });
		expect(displayView(day.state).branch).toMatchObject([{ closesAt: at("19:00"), lastTicketAt: at("18:30") }]);
		expect(gist(day.at("17:30").when(KIOSK, issue("cash")))).toEqual(["ticket-issued"]);
		expect(day.at("18:30").when(KIOSK, issue("cash"))).toEqual({ refused: "after-last-ticket" });
		expect(again(day)).toEqual(day.state);
	});

	it("[DAY-8] shorter hours hold at once, and who is in the hall is still served", () => {
		const day = aDay(withHours(HOURS)).given([LIU, open("1")], [KIOSK, issue("cash")], [LIU, callNext("1")], "14:00");
		change(day, withHours({ opensAt: "09:00", closesAt: "12:00" }));
		expect(day.when(KIOSK, issue("cash"))).toEqual({ refused: "after-last-ticket" });
		expect(gist(day.when(SYSTEM, { type: "tick" }))).toEqual([]);
		day.given([LIU, on("start-service", "A001")], "14:20", [LIU, on("finish-service", "A001")]);
		expect(nextDueAt(day.state)).toBe(at("15:00"));
		expect(gist(day.at("15:00").when(SYSTEM, { type: "tick" }))).toEqual(["counter-closed", "day-closed"]);
		expect(again(day)).toEqual(day.state);
	});

	it("[DAY-8] a day that becomes a closed one gives no more numbers", () => {
		const day = aDay(withHours(HOURS)).given([LIU, open("1")], [KIOSK, issue("cash")], "12:30");
		change(day, withHours(null));
		expect(day.when(KIOSK, issue("cash"))).toEqual({ refused: "after-last-ticket" });
		expect(day.answer(LIU, callNext("1"))).toMatchObject({ number: "A001" });
		expect(displayView(day.state).branch).toMatchObject([{ closesAt: at("12:30"), lastTicketAt: at("12:30") }]);
		expect(gist(aDay(withHours(null)).when(KIOSK, issue("cash")))).toBe("branch-closed-today");
	});

	it("[DAY-8] a longer delay after closing time holds at once; what changes no time of today says nothing", () => {
		const day = aDay(withHours(HOURS)).given([LIU, open("1")]);
		const longer = withHours(HOURS, ({ limits }) => (limits.closeAfterMs = 7_200_000));
		expect(gist(day.when(OPERATOR, { type: "configure", configuration: longer }))).toEqual([
			"branch-configured",
			"day-hours-changed",
		]);
		expect(nextDueAt(day.state)).toBe(at("19:30"));
		expect(gist(day.when(OPERATOR, { type: "configure", configuration: longer }))).toEqual(["branch-configured"]);
	});

	it("[DAY-8] before the day has begun the hours are simply those of the day", () => {
		const day = aDay(withHours(HOURS)).at("08:00");
		expect(change(day, withHours({ opensAt: "10:00", closesAt: "12:00" }))).not.toHaveProperty("fromNextDay");
		expect(day.at("09:00").when(KIOSK, issue("cash"))).toEqual({ refused: "before-opening" });
	});

	it("[DAY-8] a day that is closed stays closed, and the answer says from when the hours hold", () => {
		const day = aDay(withHours(HOURS)).given([LIU, open("1")], "17:31", [MANAGER, { type: "close-day" }]);
		const answer = change(day, withHours({ opensAt: "08:30", closesAt: "20:00" }));
		expect(answer).toMatchObject({ status: "done", fromNextDay: ["hours"] });
		const commit = day.commits.at(-1);
		expect(commit && answerOf(commit)).toEqual(answer);
		expect(day.at("17:34").when(KIOSK, issue("cash"))).toMatchObject({ refused: "day-closed" });
		day.at("17:35").given([MANAGER, { type: "reopen-day", reason: "hours were changed" }]);
		expect(day.state.day).toMatchObject({ closesAt: at("20:00") });
	});

	it("[DAY-8] a zone of time begins with the next day, and the answer says so", () => {
		const tokyo = (each: BranchConfiguration) => (each.timeZone = "Asia/Tokyo");
		const day = aDay(withHours(HOURS)).given([LIU, open("1")]);
		expect(change(day, withHours(HOURS, tokyo))).toMatchObject({ fromNextDay: ["time-zone"] });
		expect(day.state.day).toMatchObject({ lastTicketAt: at("16:50"), timeZone: "Asia/Shanghai" });
		expect(displayView(day.state).branch).toMatchObject([{ timeZone: "Asia/Shanghai" }]);
		const longer = withHours({ ...HOURS, lastTicketAt: "17:00" }, tokyo);
		expect(change(day, longer)).toMatchObject({ fromNextDay: ["time-zone"] });
		expect(day.state.day).toMatchObject({ lastTicketAt: at("17:00") });
		day.at("17:40").given([MANAGER, { type: "close-day" }]);
		day.at(at("08:50", "2026-11-24")).given([LIU, open("1")]);
		expect(displayView(day.state).branch).toMatchObject([{ timeZone: "Asia/Tokyo" }]);
		expect(again(day)).toEqual(day.state);
	});
});
