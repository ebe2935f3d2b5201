import { Temporal } from "temporal-polyfill";
import type { BranchConfiguration, DayHours } from "../../schema/configuration.ts";
import type { DayState } from "./branch-state.ts";

/** The local calendar day of an instant. */
export function businessDayAt(timeZone: string, at: number): string {
	return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** How long after closing time a day closes whoever is left, unless the configuration says otherwise. */
const CLOSE_ANYWAY_AFTER_MS = 14_400_000;

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
	const date = Temporal.PlainDate.from(businessDay);
	const hours = hoursOn(configuration, date);
	if (hours === null) return null;
	const times = timesOf(date, hours, timeZone);
	const { startsAt, endsAt } = boundsOf(date, timeZone);
	const overAt = Math.max(times.closesAt, noticedAt);
	const closesItselfAt = Math.min(overAt + limits.closeAfterMs, endsAt);
	const anywayAt = overAt + (limits.closeAnywayAfterMs ?? CLOSE_ANYWAY_AFTER_MS);
	return {
		businessDay,
		startsAt,
		endsAt,
		...times,
		closesItselfAt,
		closesAtLatestAt: Math.max(closesItselfAt, Math.min(anywayAt, nextOpening(configuration, date))),
	};
}

/** The first and the last instant of a local day, whatever its hours; the last is exclusive. */
export function boundsOf(date: Temporal.PlainDate, timeZone: string): { startsAt: number; endsAt: number } {
	return { startsAt: instantOf(date, "00:00", timeZone), endsAt: instantOf(date, "24:00", timeZone) };
}

/** When the day after begins to take customers: no day lasts longer. Infinity when that is a closed one. */
function nextOpening(configuration: BranchConfiguration, date: Temporal.PlainDate): number {
	const tomorrow = date.add({ days: 1 });
	const hours = hoursOn(configuration, tomorrow);
	return hours === null ? Number.POSITIVE_INFINITY : beginsAt(timesOf(tomorrow, hours, configuration.timeZone));
}

/** From when on a day takes customers. */
export function beginsAt({ opensAt, firstTicketAt }: Pick<Day, "opensAt" | "firstTicketAt">): number {
	return Math.min(opensAt, firstTicketAt);
}

function hoursOn({ calendar }: BranchConfiguration, date: Temporal.PlainDate): DayHours | null {
	const exception = calendar.exceptions.find((each) => each.date === date.toString());
	return (exception === undefined ? calendar.week[date.dayOfWeek - 1] : exception.hours) ?? null;
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
