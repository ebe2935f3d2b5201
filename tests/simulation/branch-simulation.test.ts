import { describe, expect, it } from "vitest";
import { type DayWorld, drawDay, type SimulatedClass, simulateDay } from "../../rules/trial/simulated-day.ts";
import { RULES, STUDY, studyRules } from "../../simulation/policy-study.ts";
import { seededRandom } from "../../simulation/seeded-random.ts";
import { count } from "../counts.ts";
import { seedOf } from "../domain/seed.ts";

const classes = new Map<string, SimulatedClass>([
	["high", { share: 0.2, rank: 0, headStartMs: 0, overtakeBudget: 4 }],
	["ordinary", { share: 0.8, rank: 1, headStartMs: 0, overtakeBudget: 4 }],
]);

describe("the branch simulator", () => {
	it("[PLAY-3] keeps the load-weighted wait whatever the rule, service being alike for all", () => {
		const seed = seedOf("conservation");
		const results = studyRules(RULES, { ...STUDY, seed, days: count(20, 200) });
		const [yardstick] = results;
		for (const result of results) {
			expect(result.conservedMin).toBeCloseTo(yardstick!.conservedMin, 6);
			expect(result.meanMin).toBeCloseTo(result.conservedMin, 6);
		}
		// The rules do differ: it is only the weighted sum that stays.
		expect(results[1]!.classMeanOverFcfs.high).toBeLessThan(0.3);
		expect(results[1]!.classMeanOverFcfs.ordinary).toBeGreaterThan(1.4);
	});

	it("[PLAY-3] bounds overtakes by the budget where strict priority does not", () => {
		const results = studyRules(RULES, { ...STUDY, seed: seedOf("budgets"), days: count(20, 200) });
		const most = new Map(results.map((result) => [result.rule, result.mostOvertakes]));
		expect([...most.values()].map((each) => Math.min(each, 6))).toEqual([0, 6, 5, 4]);
	});

	it("[PLAY-2] gives the same study for the same seed", () => {
		const study = (seed: number) => studyRules(RULES, { ...STUDY, seed, days: 2 });
		expect(study(3)).toEqual(study(3));
		expect(study(3)).not.toEqual(study(4));
	});

	it("serves in order of arrival when told to, and never lets a counter idle while somebody waits", () => {
		const day = {
			arrivals: [0, 1, 2, 3].map((at) => ({ at, class: at === 3 ? "high" : "ordinary" })),
			serviceMs: [10, 10, 10, 10],
		};
		const starts = (dispatch: Parameters<typeof simulateDay>[3]) =>
			simulateDay(day, 2, classes, dispatch).map((ticket) => ticket.startedAt);
		expect(starts((waiting) => waiting[0])).toEqual([0, 1, 10, 11]);
		expect(starts((waiting) => waiting.at(-1))).toEqual([0, 1, 11, 10]);
		expect(() => starts(() => undefined)).toThrow("nobody");
	});

	it("draws as many customers as asked, spread over the profile", () => {
		const world: DayWorld = {
			customers: 300,
			profile: [1, 3],
			slotMs: 1_000,
			shares: new Map([["ordinary", 1]]),
			meanServiceMs: 60,
		};
		const random = seededRandom(seedOf("arrivals"));
		const days = Array.from({ length: 60 }, () => drawDay(world, random));
		const arrivals = days.flatMap((day) => day.arrivals);
		// Six standard deviations of a Poisson sum.
		expect(Math.abs(arrivals.length - 18_000)).toBeLessThan(6 * Math.sqrt(18_000));
		const early = arrivals.filter(({ at }) => at < 1_000).length;
		expect(Math.abs(early - 4_500)).toBeLessThan(6 * Math.sqrt(4_500));
	});
});
