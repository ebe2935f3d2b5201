import { dateOf, dayNumber } from "../../../rules/calendar/calendar-date.ts";
import { dayKindOf, isYearKnown } from "../../../rules/calendar/day-kind.ts";
import type { Forecast, ForecastDay } from "../../../schema/endpoint/forecast-endpoint.ts";
import type { DayHours } from "../../../schema/hall/calendar.ts";
import type { BranchConfiguration } from "../../../schema/hall/configuration.ts";
import type { ArrivalCount } from "../../../schema/hall/report.ts";
import type { Expected, ToldForecast } from "../../../schema/hall/told-forecast.ts";
import { calendarOf, timesUsual } from "./branch-calendar.ts";
import type { BranchCalendar } from "./day-features.ts";
import { type DayArrivals, sum } from "./day-shape.ts";
import { expectDays, forecastRest, learnErrors } from "./forecast.ts";
import { heldLately, pastForecasts, tenths, wholeDay } from "./past-forecast.ts";
import { learnRanges, rangeOf } from "./ranges.ts";

/** How far ahead a branch looks, days. */
export const HORIZON_DAYS = 14;
/** A branch with more days of its own than this needs none of others. */
export const COLD_DAYS = 60;
/** Days of others count for as much as this many of its own: four weeks. */
const POOL_WEIGHT_DAYS = 20;
/** Earlier forecasts that are made again, each from the days before it alone, to see how far off they were. */
export const LOOK_BACK_DAYS = 30;
/** A branch's first days, of which no forecast is judged. */
const FIRST_DAYS = 5;
/** The half hours of the latest days stand for those in which anybody comes. */
const LATEST_DAYS = 40;
const HALF_HOURS = 48;

/** What came on one day of a branch. */
export type DayCame = { readonly businessDay: string; readonly arrivals: readonly ArrivalCount[] };

/** All that a forecast is made of. */
export type ForecastBasis = {
	readonly configuration: Pick<BranchConfiguration, "branchId" | "calendar">;
	/** One service, or null: all of them together. */
	readonly serviceId: string | null;
	/** Closed days of the branch, the oldest first. */
	readonly days: readonly DayCame[];
	/** Days of other branches of its kind, for one that has few of its own. */
	readonly pool: readonly DayCame[];
	/** The local day and half hour (`HH:MM`) it is, and what has come so far on that day, if it is open. */
	readonly today: string;
	readonly halfHour: string;
	readonly soFar: readonly ArrivalCount[];
	/** What was told of days before they opened, of all services together, as far as it was kept. */
	readonly told?: readonly ToldForecast[];
};

/**
 * What is expected of the coming days, each half hour with the range in which nine of ten lie, and how far off the latest forecasts
 * were: as they were told, or, where that was not kept, made again, each from the days before it and nothing more.
 */
export function forecastOf(basis: ForecastBasis): Forecast {
	const { configuration, serviceId, today } = basis;
	const slots = slotsOf(basis);
	const told = new Map((serviceId === null ? (basis.told ?? []) : []).map((each) => [each.businessDay, each]));
	const count = (arrivals: readonly ArrivalCount[]) => countsOf(arrivals, slots, serviceId);
	const history = basis.days.map(({ businessDay, arrivals }) => ({
		day: dayNumber(businessDay),
		counts: count(arrivals),
	}));
	const calendar = calendarOf(configuration, new Set(history.map(({ day }) => day)));
	const pool = pooledDays(basis.pool, count);
	const times = timesUsual(configuration);
	// A special day teaches what a usual one like it would have brought, and brings as many times as many.
	const expect = (known: readonly DayArrivals[], days: readonly number[]) =>
		expected(
			known.map(({ day, counts }) => ({ day, counts: scaled(counts, 1 / times(day)) })),
			pool,
			days,
			calendar,
		).map((due, index) => scaled(due, times(days[index] ?? 0)));
	const past = history.slice(Math.max(FIRST_DAYS, history.length - LOOK_BACK_DAYS)).map((came, at, { length }) => {
		const known = history.slice(0, history.length - length + at);
		return { day: came.day, counts: came.counts, expected: expect(known, [came.day])[0] ?? [] };
	});
	const laws = learnErrors(past);
	const dayLaw = learnRanges(past.map(wholeDay));
	const first = dayNumber(today);
	const days = Array.from({ length: HORIZON_DAYS }, (_, ahead) => first + ahead);
	const closed = history.find(({ day }) => day === first);
	const seen = closed?.counts ?? count(basis.soFar).slice(0, slots.filter((slot) => slot < basis.halfHour).length);
	const before = closed === undefined ? history : history.filter(({ day }) => day !== first);
	const ahead = expect(before, days);
	return {
		branchId: configuration.branchId,
		serviceId,
		learnedFrom: history.length,
		pooledFrom: isCold(history) ? pool.length : 0,
		yearsMissing: [...new Set(days.map((day) => Number(dateOf(day).slice(0, 4))))].filter((year) => !isYearKnown(year)),
		days: days.map((day, index): ForecastDay => {
			const businessDay = dateOf(day);
			const kind = dayKindOf(businessDay);
			const due = ahead[index] ?? [];
			if (due.length === 0) return { businessDay, kind, isOpen: calendar.isOpen(day), whole: null, halfHours: [] };
			const came = index === 0 ? seen : [];
			const rest = forecastRest(due, came, laws);
			const left = sum(rest.map((each) => each.expected));
			const whole = shifted({ expected: left, ...rangeOf(left, dayLaw) }, sum(came));
			const over = due.slice(0, came.length).map((each) => ({ expected: each, ...rangeOf(each, laws.ahead) }));
			const halfHours = [...over, ...rest].map((each, slot) => ({
				id: slots[slot] ?? "",
				...tenths(each),
				came: came[slot] ?? null,
			}));
			return {
				businessDay,
				kind,
				isOpen: true,
				whole: tenths(left === 0 ? shifted(NOTHING, sum(came)) : whole),
				halfHours,
			};
		}),
		past: pastForecasts(past, told),
		held: heldLately(past, told, slots),
	};
}

