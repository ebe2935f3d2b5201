import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CREDIT } from "../../../schema/configuration/credit/credit.ts";
import { faultsOf } from "../../../schema/configuration/section-faults.ts";
import { pointsOf } from "../../../worker/domain/credit/points.ts";
import { seedOf } from "../seed.ts";

const { shares } = CREDIT.shipped;
const split = (of: typeof shares, recognised: string | null, informed: string | null, closed: string | null) =>
	Object.fromEntries(pointsOf(of, { recognised, informed, closed }));

describe("the credit for a referral that is won", () => {
	it("[CASE-29] goes to each part by its share, and to whoever played several by their sum", () => {
		expect(split(shares, "li", "chen", "hu")).toEqual({ li: 40, chen: 20, hu: 40 });
		expect(split(shares, "li", "hu", "hu")).toEqual({ li: 40, hu: 60 });
		expect(split(shares, "hu", "hu", "hu")).toEqual({ hu: 100 });
	});

	it("[CASE-29] the share of a part that nobody played goes to the others in proportion, what is left to the largest remainder", () => {
		expect(split(shares, "li", null, "hu")).toEqual({ li: 50, hu: 50 });
		// 30 and 45 of 75 are 40 and 60; 34 and 33 of 67 are 50.7 and 49.3.
		expect(split({ recognised: 30, informed: 25, closed: 45 }, "li", null, "hu")).toEqual({ li: 40, hu: 60 });
		expect(split({ recognised: 34, informed: 33, closed: 33 }, "li", null, "hu")).toEqual({ li: 51, hu: 49 });
		expect(split({ recognised: 33, informed: 33, closed: 34 }, "li", null, "hu")).toEqual({ li: 49, hu: 51 });
		// Equal remainders: the earlier part.
		expect(split({ recognised: 1, informed: 98, closed: 1 }, "li", null, "hu")).toEqual({ li: 50, hu: 50 });
		// None of those who played a part has a share: to all alike.
		expect(split({ recognised: 0, informed: 100, closed: 0 }, "li", null, "hu")).toEqual({ li: 50, hu: 50 });
		// A part without a share earns nothing, and nobody with nothing is named.
		expect(split({ recognised: 0, informed: 0, closed: 100 }, "li", "chen", "hu")).toEqual({ hu: 100 });
	});

	it("[CASE-29] is whole points and exactly 100 together, whatever the shares and whoever played a part", () => {
		const person = fc.constantFrom(null, "li", "chen", "hu");
		const cut = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }));
		const seed = seedOf("the credit for a referral that is won");
		fc.assert(
			fc.property(cut, fc.tuple(person, person, person), ([one, other], [recognised, informed, closed]) => {
				const [low, high] = [Math.min(one, other), Math.max(one, other)];
				const of = { recognised: low, informed: high - low, closed: 100 - high };
				const points = [...pointsOf(of, { recognised, informed, closed })];
				const isAnybody = (recognised ?? informed ?? closed) !== null;
				expect(points.reduce((sum, [, each]) => sum + each, 0)).toBe(isAnybody ? 100 : 0);
				for (const [staffId, each] of points) {
					expect(Number.isInteger(each) && each > 0).toBe(true);
					expect([recognised, informed, closed]).toContain(staffId);
				}
				// Nobody who played a part loses by a part that nobody played.
				const whole = pointsOf(of, { recognised: "li", informed: "chen", closed: "hu" });
				if (recognised === "li" && closed === "hu" && informed !== "li" && informed !== "hu") {
					for (const staffId of ["li", "hu"]) {
						const own = points.find(([id]) => id === staffId)?.[1] ?? 0;
						expect(own).toBeGreaterThanOrEqual(whole.get(staffId) ?? 0);
					}
				}
			}),
			{ seed, numRuns: 2_000 },
		);
	});

	it("[CASE-28] shares that do not make exactly 100 % are refused with a sentence that says what to do", () => {
		const faults = (recognised: number, informed: number, closed: number) =>
			faultsOf("credit", { ...CREDIT.shipped, shares: { recognised, informed, closed } });
		expect(faults(40, 20, 40)).toEqual([]);
		expect(faults(50, 30, 30)).toEqual([
			{
				field: "shares",
				zh: "三项占比合计 110%，须正好为 100%：请调低其中一项",
				en: "The three shares make 110 % together and must make exactly 100 %: lower one of them",
			},
		]);
		expect(faults(33, 33, 33)).toMatchObject([{ en: expect.stringContaining("99 %") }]);
	});
});
