import { dateOf, dayNumber, weekdayOf } from "../../../rules/calendar/calendar-date.ts";
import { dayKindOf } from "../../../rules/calendar/day-kind.ts";
import { type CalendarSection, WEEKDAYS } from "../../../schema/configuration/calendar/calendar.ts";
import type { DayHours } from "../../../schema/hall/calendar.ts";
import type { Bilingual } from "../../../schema/ids.ts";

type Exception = CalendarSection["exceptions"][number];

const DAYS_A_WEEK = 7;
/** A month lies in at most so many weeks. */
const WEEKS = 6;

const HOLIDAY_NAMES = {
	"statutory-holiday": { zh: "法定节假日", en: "Public holiday" },
	"bridged-day-off": { zh: "调休放假", en: "Day off in lieu" },
	"make-up-workday": { zh: "调休上班", en: "Make-up workday" },
} as const satisfies Record<string, Bilingual>;

/** The days of the weeks in which a month (`YYYY-MM`) lies, from a Monday on. */
export function weeksOf(month: string): string[] {
	const first = dayNumber(`${month}-01`);
	const monday = first - weekdayOf(first) + 1;
	const days = Array.from({ length: WEEKS * DAYS_A_WEEK }, (_, at) => dateOf(monday + at));
	const last = days.filter((day) => day <= `${month}-31`).length;
	return days.slice(0, Math.ceil(last / DAYS_A_WEEK) * DAYS_A_WEEK);
}

/** The month some months from another, `YYYY-MM`. */
export function monthFrom(month: string, by: number): string {
	const [year = 0, at = 1] = month.split("-").map(Number);
	const months = year * 12 + at - 1 + by;
	return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}`;
}

/** What a calendar says of a day. */
export function plannedOn(value: CalendarSection, date: string) {
	const exception = value.exceptions.find((each) => each.date === date);
	const special = value.specialDays?.find((each) => each.date === date);
	return { hours: exception === undefined ? usualOn(value, date) : exception.hours, exception, special };
}

function usualOn(value: CalendarSection, date: string): DayHours | null {
	const day = WEEKDAYS[weekdayOf(dayNumber(date)) - 1];
	return (day === undefined ? null : value[day]) ?? null;
}

/** The calendar with other words on some days; `hours` undefined: as the week says, `times` null: as many as usual. */
export function withDays(
	value: CalendarSection,
	dates: readonly string[],
	named: { readonly hours: DayHours | null | undefined; readonly times: number | null; readonly name: Bilingual },
): CalendarSection {
	const { hours, times, name } = named;
	const { specialDays: before = [], ...rest } = value;
	const exceptions = rest.exceptions.filter(({ date }) => !dates.includes(date));
	const special = before.filter(({ date }) => !dates.includes(date));
	const more = hours === undefined ? [] : dates.map((date): Exception => ({ date, hours, name }));
	const specialDays = [...special, ...(times === null ? [] : dates.map((date) => ({ date, times, name })))];
	return {
		...rest,
		exceptions: byDate([...exceptions, ...more]),
		...(specialDays.length === 0 ? {} : { specialDays: byDate(specialDays) }),
	};
}

/** The holidays of China in a year, closed, and its working weekends, open as a Monday; days that are named already stay. */
export function withHolidays(value: CalendarSection, year: number): CalendarSection {
	const named = new Set(value.exceptions.map(({ date }) => date));
	const more: Exception[] = [];
	for (let day = dayNumber(`${year}-01-01`); day < dayNumber(`${year + 1}-01-01`); day++) {
		const date = dateOf(day);
		const kind = dayKindOf(date);
		if (named.has(date) || kind === "workday" || kind === "weekend") continue;
		more.push({ date, hours: kind === "make-up-workday" ? (value.monday ?? null) : null, name: HOLIDAY_NAMES[kind] });
	}
	return { ...value, exceptions: byDate([...value.exceptions, ...more]) };
}

function byDate<Each extends { readonly date: string }>(days: readonly Each[]): Each[] {
	return [...days].sort((one, other) => (one.date < other.date ? -1 : 1));
}
