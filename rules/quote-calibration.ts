import type { Quote } from "./quote.ts";

/**
 * What outcomes taught about quotes (adaptive conformal inference, Gibbs and Candes 2021): the logarithms of the factors by
 * which each end of a range is stretched, of all quotes, of a class and of a place in line. What is not in it is 0.
 */
export type Calibration = {
	readonly lower: Readonly<Record<string, number>>;
	readonly upper: Readonly<Record<string, number>>;
};

export const UNCALIBRATED: Calibration = { lower: {}, upper: {} };

/** One wait in ten may end beyond each end. */
const BEYOND = 0.1;
/** How much one outcome moves the factor of all quotes, of its class, and of its place: a day, and many days. */
const STEPS = { all: 0.05, class: 0.02, place: 0.01 } as const;
/** On a day of few quotes each has to count for more, or the day is over before its ranges fit: steps of all quotes, by their number. */
const DAY_STEP = { perQuote: 40, least: 0.07, most: 0.7 } as const;
/** No factor leaves one twentieth to twenty. */
const LOG_MAX = 3;
const PLACES_MAX = 6;

/** Who a quote was for. Places count in doublings: 0, 1, 2-3, 4-7, ... people before. */
export type QuotedFor = { readonly class: string; readonly ahead: number };

/** How far one outcome moves the factor of all quotes on a day of about so many, if whole days are to hold and not only many of them. */
export function dayStepOf(expectedQuotes: number): number {
	return Math.min(DAY_STEP.most, Math.max(DAY_STEP.least, DAY_STEP.perQuote / Math.max(1, expectedQuotes)));
}

function keysOf(whom: QuotedFor, stepOfAll: number = STEPS.all): readonly (readonly [key: string, step: number])[] {
	const place = Math.min(PLACES_MAX, Math.floor(Math.log2(1 + whom.ahead)));
	return [
		["all", stepOfAll],
		[`class ${whom.class}`, STEPS.class],
		[`place ${place}`, STEPS.place],
	];
}

/** The factor by which one end is stretched for this customer. */
export function stretchOf(calibration: Calibration, end: keyof Calibration, whom: QuotedFor): number {
	return Math.exp(keysOf(whom).reduce((sum, [key]) => sum + (calibration[end][key] ?? 0), 0));
}

/** The quote with both ends as outcomes taught; the median stays, and lies between them. */
export function calibrated(calibration: Calibration, quote: Quote, whom: QuotedFor): Quote {
	const { p50Ms } = quote;
	return {
		p10Ms: Math.min(p50Ms, quote.p10Ms * stretchOf(calibration, "lower", whom)),
		p50Ms,
		p90Ms: Math.max(p50Ms, quote.p90Ms * stretchOf(calibration, "upper", whom)),
	};
}

/** After a wait ended: whether it was shorter than the lower end quoted, or longer than the upper. */
export function withOutcome(
	calibration: Calibration,
	whom: QuotedFor,
	{ short, long }: { readonly short: boolean; readonly long: boolean },
	stepOfAll: number = STEPS.all,
): Calibration {
	return {
		lower: moved(calibration.lower, keysOf(whom, stepOfAll), BEYOND - (short ? 1 : 0)),
		upper: moved(calibration.upper, keysOf(whom, stepOfAll), (long ? 1 : 0) - BEYOND),
	};
}

function moved(factors: Calibration["lower"], keys: ReturnType<typeof keysOf>, by: number): Calibration["lower"] {
	const next = { ...factors };
	for (const [key, step] of keys) {
		next[key] = Math.max(-LOG_MAX, Math.min(LOG_MAX, (next[key] ?? 0) + step * by));
	}
	return next;
}
