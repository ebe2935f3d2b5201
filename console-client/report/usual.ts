import type { DayReport } from "../../schema/hall/report.ts";

/** What was usual on days like this one; `days`: how many of them had the figure. */
export type Usual = { readonly low: number; readonly high: number; readonly days: number };

/** Of fewer days than these nobody can say what stands out. */
const STANDS_OUT_FROM_DAYS = 3;

/** A figure on other days, of those days that have it; null: none has. */
export function usualOf(
	days: readonly DayReport[],
	figure: (day: DayReport) => number | null | undefined,
): Usual | null {
	const values = days
		.map(figure)
		.filter((value) => value != null)
		.sort((one, other) => one - other);
	const [low, high] = [values[0], values.at(-1)];
	if (low === undefined || high === undefined) return null;
	return { low, high, days: values.length };
}

/** Whether a figure lies outside of what is usual; null: it does not, or there are too few days to say so. */
export function standsOut(value: number | null, usual: Usual | null): "above" | "below" | null {
	if (value === null || usual === null || usual.days < STANDS_OUT_FROM_DAYS) return null;
	if (value > usual.high) return "above";
	return value < usual.low ? "below" : null;
}
