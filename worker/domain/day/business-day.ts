// Functions instead of the classes: what is not used here stays out of the worker.
import { fromEpochMilliseconds, toZonedDateTimeISO } from "temporal-polyfill/fns/Instant";
import * as PlainDate from "temporal-polyfill/fns/PlainDate";
import { create as plainTime } from "temporal-polyfill/fns/PlainTime";
import { toPlainDate } from "temporal-polyfill/fns/ZonedDateTime";
import type { DayHours } from "../../../schema/hall/calendar.ts";
import type { BranchConfiguration } from "../../../schema/hall/configuration.ts";
import type { DayState } from "../hall/branch-state.ts";

/** The local calendar day of an instant. */
export function businessDayAt(timeZone: string, at: number): string {
	return PlainDate.toString(toPlainDate(localAt(timeZone, at)));
}

/** How long after closing time a day closes whoever is left, unless the configuration says otherwise. */
const CLOSE_ANYWAY_AFTER_MS = 14_400_000;

type LocalDate = ReturnType<typeof PlainDate.create>;
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
	const date = dateOf(businessDay);
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

/** The calendar day after one. */
export function dayAfter(businessDay: string): string {
	return PlainDate.toString(PlainDate.addDays(dateOf(businessDay), 1));
}

/** The first and the last instant of a local day, whatever its hours; the last is exclusive. */
function boundsOf(date: LocalDate, timeZone: string): { startsAt: number; endsAt: number } {
	return { startsAt: instantOf(date, "00:00", timeZone), endsAt: instantOf(date, "24:00", timeZone) };
}

/** When the day after begins to take customers: no day lasts longer. Infinity when that is a closed one. */
function nextOpening(configuration: BranchConfiguration, date: LocalDate): number {
	const tomorrow = PlainDate.addDays(date, 1);
	const hours = hoursOn(configuration, tomorrow);
	return hours === null ? Number.POSITIVE_INFINITY : beginsAt(timesOf(tomorrow, hours, configuration.timeZone));
}

/** From when on a day takes customers. */
export function beginsAt({ opensAt, firstTicketAt }: Pick<Day, "opensAt" | "firstTicketAt">): number {
	return Math.min(opensAt, firstTicketAt);
}

function hoursOn({ calendar }: BranchConfiguration, date: LocalDate): DayHours | null {
	const { byHand = [], exceptions } = calendar;
	const exception = [...byHand, ...exceptions].find((each) => each.date === PlainDate.toString(date));
	return (exception === undefined ? calendar.week[PlainDate.dayOfWeek(date) - 1] : exception.hours) ?? null;
}

function timesOf(date: LocalDate, hours: DayHours, timeZone: string) {
	return {
		opensAt: instantOf(date, hours.opensAt, timeZone),
		closesAt: instantOf(date, hours.closesAt, timeZone),
		firstTicketAt: instantOf(date, hours.firstTicketAt ?? hours.opensAt, timeZone),
		lastTicketAt: instantOf(date, hours.lastTicketAt ?? hours.closesAt, timeZone),
	};
}

function instantOf(date: LocalDate, localTime: string, timeZone: string): number {
	const day = localTime === "24:00" ? PlainDate.addDays(date, 1) : date;
	const [hour = 0, minute = 0] = localTime === "24:00" ? [] : localTime.split(":").map(Number);
	return PlainDate.toZonedDateTime(day, { timeZone, plainTime: plainTime(hour, minute) }).epochMilliseconds;
}

function localAt(timeZone: string, at: number) {
	return toZonedDateTimeISO(fromEpochMilliseconds(at), timeZone);
}

function dateOf(businessDay: string): LocalDate {
	const [year = 0, month = 0, day = 0] = businessDay.split("-").map(Number);
	return PlainDate.create(year, month, day);
}

/** Zones differ from UTC by quarters of an hour, and change by them. */
const QUARTER_MS = 900_000;
/** Quarters of which the half hour is known: some days of one branch. A calendar takes a hundred times as long as this does. */
const QUARTERS_MAX = 1_000;
const halfHours = new Map<string, Map<number, string>>();

/** The local half hour an instant falls into, as `HH:MM`: what a clock on the wall shows, also on days it is changed. */
export function halfHourOf(timeZone: string, at: number): string {
	const ofZone = quartersOf(timeZone);
	const quarter = Math.floor(at / QUARTER_MS);
	const known = ofZone.get(quarter);
	if (known !== undefined) return known;
	const { hour, minute } = localAt(timeZone, at);
	const halfHour = `${String(hour).padStart(2, "0")}:${minute < 30 ? "00" : "30"}`;
	ofZone.set(quarter, halfHour);
	return halfHour;
}

function quartersOf(timeZone: string): Map<number, string> {
	const known = halfHours.get(timeZone);
	if (known !== undefined && known.size < QUARTERS_MAX) return known;
	const made = new Map<number, string>();
	halfHours.set(timeZone, made);
	return made;
}
