import { describe, expect, it } from "vitest";
import { fieldsOf, layered, settingOf, valueFrom } from "../../../rules/configuration/fields.ts";
import { CALENDAR, type CalendarSection } from "../../../schema/configuration/calendar/calendar.ts";
import { faultsOf } from "../../../schema/configuration/section-faults.ts";
import type { BranchConfiguration } from "../../../schema/hall/configuration.ts";
import { aDay, at, CONFIGURATION, type Day, gist, issue, KIOSK, SYSTEM } from "../a-day.ts";

const FESTIVAL = { zh: "春节", en: "Spring Festival" };
const MAKE_UP = { zh: "调休上班", en: "Make-up workday" };
const { saturday: _, ...weekdaysOnly } = CALENDAR.shipped;
const closed = (date: string) => ({ date, hours: null, name: FESTIVAL });

/** Closed at weekends, on New Year's Day and in the week of the Spring Festival; one Saturday makes up for it. */
const PUBLISHED: CalendarSection = {
	...weekdaysOnly,
	exceptions: [
		closed("2027-01-01"),
		...["05", "06", "07", "08", "09", "10", "11"].map((day) => closed(`2027-02-${day}`)),
		{ date: "2027-02-20", hours: CALENDAR.shipped.monday ?? null, name: MAKE_UP },
	],
};

const branchWith = (value: CalendarSection): BranchConfiguration => CALENDAR.into(CONFIGURATION, value);
const by = (day: Day, date: string, time: string) => day.at(at(time, date));
const firstOf = (day: Day, date: string, time: string) => gist(by(day, date, time).when(KIOSK, issue("cash")));

describe("a published calendar", () => {
	it("[CFG-13] opens, stops giving numbers and closes by the clock, over the year's end and the Spring Festival", () => {
		const day = aDay(branchWith(PUBLISHED));
		const runs = (date: string) => {
			expect(firstOf(day, date, "08:44")).toBe("before-opening");
			expect(firstOf(day, date, "08:45")).toEqual(["day-opened", "ticket-issued"]);
			expect(day.state.day).toMatchObject({ opensAt: at("09:00", date), closesAt: at("17:00", date) });
			expect(firstOf(day, date, "16:49:59")).toEqual(["ticket-issued"]);
			expect(firstOf(day, date, "16:50")).toBe("after-last-ticket");
			by(day, date, "21:00").when(SYSTEM, { type: "tick" });
			expect(day.state.day).toMatchObject({ businessDay: date, status: "closed" });
		};
		const rests = (date: string) => expect(firstOf(day, date, "10:00")).toBe("branch-closed-today");
		runs("2026-12-31");
		rests("2027-01-01");
		rests("2027-01-02");
		runs("2027-01-04");
		runs("2027-02-04");
		for (const date of ["05", "08", "11"]) rests(`2027-02-${date}`);
		runs("2027-02-12");
		rests("2027-02-13");
		runs("2027-02-20");
	});

	it("[CFG-13] leaves a branch the hours that it changed by hand, and is itself again the day after", () => {
		const { calendar } = branchWith(PUBLISHED);
		const byHand = [{ date: "2026-12-30", hours: null, name: { zh: "停电", en: "Power cut" } }];
		const configuration = { ...CONFIGURATION, calendar: { ...calendar, byHand } };
		const day = aDay(configuration);
		expect(firstOf(day, "2026-12-30", "10:00")).toBe("branch-closed-today");
		expect(firstOf(day, "2026-12-31", "10:00")).toEqual(["day-opened", "ticket-issued"]);
		expect(CALENDAR.of(configuration)).toEqual(PUBLISHED);
		expect(CALENDAR.into(configuration, CALENDAR.shipped).calendar.byHand).toEqual(byHand);
	});
});

describe("the calendar as a section", () => {
	it("[CFG-13] is the branch's own part of the configuration, to the letter", () => {
		for (const configuration of [CONFIGURATION, branchWith(PUBLISHED)]) {
			const made = CALENDAR.into(configuration, CALENDAR.of(configuration));
			expect(JSON.stringify(made.calendar)).toBe(JSON.stringify(configuration.calendar));
		}
	});

	it("[CFG-13] a branch that closes on one day has every other day from above, also those named later", () => {
		const own = { ...CALENDAR.shipped, exceptions: [...CALENDAR.shipped.exceptions, closed("2026-12-24")] };
		const { sunday: __, ...shorter } = own;
		const set = settingOf(fieldsOf(CALENDAR.shipped), fieldsOf(shorter));
		expect(Object.keys(set).sort()).toEqual(["exceptions.2026-12-24", "sunday"]);
		const above = { set: settingOf(fieldsOf(CALENDAR.shipped), fieldsOf(PUBLISHED)), locked: [] };
		const held = valueFrom(layered(fieldsOf(CALENDAR.shipped), [above, { set, locked: [] }]).fields) as CalendarSection;
		const dates = held.exceptions.map(({ date }) => date);
		expect(dates).toEqual(expect.arrayContaining(["2026-12-24", "2027-02-09", "2027-02-20"]));
		expect(CALENDAR.schema.safeParse(held).success).toBe(true);
		expect(held.sunday).toBeUndefined();
	});

	it("[CFG-13] says which day is wrong, and what to do", () => {
		const wrong = { ...PUBLISHED, monday: { opensAt: "18:00", closesAt: "17:00" } };
		expect(faultsOf("calendar", wrong)).toMatchObject([
			{ field: "monday", zh: expect.stringContaining("开门须早于关门") },
		]);
		const twice = { ...PUBLISHED, exceptions: [...PUBLISHED.exceptions, closed("2027-01-01")] };
		expect(faultsOf("calendar", twice)).toMatchObject([
			{ field: "exceptions.2027-01-01", zh: expect.stringContaining("请删除其中一个") },
		]);
	});

	it("[CFG-13] sounds an alarm while a year's holidays are missing: of the coming one from November on", () => {
		const years = (value: CalendarSection, today: string) =>
			(CALENDAR.heed?.(value, today) ?? []).map(({ en }) => en.match(/\d{4}/)?.[0]);
		const entered = {
			...PUBLISHED,
			exceptions: [closed("2026-10-01"), ...PUBLISHED.exceptions],
		};
		expect(years(entered, "2026-10-31")).toEqual([]);
		expect(years(entered, "2026-11-01")).toEqual(["2027"]);
		expect(years(PUBLISHED, "2026-11-30")).toEqual(["2026", "2027"]);
		const next = { ...entered, exceptions: [...entered.exceptions, closed("2027-05-01")] };
		expect(years(next, "2026-12-31")).toEqual([]);
		expect(years(next, "2027-01-01")).toEqual([]);
	});
});
