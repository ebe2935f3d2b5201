import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countersLike, type TriedPolicy, tryPolicies } from "../../rules/trial/policy-trial.ts";

const MINUTE = 60_000;
const WORLD = {
	customers: 120,
	profile: [1, 2, 3, 3, 2, 1],
	slotMs: 30 * MINUTE,
	shares: new Map([
		["high", 0.2],
		["ordinary", 0.8],
	]),
	meanServiceMs: 5 * MINUTE,
};
const policy = (rank: number, headStartMin: number, budget: number): TriedPolicy =>
	new Map([
		["high", { rank, headStartMs: headStartMin * MINUTE, overtakeBudget: budget }],
		["ordinary", { rank: 1, headStartMs: 0, overtakeBudget: budget }],
	]);
const of = (name: string, trial: ReturnType<typeof tryPolicies>["firstCome"] | undefined) =>
	trial?.classes.find((each) => each.class === name);

describe("a policy tried before it is lived by", () => {
	it("[QUE-10] is tried by the dispatch of the branch: a higher rank waits less, and the bound holds", () => {
		const { firstCome, policies } = tryPolicies({ ...WORLD, counters: 3 }, [policy(0, 0, 4), policy(0, 0, 1)], {
			days: 20,
			seed: 7,
		});
		const [loose, tight] = policies;
		expect(of("high", loose)?.meanMs).toBeLessThan(of("high", firstCome)?.meanMs ?? 0);
		expect(of("high", loose)?.meanMs).toBeLessThan(of("high", tight)?.meanMs ?? 0);
		expect(of("ordinary", loose)?.slipMs).toBeGreaterThan(of("ordinary", tight)?.slipMs ?? 0);
		expect([firstCome.mostOvertakes, tight?.mostOvertakes, loose?.mostOvertakes]).toEqual([0, 1, 4]);
		expect([firstCome, ...policies].map(({ beyondBound }) => beyondBound)).toEqual([0, 0, 0]);
	});

	it("[QUE-10] nobody gains without somebody's loss: the mean of all stays as it is, and the same seed gives the same figures", () => {
		const property = fc.property(fc.nat(2), fc.nat(30), fc.nat(8), fc.nat(1000), (rank, headStart, budget, seed) => {
			const world = { ...WORLD, counters: 3 };
			const tried = tryPolicies(world, [policy(rank, headStart, budget)], { days: 3, seed });
			const [own] = tried.policies;
			expect(own?.meanMs).toBeCloseTo(tried.firstCome.meanMs, 3);
			expect(own?.mostOvertakes).toBeLessThanOrEqual(budget);
			expect(tryPolicies(world, [policy(rank, headStart, budget)], { days: 3, seed })).toEqual(tried);
		});
		fc.assert(property, { numRuns: 25, seed: 11 });
	});

	it("[QUE-10] finds how many counters make waits like those of a recorded day", () => {
		const asked = { most: 9, days: 6, seed: 3 };
		const meanOf = (counters: number) =>
			tryPolicies({ ...WORLD, counters }, [policy(0, 0, 4)], { days: 6, seed: 3 }).policies[0]?.meanMs ?? 0;
		for (const counters of [3, 4, 5]) {
			expect(countersLike(WORLD, policy(0, 0, 4), { ...asked, meanWaitMs: meanOf(counters) })).toBe(counters);
		}
		expect(countersLike(WORLD, policy(0, 0, 4), { ...asked, meanWaitMs: 0 })).toBe(9);
	});
});
