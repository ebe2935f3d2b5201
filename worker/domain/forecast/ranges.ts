import type { PastDay } from "./intraday.ts";
import { quantile } from "./ridge.ts";

/** How far off forecasts of half hours were lately: the same scale for quiet and busy ones. */
export type RangeLaw = { readonly spread: number; readonly low: number; readonly high: number };

export type Range = { readonly low: number; readonly high: number };

const MEMORY_DAYS = 40;
/** Nine of ten lie within. */
const TAIL = 0.05;
/** Before there are days to learn from: a normal law, and days that differ by a tenth. */
export const FIRST_RANGE_LAW: RangeLaw = { spread: 0.1, low: -1.645, high: 1.645 };

/**
 * Counts vary as a negative binomial: like chance itself, and by a share of what is expected. What is left after both
 * is taken from the errors of the latest days as they were made.
 */
export function learnRanges(past: readonly PastDay[]): RangeLaw {
	const pairs = past
		.slice(-MEMORY_DAYS)
		.flatMap(({ expected, counts }) =>
			counts.map((count, slot) => ({ count, due: Math.max(0.1, expected[slot] ?? 0) })),
		);
	if (pairs.length === 0) return FIRST_RANGE_LAW;
	const excess = pairs.map(({ count, due }) => (count - due) ** 2 - due).reduce((sum, each) => sum + each, 0);
	const squares = pairs.reduce((sum, { due }) => sum + due * due, 0);
	const spread = Math.sqrt(Math.max(0, excess / squares));
	const off = pairs.map(({ count, due }) => (count - due) / scaleOf(due, spread));
	return { spread, low: quantile(off, TAIL), high: quantile(off, 1 - TAIL) };
}

/** Whole customers between which nine of ten half hours like this one lie. */
export function rangeOf(expected: number, { spread, low, high }: RangeLaw): Range {
	const scale = scaleOf(Math.max(0.1, expected), spread);
	const from = Math.max(0, Math.round(expected + low * scale));
	return { low: from, high: Math.max(from, Math.round(expected + high * scale)) };
}

function scaleOf(due: number, spread: number): number {
	return Math.sqrt(due + (spread * due) ** 2);
}
