import { describe, expect, it } from "vitest";
import { isSettledWait, longServiceMs, longWaitMs, tooLongAt } from "../../rules/measure/too-long.ts";
import { USUAL_LIMITS } from "../../rules/measure/usual-limits.ts";

const MINUTE = 60_000;

describe("what is too long", () => {
	it("[ALR-10] a service of two and a half times the usual, and never one of less than ten minutes", () => {
		expect(longServiceMs(2 * MINUTE, USUAL_LIMITS)).toBe(10 * MINUTE);
		expect(longServiceMs(18 * MINUTE, USUAL_LIMITS)).toBe(45 * MINUTE);
	});

	it("[ALR-11] a wait of more than a quarter of an hour, or of a longer target", () => {
		expect(longWaitMs(5 * MINUTE, USUAL_LIMITS)).toBe(15 * MINUTE);
		expect(longWaitMs(20 * MINUTE, USUAL_LIMITS)).toBe(20 * MINUTE);
	});

	it("[ALR-11] is known at half of the limit when much more is foreseen, and settled by the lower limit alone", () => {
		const limit = 16 * MINUTE;
		const wait = (foreseen: number | null) => ({
			readyAt: 0,
			foreseenMs: foreseen === null ? null : foreseen * MINUTE,
		});
		expect([null, 10, 19, 20, 60].map((foreseen) => tooLongAt(wait(foreseen), limit, USUAL_LIMITS) / MINUTE)).toEqual([
			16, 16, 16, 8, 8,
		]);
		expect(isSettledWait(wait(12), limit, USUAL_LIMITS, 12 * MINUTE)).toBe(true);
		expect(isSettledWait(wait(12), limit, USUAL_LIMITS, 13 * MINUTE)).toBe(false);
		expect(isSettledWait(wait(17), limit, USUAL_LIMITS, 5 * MINUTE)).toBe(false);
	});
});