const NOTHING: Expected = { expected: 0, low: 0, high: 0 };

function shifted({ expected: due, low, high }: Expected, by: number): Expected {
	return { expected: due + by, low: low + by, high: high + by };
}

function scaled(counts: readonly number[], by: number): number[] {
	return counts.map((count) => count * by);
}

function isCold(history: readonly DayArrivals[]): boolean {
	return history.length <= COLD_DAYS;
}

/** By the branch's own days, and while they are few by those of others besides: n / (n + 20 open days) its own. */
function expected(
	known: readonly DayArrivals[],
	pool: readonly DayArrivals[],
	days: readonly number[],
	calendar: BranchCalendar,
): number[][] {
	const own = expectDays(known, days, calendar);
	if (!isCold(known) || pool.length === 0) return own;
	const share = known.length / (known.length + POOL_WEIGHT_DAYS);
	const others = expectDays(pool, days, calendar);
	return days.map((_, index) => {
		const mine = own[index] ?? [];
		return (others[index] ?? []).map((each, slot) => share * (mine[slot] ?? 0) + (1 - share) * each);
	});
}

/** The mean day of other branches for each date on which any of them was open, the oldest first. */
function pooledDays(pool: readonly DayCame[], count: (arrivals: readonly ArrivalCount[]) => number[]): DayArrivals[] {
	const byDay = Map.groupBy(pool, ({ businessDay }) => businessDay);
	return [...byDay]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([businessDay, of]) => {
			const all = of.map(({ arrivals }) => count(arrivals));
			const counts = (all[0] ?? []).map((_, slot) => sum(all.map((each) => each[slot] ?? 0)) / all.length);
			return { day: dayNumber(businessDay), counts };
		});
}

function countsOf(arrivals: readonly ArrivalCount[], slots: readonly string[], serviceId: string | null): number[] {
	const counts = slots.map(() => 0);
	for (const each of arrivals) {
		const slot = slots.indexOf(each.halfHour);
		if (slot >= 0 && (serviceId === null || each.serviceId === serviceId))
			counts[slot] = (counts[slot] ?? 0) + each.issued;
	}
	return counts;
}

/** The half hours from the first to the last in which numbers are given, or lately were. */
function slotsOf({ configuration: { calendar }, days, pool, soFar }: ForecastBasis): string[] {
	const hours = [...calendar.week, ...calendar.exceptions.map((each) => each.hours)].filter((each) => each !== null);
	const given = hours.flatMap(({ opensAt, firstTicketAt, closesAt, lastTicketAt }: DayHours) => [
		slotAt(firstTicketAt ?? opensAt),
		slotAt(lastTicketAt ?? closesAt, -1),
	]);
	const came = [...days.slice(-LATEST_DAYS), ...pool, { arrivals: soFar }].flatMap(({ arrivals }) =>
		arrivals.map(({ halfHour }) => slotAt(halfHour)),
	);
	const all = [...given, ...came];
	if (all.length === 0) return [];
	const from = all.reduce((least, each) => Math.min(least, each), HALF_HOURS - 1);
	const to = all.reduce((most, each) => Math.max(most, each), 0);
	return Array.from({ length: to - from + 1 }, (_, at) => nameOf(from + at));
}

/** The half hour a local time falls into; of a time at which something ends, the one before (`minutes` -1). */
function slotAt(time: string, minutes = 0): number {
	const [hour = 0, minute = 0] = time.split(":").map(Number);
	return Math.max(0, Math.min(HALF_HOURS - 1, Math.floor((hour * 60 + minute + minutes) / 30)));
}

function nameOf(slot: number): string {
	return `${String(Math.floor(slot / 2)).padStart(2, "0")}:${slot % 2 === 0 ? "00" : "30"}`;
}
