import { describe, expect, it } from "vitest";
import { seededRandom } from "../../simulation/seeded-random.ts";
import { seedOf } from "../domain/seed.ts";

const DRAWS = 20_000;

describe("seeded random", () => {
	it("[PLAY-2] gives the same numbers for the same seed and others for another", () => {
		const draw = (seed: number) => Array.from({ length: 8 }, seededRandom(seed).next);
		expect(draw(7)).toEqual(draw(7));
		expect(draw(7)).not.toEqual(draw(8));
	});

	it("has the means it promises", () => {
		const random = seededRandom(seedOf("means"));
		const mean = (draw: () => number) =>
			Array.from({ length: DRAWS }, draw).reduce((sum, each) => sum + each, 0) / DRAWS;
		// Six standard errors each.
		expect(Math.abs(mean(random.next) - 0.5)).toBeLessThan(0.0123);
		expect(Math.abs(mean(() => random.exponential(1)) - 1)).toBeLessThan(0.0425);
		expect(Math.abs(mean(random.normal))).toBeLessThan(0.0425);
		expect(Math.abs(mean(() => (random.chance(0.2) ? 1 : 0)) - 0.2)).toBeLessThan(0.017);
	});

	it("shuffles without losing or doubling anything", () => {
		const random = seededRandom(seedOf("shuffle"));
		const list = Array.from({ length: 50 }, (_, index) => index);
		const shuffled = random.shuffle(list);
		expect(shuffled).not.toEqual(list);
		expect(shuffled.sort((a, b) => a - b)).toEqual(list);
	});
});
