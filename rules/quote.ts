/** How long somebody will wait, as foreseen: of ten waits one is shorter than `p10Ms`, one longer than `p90Ms`. */
export type Quote = { readonly p10Ms: number; readonly p50Ms: number; readonly p90Ms: number };

/** The range a customer is told, in minutes. */
export type QuotedRange = { readonly fromMin: number; readonly toMin: number };

const MINUTE_MS = 60_000;
const STEP_MIN = 5;
/** A range is told again when an end of it moved by more than both. */
const MOVED_MIN = 5;
const MOVED_SHARE = 0.25;

/** P10 to P90, rounded outward to whole five minutes: it holds whatever the quantiles hold, and is never empty. */
export function rangeOf({ p10Ms, p90Ms }: Quote): QuotedRange {
	const fromMin = STEP_MIN * Math.floor(p10Ms / (STEP_MIN * MINUTE_MS));
	const toMin = STEP_MIN * Math.ceil(p90Ms / (STEP_MIN * MINUTE_MS));
	return { fromMin, toMin: Math.max(toMin, fromMin + STEP_MIN) };
}

/** Whether what was told no longer says what is known now, both counted from the same moment. */
export function isWorthTelling(told: QuotedRange, now: QuotedRange): boolean {
	return hasMoved(told.fromMin, now.fromMin) || hasMoved(told.toMin, now.toMin);
}

/**
 * Whether a quote of before, counted from its own moment, no longer says what is known at `at`: an end of its range moved, or all
 * of it is past and the wait still goes on.
 */
export function isOutdated(told: Quote & { readonly at: number }, now: Quote, at: number): boolean {
	const { fromMin, toMin } = rangeOf(told);
	const since = (at - told.at) / MINUTE_MS;
	if (toMin <= since) return true;
	return isWorthTelling({ fromMin: Math.max(0, fromMin - since), toMin: toMin - since }, rangeOf(now));
}

/** When somebody will be called, as told: between these two moments. */
export function calledBetween(told: Quote & { readonly at: number }): { readonly from: number; readonly to: number } {
	const { fromMin, toMin } = rangeOf(told);
	return { from: told.at + fromMin * MINUTE_MS, to: told.at + toMin * MINUTE_MS };
}

/** What is left at `now` of a range of moments, in whole five minutes; null once all of it is past. */
export function leftOf(told: { readonly from: number; readonly to: number }, now: number): QuotedRange | null {
	if (told.to <= now) return null;
	return rangeOf({ p10Ms: Math.max(0, told.from - now), p50Ms: 0, p90Ms: told.to - now });
}

function hasMoved(before: number, after: number): boolean {
	return Math.abs(after - before) > Math.max(MOVED_MIN, MOVED_SHARE * before);
}
