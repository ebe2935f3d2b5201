import { type Calibration, UNCALIBRATED } from "../../../rules/quote-calibration.ts";
import type { SeenServices } from "../../../rules/service-law.ts";
import type { KnownDays, WaitQuote } from "../../../schema/hall/quote.ts";

/** What happened today of what a branch learns from. */
export type LearnedToday = {
	readonly services: Readonly<Record<string, SeenServices>>;
	/** Tickets issued in each half hour since the day began. */
	readonly arrivals: readonly number[];
	/** By service and class, as `service class`. */
	readonly kinds: Readonly<Record<string, number>>;
};

/** What a branch knows about waits: from closed days, from today, and how well its quotes held. */
export type Learning = {
	/** As the day's first event said; null: nothing yet. */
	readonly known: KnownDays | null;
	readonly today: LearnedToday;
	readonly calibration: Calibration;
};

/** What is told to who might take a number. */
export type ToldQuotes = {
	/** When the hall was last looked at. */
	readonly at: number;
	/** Whether what was seen then is still to be told: with the next commit. */
	readonly due: boolean;
	/** By service; null or absent: nobody on duty can do it. */
	readonly newcomers: Readonly<Record<string, WaitQuote | null>>;
};

export const NOTHING_TODAY: LearnedToday = { services: {}, arrivals: [], kinds: {} };
export const NOTHING_LEARNED: Learning = { known: null, today: NOTHING_TODAY, calibration: UNCALIBRATED };
export const NO_QUOTES: ToldQuotes = { at: 0, due: false, newcomers: {} };

/** A quote as it is told at a moment. */
export function quoteFrom({ p10Ms, p50Ms, p90Ms }: WaitQuote, at: number): WaitQuote & { readonly at: number } {
	return { p10Ms, p50Ms, p90Ms, at };
}
