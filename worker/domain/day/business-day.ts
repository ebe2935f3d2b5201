import { dateOf, dayNumber, weekdayOf } from "../../../rules/calendar/calendar-date.ts";
import type { DayHours } from "../../../schema/hall/calendar.ts";
import type { BranchConfiguration } from "../../../schema/hall/configuration.ts";
import type { DayState } from "../hall/branch-state.ts";
import { instantAt, localDate, localMinutes } from "./time-zone.ts";

/** The local calendar day of an instant. */
export function businessDayAt(timeZone: string, at: number): string {
	return localDate(timeZone, at);
}

/** How long after closing time a day closes whoever is left, unless the configuration says otherwise. */
const CLOSE_ANYWAY_AFTER_MS = 14_400_000;

const HOUR_MINUTES = 60;
const HALF_HOUR_MINUTES = 30;

type Day = Omit<DayState, "status" | "rollsOver">;

/** The branch's day that holds the instant `at`; null when the calendar says closed. */
export function dayAt(configuration: BranchConfiguration, at: number): Day | null {
	return dayOn(configuration, businessDayAt(configuration.timeZone, at));
}

/**
 * The hours of a business day; null when the calendar says closed. The delays after closing time count from `noticedAt`
 * when the day was already past that time then: shortened hours send nobody away at once.
 */
export function dayOn(configuration: BranchConfiguration, businessDay: string, noticedAt = 0): Day | null {
	const { timeZone, limits } = configuration;
	const hours = hoursOn(configuration, businessDay);
	if (hours === null) return null;
	const times = timesOf(businessDay, hours, timeZone);
	const { startsAt, endsAt } = boundsOf(businessDay, timeZone);
	const overAt = Math.max(times.closesAt, noticedAt);
	const closesItselfAt = Math.min(overAt + limits.closeAfterMs, endsAt);
	const anywayAt = overAt + (limits.closeAnywayAfterMs ?? CLOSE_ANYWAY_AFTER_MS);
	return {
		businessDay,
		startsAt,
		endsAt,
		...times,
		closesItselfAt,
		closesAtLatestAt: Math.max(closesItselfAt, Math.min(anywayAt, nextOpening(configuration, businessDay))),
	};
}

/** The calendar day after one. */
export function dayAfter(businessDay: string): string {
	return dateOf(dayNumber(businessDay) + 1);
}

/** The first and the last instant of a local day, whatever its hours; the last is exclusive. */
function boundsOf(businessDay: string, timeZone: string): { startsAt: number; endsAt: number } {
	return { startsAt: instantOf(businessDay, "00:00", timeZone), endsAt: instantOf(businessDay, "24:00", timeZone) };
}

/** When the day after begins to take customers: no day lasts longer. Infinity when that is a closed one. */
function nextOpening(configuration: BranchConfiguration, businessDay: string): number {
	const tomorrow = dayAfter(businessDay);
	const hours = hoursOn(configuration, tomorrow);
	return hours === null ? Number.POSITIVE_INFINITY : beginsAt(timesOf(tomorrow, hours, configuration.timeZone));
}

/** From when on a day takes customers. */
export function beginsAt({ opensAt, firstTicketAt }: Pick<Day, "opensAt" | "firstTicketAt">): number {
	return Math.min(opensAt, firstTicketAt);
}

function hoursOn({ calendar }: BranchConfiguration, businessDay: string): DayHours | null {
	const { byHand = [], exceptions } = calendar;
	const exception = [...byHand, ...exceptions].find((each) => each.date === businessDay);
	if (exception !== undefined) return exception.hours;
	return calendar.week[weekdayOf(dayNumber(businessDay)) - 1] ?? null;
}

function timesOf(businessDay: string, hours: DayHours, timeZone: string) {
	return {
		opensAt: instantOf(businessDay, hours.opensAt, timeZone),
		closesAt: instantOf(businessDay, hours.closesAt, timeZone),
		firstTicketAt: instantOf(businessDay, hours.firstTicketAt ?? hours.opensAt, timeZone),
		lastTicketAt: instantOf(businessDay, hours.lastTicketAt ?? hours.closesAt, timeZone),
	};
}

/** `localTime` is `HH:MM`; `24:00` is the midnight that ends the day. */
function instantOf(businessDay: string, localTime: string, timeZone: string): number {
	const [hour = 0, minute = 0] = localTime.split(":").map(Number);
	return instantAt(businessDay, hour * HOUR_MINUTES + minute, timeZone);
}

/** The local half hour an instant falls into, as `HH:MM`: what a clock on the wall shows, also on days it is changed. */
export function halfHourOf(timeZone: string, at: number): string {
	const minutes = localMinutes(timeZone, at);
	const hour = String(Math.floor(minutes / HOUR_MINUTES)).padStart(2, "0");
	return `${hour}:${minutes % HOUR_MINUTES < HALF_HOUR_MINUTES ? "00" : "30"}`;
}
