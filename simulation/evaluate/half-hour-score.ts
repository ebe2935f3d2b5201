import { weekdayOf } from "../../rules/calendar/calendar-date.ts";
import type { BranchCalendar } from "../../worker/domain/forecast/day-features.ts";
import { type DayArrivals, sum } from "../../worker/domain/forecast/day-shape.ts";
import { expectDay, forecastRest, learnErrors } from "../../worker/domain/forecast/forecast.ts";
import type { PastDay } from "../../worker/domain/forecast/intraday.ts";
import { rangeOf } from "../../worker/domain/forecast/ranges.ts";
import { baseline, type Finding, result } from "./evaluation.ts";

/** Days that a branch has seen before its first forecast is kept. */
const FIRST_DAYS = 20;
const SAME_WEEKDAYS = 4;
/** Mean half hours that the simple update adds to both sides. */
const SIMPLE_DAMPING = 3;

type Tally = { came: number; ahead: number; next: number; simpleAhead: number; simpleNext: number } & {
	within: number;
	withinNext: number;
	halfHours: number;
};

/** Goes through the days as they came; each forecast knows only what was over by then. */
export function scoreHalfHours(
	name: string,
	days: readonly DayArrivals[],
	judged: readonly DayArrivals[],
	calendar: BranchCalendar,
	progress: (done: number, total: number) => void,
	[aheadMax, nextMax]: readonly [number, number],
): Finding[] {
	const past: PastDay[] = [];
	const tally = { came: 0, ahead: 0, next: 0, simpleAhead: 0, simpleNext: 0, within: 0, withinNext: 0, halfHours: 0 };
	for (const [index, today] of days.entries()) {
		if (index < FIRST_DAYS) continue;
		const known = days.slice(0, index);
		const expected = expectDay(known, today.day, calendar);
		if (judged.includes(today)) addDay(tally, known, past, expected, today);
		past.push({ expected, counts: today.counts });
		progress(index + 1, days.length);
	}
	const percent = (part: number, of: number) => (100 * part) / Math.max(1, of);
	return [
		result(`${name}, day ahead: WAPE`, "%", percent(tally.ahead, tally.came), { max: aheadMax }),
		baseline(`${name}, mean of last 4 same weekdays`, "%", percent(tally.simpleAhead, tally.came)),
		result(`${name}, 30 min ahead: WAPE`, "%", percent(tally.next, tally.came), { max: nextMax }),
		baseline(`${name}, that mean scaled by the day so far`, "%", percent(tally.simpleNext, tally.came)),
		result(`${name}, day ahead: within the 90 % range`, "%", percent(tally.within, tally.halfHours), RANGE_GOAL),
		result(`${name}, 30 min ahead: within the 90 % range`, "%", percent(tally.withinNext, tally.halfHours), RANGE_GOAL),
	];
}

const RANGE_GOAL = { min: 88, max: 92 };

function addDay(
	tally: Tally,
	known: readonly DayArrivals[],
	past: readonly PastDay[],
	expected: readonly number[],
	{ day, counts }: DayArrivals,
): void {
	const laws = learnErrors(past);
	const same = known.filter((each) => weekdayOf(each.day) === weekdayOf(day)).slice(-SAME_WEEKDAYS);
	const simple = counts.map((_, slot) => sum(same.map((each) => each.counts[slot] ?? 0)) / Math.max(1, same.length));
	const damping = (SIMPLE_DAMPING * sum(simple)) / Math.max(1, simple.length);
	for (const [slot, count] of counts.entries()) {
		const seen = counts.slice(0, slot);
		const [next] = forecastRest(expected, seen, laws);
		const scale = (sum(seen) + damping) / (sum(simple.slice(0, slot)) + damping);
		const ahead = expected[slot] ?? 0;
		const range = rangeOf(ahead, laws.ahead);
		tally.came += count;
		tally.halfHours++;
		tally.ahead += Math.abs(ahead - count);
		tally.next += Math.abs((next?.expected ?? 0) - count);
		tally.simpleAhead += Math.abs((simple[slot] ?? 0) - count);
		tally.simpleNext += Math.abs((simple[slot] ?? 0) * scale - count);
		if (count >= range.low && count <= range.high) tally.within++;
		if (next !== undefined && count >= next.low && count <= next.high) tally.withinNext++;
	}
}
