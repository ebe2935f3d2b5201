import { describe, expect, it } from "vitest";
import { dateOf, dayNumber, weekdayOf } from "../../rules/calendar/calendar-date.ts";
import { dayKindOf, isYearKnown } from "../../rules/calendar/day-kind.ts";

describe("the calendar of China", () => {
	it("[FCT-1] knows holidays, bridged days off and make-up workdays", () => {
		expect(dayKindOf("2026-02-17")).toBe("statutory-holiday");
		expect(dayKindOf("2026-02-20")).toBe("bridged-day-off");
		expect(dayKindOf("2026-02-28")).toBe("make-up-workday");
		expect(dayKindOf("2026-03-02")).toBe("workday");
		expect(dayKindOf("2026-03-07")).toBe("weekend");
		expect(dayKindOf("2013-02-09")).toBe("statutory-holiday");
		expect(dayKindOf("2014-01-30")).toBe("workday");
	});

	it("[FCT-1] follows an administrator where one names a day", () => {
		expect(dayKindOf("2026-03-02", { "2026-03-02": "bridged-day-off" })).toBe("bridged-day-off");
		expect(dayKindOf("2026-03-03", { "2026-03-02": "bridged-day-off" })).toBe("workday");
	});

	it("[FCT-1] says which years it does not hold", () => {
		expect(isYearKnown(2026)).toBe(true);
		expect(isYearKnown(2035)).toBe(false);
		expect(isYearKnown(2035, { "2035-10-01": "statutory-holiday" })).toBe(true);
		expect(dayKindOf("2035-10-01")).toBe("workday");
	});

	it("[FCT-1] counts days and weekdays across leap years", () => {
		expect(dayNumber("1970-01-01")).toBe(0);
		expect(dayNumber("2026-11-29")).toBe(20_786);
		expect(weekdayOf(dayNumber("2026-11-29"))).toBe(7);
		const first = dayNumber("1999-12-25");
		const last = dayNumber("2004-03-05");
		for (let day = first; day <= last; day++) expect(dayNumber(dateOf(day))).toBe(day);
		expect([dateOf(dayNumber("2000-02-28") + 1), dateOf(dayNumber("2100-02-28") + 1)]).toEqual([
			"2000-02-29",
			"2100-03-01",
		]);
	});
});
