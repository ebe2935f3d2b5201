import * as z from "zod";
import { Calendar, calendarFaults, DayHours, type DayHours as Hours } from "../../hall/calendar.ts";
import { liveSection, type SectionFault } from "../definition/section.ts";
import { SHIPPED_CALENDAR } from "./shipped.ts";
import { CALENDAR_NAME } from "./words.ts";

const MAX_BYTES = 60_000;
/** New Year's days are often named with the year before: a year in which nothing from here on is named has not been entered. */
const ENTERED_FROM = "-05-01";
/** From this month on the next year's holidays are known and have to be entered. */
const ASKED_FROM_MONTH = 11;

export const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

const Day = DayHours.nullable().optional();
const CalendarSection = z.strictObject({
	monday: Day,
	tuesday: Day,
	wednesday: Day,
	thursday: Day,
	friday: Day,
	saturday: Day,
	sunday: Day,
	exceptions: Calendar.shape.exceptions,
	paydays: Calendar.shape.paydays,
	specialDays: Calendar.shape.specialDays,
});
/** A calendar of which each day of the week is a field; one that is not there is closed. */
export type CalendarSection = z.infer<typeof CalendarSection>;

/** Opening hours by the week and by the date, paydays, and days that draw more or fewer. Days changed by hand are the branch's own. */
export const CALENDAR = liveSection<CalendarSection>({
	kind: "live",
	name: CALENDAR_NAME,
	schema: CalendarSection,
	shipped: sectionFrom(SHIPPED_CALENDAR),
	maxBytes: MAX_BYTES,
	check: (value) => calendarFaults(calendarFrom(value)).map(({ path, message }) => faultAt(value, path, message)),
	heed: ({ exceptions }, today) => {
		const [year = 0, month = 0] = today.split("-").map(Number);
		const due = month < ASKED_FROM_MONTH ? [year] : [year, year + 1];
		return due.filter((each) => !isEntered(exceptions, each)).map(yearMissing);
	},
	of: ({ calendar }) => sectionFrom(calendar),
	into: (configuration, value) => {
		const { byHand } = configuration.calendar;
		return { ...configuration, calendar: { ...calendarFrom(value), ...(byHand === undefined ? {} : { byHand }) } };
	},
});

function sectionFrom({ week, byHand: _, ...rest }: Calendar): CalendarSection {
	const days = WEEKDAYS.flatMap((day, at) => (week[at] ? [[day, week[at]] as const] : []));
	return { ...Object.fromEntries<Hours>(days), ...rest };
}

function calendarFrom(value: CalendarSection): Calendar {
	const { exceptions, paydays, specialDays } = value;
	return {
		week: WEEKDAYS.map((day) => value[day] ?? null),
		exceptions,
		...(paydays === undefined ? {} : { paydays }),
		...(specialDays === undefined ? {} : { specialDays }),
	};
}

function faultAt(value: CalendarSection, [list, at = 0]: readonly (string | number)[], en: string): SectionFault {
	const isOfWeek = list === "week";
	const dates = list === "specialDays" ? value.specialDays : value.exceptions;
	const field = isOfWeek ? (WEEKDAYS[Number(at)] ?? "") : `${list}.${dates?.[Number(at)]?.date}`;
	const zh = en.endsWith("twice")
		? "同一日期出现两次：请删除其中一个"
		: "时间先后有误：开门须早于关门，停止取号不得晚于关门";
	return { field, zh, en };
}

function isEntered(exceptions: CalendarSection["exceptions"], year: number): boolean {
	return exceptions.some(({ date }) => date >= `${year}${ENTERED_FROM}` && date <= `${year}-12-31`);
}

function yearMissing(year: number): SectionFault {
	return {
		field: "exceptions",
		zh: `${year} 年的节假日尚未录入：请按国务院通知补充休息日和调休上班日`,
		en: `The holidays of ${year} have not been entered: add its closed days and working weekends`,
	};
}
