import { dateOf, dayNumber, weekdayOf } from "../../../rules/calendar/calendar-date.ts";
import { dayKindOf } from "../../../rules/calendar/day-kind.ts";
import type { BranchConfiguration } from "../../../schema/hall/configuration.ts";
import type { BranchCalendar } from "./day-features.ts";

/** When salaries and pensions are usually paid, as days of the month, for a branch that says nothing else. */
const PAYDAYS = [10, 15];
/** The first day of the Spring Festival lies between these. */
const FESTIVAL_FROM = "01-20";
const FESTIVAL_TO = "02-21";

/**
 * The days of a branch by its own configuration: open as its week and its exceptions say, and on every day on which somebody came
 * (day numbers), whatever is configured now. Weekends worked by the calendar of China, or opened by an exception, are make-up days.
 */
export function calendarOf(
	{ calendar }: Pick<BranchConfiguration, "calendar">,
	came: ReadonlySet<number>,
): BranchCalendar {
	const named = [...calendar.exceptions, ...(calendar.byHand ?? [])];
	const exceptions = new Map(named.map(({ date, hours }) => [dayNumber(date), hours !== null]));
	const isUsual = (day: number) => (calendar.week[weekdayOf(day) - 1] ?? null) !== null;
	return {
		isOpen: (day) => came.has(day) || (exceptions.get(day) ?? isUsual(day)),
		isMakeUp: (day) => dayKindOf(dateOf(day)) === "make-up-workday" || (exceptions.get(day) === true && !isUsual(day)),
		festivalNear: springFestivalNear,
		paydays: calendar.paydays ?? PAYDAYS,
	};
}

/** How many times as many as usual come on a day, by the branch's own word; 1 on all others. */
export function timesUsual({ calendar }: Pick<BranchConfiguration, "calendar">): (day: number) => number {
	const times = new Map((calendar.specialDays ?? []).map((each) => [dayNumber(each.date), each.times]));
	return (day) => times.get(day) ?? 1;
}

/** The first holiday of the Spring Festival in the year of this day; null in a year that the calendar does not hold. */
export function springFestivalNear(day: number): number | null {
	const year = dateOf(day).slice(0, 4);
	const known = festivals.get(year);
	if (known !== undefined) return known;
	const first = firstHoliday(year);
	festivals.set(year, first);
	return first;
}

const festivals = new Map<string, number | null>();

function firstHoliday(year: string): number | null {
	for (let at = dayNumber(`${year}-${FESTIVAL_FROM}`); at <= dayNumber(`${year}-${FESTIVAL_TO}`); at++) {
		if (dayKindOf(dateOf(at)) === "statutory-holiday") return at;
	}
	return null;
}
