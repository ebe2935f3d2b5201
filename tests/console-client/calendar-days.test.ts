import { describe, expect, it } from "vitest";
import {
	monthFrom,
	plannedOn,
	weeksOf,
	withDays,
	withHolidays,
} from "../../console-client/configuration/editor/calendar-days.ts";
import { CALENDAR } from "../../schema/configuration/calendar/calendar.ts";

const NAME = { zh: "春节", en: "Spring Festival" };
const { saturday: _, sunday: __, ...WEEKDAYS_ONLY } = CALENDAR.shipped;

describe("the calendar's editor", () => {
	it("[CFG-13] draws whole weeks from a Monday on, over the year's end too", () => {
		expect(weeksOf("2027-02")).toHaveLength(28);
		expect(weeksOf("2027-01")[0]).toBe("2026-12-28");
		expect(weeksOf("2026-11").at(-1)).toBe("2026-12-06");
		for (const month of ["2026-02", "2026-08", "2028-02"]) expect(weeksOf(month).length % 7).toBe(0);
		expect([monthFrom("2026-12", 1), monthFrom("2027-01", -1)]).toEqual(["2027-01", "2026-12"]);
	});

	it("[CFG-13] fills in the holidays and the working weekends of a year, and keeps what is named already", () => {
		const own = withDays(WEEKDAYS_ONLY, ["2026-02-18"], { hours: CALENDAR.shipped.sunday, times: null, name: NAME });
		const filled = withHolidays(own, 2026);
		expect(plannedOn(filled, "2026-02-17").hours).toBeNull();
		expect(plannedOn(filled, "2026-02-18").hours).toEqual(CALENDAR.shipped.sunday);
		expect(plannedOn(filled, "2026-02-28").hours).toEqual(CALENDAR.shipped.monday);
		expect(plannedOn(filled, "2026-03-07").hours).toBeNull();
		expect(withHolidays(filled, 2026)).toEqual(filled);
		expect(withHolidays(filled, 2035)).toEqual(filled);
		expect(CALENDAR.schema.safeParse(filled).success).toBe(true);
	});

	it("[CFG-13] says of chosen days what holds there and how many come, and takes it back", () => {
		const days = ["2027-02-04", "2027-02-03"];
		const more = withDays(WEEKDAYS_ONLY, days, { hours: undefined, times: 1.5, name: NAME });
		expect(more.specialDays?.map(({ date }) => date)).toEqual(["2027-02-03", "2027-02-04"]);
		expect(plannedOn(more, "2027-02-03")).toMatchObject({ hours: CALENDAR.shipped.wednesday, special: { times: 1.5 } });
		expect(withDays(more, days, { hours: undefined, times: null, name: NAME })).toEqual(WEEKDAYS_ONLY);
	});
});
