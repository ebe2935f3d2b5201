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

function hasMoved(before: number, after: number): boolean {
	return Math.abs(after - before) > Math.max(MOVED_MIN, MOVED_SHARE * before);
}
