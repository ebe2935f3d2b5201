import type { DayKind } from "../../schema/endpoint/forecast-endpoint.ts";
import { dayNumber, weekdayOf } from "./calendar-date.ts";
import { CHINA_CALENDAR } from "./china-calendar.ts";

/** Days that an administrator names otherwise than the calendar, by date. */
export type CalendarOverride = Readonly<Record<string, DayKind>>;

const SATURDAY = 6;

/** What kind of day a date is. A year the calendar does not hold counts as plain weeks: ask `isYearKnown`. */
export function dayKindOf(date: string, override: CalendarOverride = {}): DayKind {
	const named = override[date];
	if (named !== undefined) return named;
	const year = CHINA_CALENDAR[date.slice(0, 4)];
	const day = date.slice(5);
	const isWeekend = weekdayOf(dayNumber(date)) >= SATURDAY;
	if (year?.statutory.includes(day)) return "statutory-holiday";
	if (year?.off.includes(day)) return isWeekend ? "weekend" : "bridged-day-off";
	if (year?.makeUp.includes(day)) return "make-up-workday";
	return isWeekend ? "weekend" : "workday";
}

/** Whether that is a day on which people work. */
export function isWorking(kind: DayKind): boolean {
	return kind === "workday" || kind === "make-up-workday";
}

/** Whether the calendar holds the holidays of this year, or an administrator has named any of its days. */
export function isYearKnown(year: number, override: CalendarOverride = {}): boolean {
	return CHINA_CALENDAR[year] !== undefined || Object.keys(override).some((date) => date.startsWith(`${year}-`));
}
