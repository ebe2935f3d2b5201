import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areUntrue, keptTo, NO_QUOTES_SCORED, scoreOf, sumOfScores } from "../../rules/measure/quote-accuracy.ts";

const MINUTE = 60_000;
const quote = { p10Ms: 6 * MINUTE, p50Ms: 9 * MINUTE, p90Ms: 13 * MINUTE };
const week = (scored: number, early: number, late: number) => ({
	...NO_QUOTES_SCORED,
	count: scored,
	scored,
	early,
	late,
});

describe("how well a quote held", () => {
	it.each([
		// Told: 5 to 15 minutes.
		[4, { held: 0, early: 1, late: 0 }],
		[5.5, { held: 1, early: 1, late: 0 }],
		[9, { held: 1, early: 0, late: 0 }],
		[14, { held: 1, early: 0, late: 1 }],
		[16, { held: 0, early: 0, late: 1 }],
	])("[QTE-17] of 6, 9 and 13 minutes, called after %d", (minutes, expected) => {
		const waitedMs = minutes * MINUTE;
		expect(scoreOf(quote, waitedMs)).toEqual({
			count: 1,
			scored: 1,
			...expected,
			offMs: Math.abs(waitedMs - 9 * MINUTE),
			waitedMs,
			widthMs: 7 * MINUTE,
		});
	});

	it("[QTE-17] who was told to wait for nothing is counted, and has no quantiles to be scored by", () => {
		const nothing = { p10Ms: 0, p50Ms: 0, p90Ms: 0 };
		expect(scoreOf(nothing, 4_000)).toEqual({ ...NO_QUOTES_SCORED, count: 1, held: 1 });
		expect(scoreOf(nothing, 6 * MINUTE)).toEqual({ ...NO_QUOTES_SCORED, count: 1, held: 0 });
	});

	it("[QTE-17] adds up: the score of all is the sum of the scores of each", () => {
		const wait = fc.record({
			p10: fc.nat(3_600_000),
			more: fc.nat(3_600_000),
			most: fc.nat(3_600_000),
			waited: fc.nat(7_200_000),
		});
		const property = fc.property(fc.array(wait), fc.nat(), (waits, cut) => {
			const scores = waits.map(({ p10, more, most, waited }) =>
				scoreOf({ p10Ms: p10, p50Ms: p10 + more, p90Ms: p10 + more + most }, waited),
			);
			const at = cut % (scores.length + 1);
			const parts = [sumOfScores(scores.slice(0, at)), sumOfScores(scores.slice(at))];
			expect(sumOfScores(parts)).toEqual(sumOfScores(scores));
			const { count, scored, early, late } = sumOfScores(scores);
			expect(count).toBe(waits.length);
			expect(early + late).toBeLessThanOrEqual(scored);
		});
		fc.assert(property);
	});

	it.each([
		[week(100, 10, 10), false],
		[week(100, 15, 5), false],
		[week(100, 10, 16), true],
		[week(100, 10, 4), true],
		[week(100, 16, 10), true],
		[week(100, 4, 10), true],
		// Of so few nothing can be said.
		[week(49, 49, 0), false],
		[NO_QUOTES_SCORED, false],
	])("[QTE-18] a week is untrue when either end is not kept by 85 to 95 in a hundred: %j", (score, isUntrue) => {
		expect(areUntrue(score)).toBe(isUntrue);
	});

	it("[QTE-18] says nothing of shares where nothing was scored", () => {
		expect(keptTo(NO_QUOTES_SCORED)).toBeNull();
		expect(keptTo(week(20, 1, 4))).toEqual({ upper: 0.8, lower: 0.95 });
	});
});
