import { describe, expect, it } from "vitest";
import { dateOf, dayNumber, weekdayOf } from "../../rules/calendar/calendar-date.ts";
import { dayKindOf, isWorking, isYearKnown } from "../../rules/calendar/day-kind.ts";

/** Of a bank's own calendar of these years: weekdays on which it was closed, and weekends on which it worked. */
const CLOSED_WEEKDAYS: Readonly<Record<string, string>> = {
	2018: "01-01 02-15 02-16 02-19 02-20 02-21 04-05 04-06 04-30 05-01 06-18 09-24 10-01 10-02 10-03 10-04 10-05 12-31",
	2019: "01-01 02-04 02-05 02-06 02-07 02-08 04-05 05-01 05-02 05-03 06-07 09-13 10-01 10-02 10-03 10-04 10-07",
	2020: "01-01 01-24 01-27 01-28 01-29 01-30 01-31 04-06 05-01 05-04 05-05 06-25 06-26 10-01 10-02 10-05 10-06 10-07 10-08",
	2021: "01-01 02-11 02-12 02-15 02-16 02-17 04-05 05-03 05-04 05-05 06-14 09-20 09-21 10-01 10-04 10-05 10-06 10-07",
};
const WORKED_WEEKENDS: Readonly<Record<string, string>> = {
	2018: "02-11 02-24 04-08 04-28 09-29 09-30 12-29",
	2019: "02-02 02-03 04-28 05-05 09-29 10-12",
	2020: "01-19 04-26 05-09 06-28 09-27 10-10",
	2021: "02-07 02-20 04-25 05-08 09-18 09-26 10-09",
};

describe("the calendar of China", () => {
	it("[FCT-1] [CFG-13] has no day of 2018 to 2021 otherwise than a bank's own calendar", () => {
		const wrong: string[] = [];
		for (let day = dayNumber("2018-01-01"); day <= dayNumber("2021-12-31"); day++) {
			const date = dateOf(day);
			const [year, monthDay] = [date.slice(0, 4), date.slice(5)];
			const worked =
				weekdayOf(day) > 5 ? WORKED_WEEKENDS[year]?.includes(monthDay) : !CLOSED_WEEKDAYS[year]?.includes(monthDay);
			if (isWorking(dayKindOf(date)) !== worked) wrong.push(date);
		}
		expect(wrong).toEqual([]);
	});

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
