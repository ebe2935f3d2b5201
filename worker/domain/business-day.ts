import { Temporal } from "temporal-polyfill";
import type { BranchConfiguration, DayHours } from "../../schema/configuration.ts";
import type { DayState } from "./branch-state.ts";

/** The local calendar day of an instant. */
export function businessDayAt(timeZone: string, at: number): string {
	return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** The branch's day that holds the instant `at`; null when the calendar says closed. */
export function dayAt(configuration: BranchConfiguration, at: number): Omit<DayState, "status"> | null {
	const { timeZone, calendar, limits } = configuration;
	const date = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
	const exception = calendar.exceptions.find((each) => each.date === date.toString());
	const hours = exception === undefined ? calendar.week[date.dayOfWeek - 1] : exception.hours;
	if (hours === null || hours === undefined) return null;
	const startsAt = instantOf(date, "00:00", timeZone);
	const endsAt = instantOf(date, "24:00", timeZone);
	const times = timesOf(date, hours, timeZone);
	return {
		businessDay: date.toString(),
		startsAt,
		endsAt,
		...times,
		closesItselfAt: Math.min(times.closesAt + limits.closeAfterMs, endsAt),
	};
}

function timesOf(date: Temporal.PlainDate, hours: DayHours, timeZone: string) {
	return {
		opensAt: instantOf(date, hours.opensAt, timeZone),
		closesAt: instantOf(date, hours.closesAt, timeZone),
		firstTicketAt: instantOf(date, hours.firstTicketAt ?? hours.opensAt, timeZone),
		lastTicketAt: instantOf(date, hours.lastTicketAt ?? hours.closesAt, timeZone),
	};
}

function instantOf(date: Temporal.PlainDate, localTime: string, timeZone: string): number {
	const day = localTime === "24:00" ? date.add({ days: 1 }) : date;
	const plainTime = localTime === "24:00" ? "00:00" : localTime;
	return day.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
}

/** The local half hour an instant falls into, as `HH:MM`: what a clock on the wall shows, also on days it is changed. */
export function halfHourOf(timeZone: string, at: number): string {
	const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
	return `${String(hour).padStart(2, "0")}:${minute < 30 ? "00" : "30"}`;
}
