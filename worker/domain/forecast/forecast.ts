import type { BranchCalendar } from "./day-features.ts";
import { expectedTotal, learnDays } from "./day-model.ts";
import { type DayArrivals, shapeOf, sum } from "./day-shape.ts";
import { type IntradayLaw, learnIntraday, type PastDay, updated, updatedNext } from "./intraday.ts";
import { learnRanges, type Range, type RangeLaw, rangeOf } from "./ranges.ts";

/** One half hour to come. */
export type HalfHour = Range & { readonly expected: number };

/** What a branch has learned from the errors of its own forecasts. */
export type ErrorLaws = { readonly intraday: IntradayLaw; readonly ahead: RangeLaw; readonly next: RangeLaw };

/** What is expected of each half hour of a day, from the days before it; of no history nothing. */
export function expectDay(history: readonly DayArrivals[], day: number, calendar: BranchCalendar): number[] {
	if (history.length === 0 || !calendar.isOpen(day)) return [];
	return expectDays(history, [day], calendar)[0] ?? [];
}

/** The same for several days at once: what there is to learn is learned once. */
export function expectDays(
	history: readonly DayArrivals[],
	days: readonly number[],
	calendar: BranchCalendar,
): number[][] {
	const totals = history.map(({ day, counts }) => ({ day, total: sum(counts) }));
	const model = learnDays(totals, calendar);
	return days.map((day) => {
		if (!calendar.isOpen(day) || history.length === 0) return [];
		const total = expectedTotal(model, day, calendar);
		return shapeOf(history, day).map((share) => share * total);
	});
}

/** Learns from days that are over how far to trust what a morning tells, and how wide ranges have to be. */
export function learnErrors(past: readonly PastDay[]): ErrorLaws {
	const intraday = learnIntraday(past);
	const nexts = past.map(({ expected, counts }) => ({
		counts,
		expected: counts.map((_, slot) => updatedNext(expected, counts.slice(0, slot), intraday)),
	}));
	return { intraday, ahead: learnRanges(past), next: learnRanges(nexts) };
}

/** The half hours not yet over, each with the range in which nine of ten lie. */
export function forecastRest(expected: readonly number[], seen: readonly number[], laws: ErrorLaws): HalfHour[] {
	return updated(expected, seen, laws.intraday).map((each, ahead) => {
		const isNext = ahead === 0 && seen.length > 0;
		return { expected: each, ...rangeOf(each, isNext ? laws.next : laws.ahead) };
	});
}
