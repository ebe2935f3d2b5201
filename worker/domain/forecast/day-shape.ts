import { weekdayOf } from "../../../rules/calendar/calendar-date.ts";

/** What came in each half hour of one day the branch was open; as many half hours every day. */
export type DayArrivals = { readonly day: number; readonly counts: readonly number[] };

const SAME_WEEKDAYS = 8;
const SAME_WEEKDAYS_SHARE = 0.6;
const LATEST_DAYS = 20;

/** How a day's customers divide over its half hours, from the latest days and those of the same weekday. */
export function shapeOf(history: readonly DayArrivals[], day: number): number[] {
	const same = history.filter((each) => weekdayOf(each.day) === weekdayOf(day)).slice(-SAME_WEEKDAYS);
	const latest = sharesOf(history.slice(-LATEST_DAYS));
	if (same.length === 0) return latest;
	const own = sharesOf(same);
	return latest.map((share, slot) => SAME_WEEKDAYS_SHARE * (own[slot] ?? 0) + (1 - SAME_WEEKDAYS_SHARE) * share);
}

export function sum(list: readonly number[]): number {
	let total = 0;
	for (const each of list) total += each;
	return total;
}

function sharesOf(days: readonly DayArrivals[]): number[] {
	const slots = days[0]?.counts.length ?? 0;
	const sums = Array.from({ length: slots }, (_, slot) => sum(days.map(({ counts }) => counts[slot] ?? 0)));
	const total = Math.max(1, sum(sums));
	return sums.map((each) => each / total);
}
