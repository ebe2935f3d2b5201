import { sum } from "./day-shape.ts";
import { dot, type Observation, ridge } from "./ridge.ts";

/** A day that is over: what was expected of each half hour the evening before, and what came. */
export type PastDay = { readonly expected: readonly number[]; readonly counts: readonly number[] };

/** How far the latest half hours, each so many, carry over to the next one. */
const WINDOWS = [1, 2, 4, 8, Number.POSITIVE_INFINITY] as const;
/** Mean half hours added to both sides of a ratio, so that a few customers say little. */
const DAMPING = 0.5;
const PENALTY = 1;
const MEMORY_DAYS = 40;
/** What was learned is mixed with the plain level of the day so far: two forecasts together err less than either. */
const DAY_SO_FAR_SHARE = 0.2;
/** That level is damped by so many mean half hours. */
const DAY_SO_FAR_DAMPING = 3;

export type IntradayLaw = readonly number[];

/** Learns how much a day's beginning tells of its next half hour. */
export function learnIntraday(past: readonly PastDay[]): IntradayLaw {
	const list: Observation[] = [];
	for (const { expected, counts } of past.slice(-MEMORY_DAYS)) {
		const mean = sum(expected) / Math.max(1, expected.length);
		for (let slot = 1; slot < counts.length; slot++) {
			const due = expected[slot] ?? 0;
			const y = Math.log(((counts[slot] ?? 0) + 0.5) / (due + 0.5));
			list.push({ x: ratios(expected, counts.slice(0, slot)), y, weight: due / Math.max(1e-9, mean) });
		}
	}
	return ridge(
		list,
		WINDOWS.map(() => PENALTY),
		1,
	);
}

/** The expected counts of the half hours not yet over, given what has come so far. */
export function updated(expected: readonly number[], seen: readonly number[], law: IntradayLaw): number[] {
	const factor = factorOf(expected, seen, law);
	return expected.slice(seen.length).map((each) => each * factor);
}

/** The first of those. */
export function updatedNext(expected: readonly number[], seen: readonly number[], law: IntradayLaw): number {
	return (expected[seen.length] ?? 0) * factorOf(expected, seen, law);
}

function factorOf(expected: readonly number[], seen: readonly number[], law: IntradayLaw): number {
	if (seen.length === 0) return 1;
	const usual = (DAY_SO_FAR_DAMPING * sum(expected)) / Math.max(1, expected.length);
	const soFar = (sum(seen) + usual) / (sum(expected.slice(0, seen.length)) + usual);
	return (1 - DAY_SO_FAR_SHARE) * Math.exp(dot(law, ratios(expected, seen))) + DAY_SO_FAR_SHARE * soFar;
}

function ratios(expected: readonly number[], seen: readonly number[]): number[] {
	const damping = (DAMPING * sum(expected)) / Math.max(1, expected.length);
	return WINDOWS.map((window) => {
		const from = Math.max(0, seen.length - window);
		return Math.log((sum(seen.slice(from)) + damping) / (sum(expected.slice(from, seen.length)) + damping));
	});
}
