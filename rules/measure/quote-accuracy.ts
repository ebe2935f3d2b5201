import { type Quote, rangeOf } from "../quote.ts";

/** How well waits held that customers were told: counts and sums, so that days and branches can be added up. Times in ms. */
export type QuoteScore = {
	/** Told a wait with the number, and called in their turn. */
	readonly count: number;
	/** Called within the range in minutes that they were told. */
	readonly held: number;
	/** Those told to wait for anything at all; the figures below are of them, by the quantiles before they were rounded. */
	readonly scored: number;
	/** Called before the lower end (P10), and after the upper (P90): one in ten each, if quotes are true. */
	readonly early: number;
	readonly late: number;
	/** Sums: how far the middle (P50) was off, the waits, and P90 less P10. */
	readonly offMs: number;
	readonly waitedMs: number;
	readonly widthMs: number;
};

export const NO_QUOTES_SCORED: QuoteScore = {
	count: 0,
	held: 0,
	scored: 0,
	early: 0,
	late: 0,
	offMs: 0,
	waitedMs: 0,
	widthMs: 0,
};

/** Fewer quotes than this tell nothing of a branch's week. */
const ENOUGH_QUOTES = 50;
/** Nine in ten are to keep to each end; outside of this a branch's quotes are looked at. */
const TRUE_SHARE = { least: 0.85, most: 0.95 } as const;
const MINUTE_MS = 60_000;

/** What a quote and the wait that came of it say. */
export function scoreOf(quote: Quote, waitMs: number): QuoteScore {
	const { fromMin, toMin } = rangeOf(quote);
	const held = waitMs >= fromMin * MINUTE_MS && waitMs <= toMin * MINUTE_MS ? 1 : 0;
	if (quote.p50Ms === 0) return { ...NO_QUOTES_SCORED, count: 1, held };
	return {
		count: 1,
		held,
		scored: 1,
		early: waitMs < quote.p10Ms ? 1 : 0,
		late: waitMs > quote.p90Ms ? 1 : 0,
		offMs: Math.abs(waitMs - quote.p50Ms),
		waitedMs: waitMs,
		widthMs: quote.p90Ms - quote.p10Ms,
	};
}

/** Several scores as one. */
export function sumOfScores(scores: readonly QuoteScore[]): QuoteScore {
	return scores.reduce(
		(sum, each) => ({
			count: sum.count + each.count,
			held: sum.held + each.held,
			scored: sum.scored + each.scored,
			early: sum.early + each.early,
			late: sum.late + each.late,
			offMs: sum.offMs + each.offMs,
			waitedMs: sum.waitedMs + each.waitedMs,
			widthMs: sum.widthMs + each.widthMs,
		}),
		NO_QUOTES_SCORED,
	);
}

/** The shares (0..1) that kept to the upper and to the lower end, nine in ten each if quotes are true; null: nothing was scored. */
export function keptTo({ scored, early, late }: QuoteScore): { readonly upper: number; readonly lower: number } | null {
	return scored === 0 ? null : { upper: 1 - late / scored, lower: 1 - early / scored };
}

/** Whether quotes of a week were not true: at either end fewer than 85 or more than 95 % kept to it. */
export function areUntrue(week: QuoteScore): boolean {
	const kept = keptTo(week);
	if (kept === null || week.scored < ENOUGH_QUOTES) return false;
	return [kept.upper, kept.lower].some((share) => share < TRUE_SHARE.least || share > TRUE_SHARE.most);
}
