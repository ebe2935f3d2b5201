import { describe, expect, it } from "vitest";
import { LearningBranch, QUOTED_RULE, WORLD } from "../../simulation/evaluate/learning-branch.ts";

const DAYS = 8;

function playDays(firstSeed: number) {
	const branch = new LearningBranch({ ...WORLD, customers: 330 }, 5, QUOTED_RULE.classes, 20);
	return Array.from({ length: DAYS }, (_, day) => branch.playDay(firstSeed + day));
}

describe("quotes of a branch that learns", () => {
	it("[QTE-7] [PLAY-2] are the same for the same seeds, and come near the waits after a few days", () => {
		const days = playDays(11);
		expect(playDays(11)).toEqual(days);
		const late = days.slice(2).flat();
		const waits = late.reduce((sum, each) => sum + each.waitMs, 0);
		const errors = late.reduce((sum, each) => sum + Math.abs(each.waitMs - each.quote.p50Ms), 0);
		const simple = late.reduce((sum, each) => sum + Math.abs(each.waitMs - each.simpleMs), 0);
		expect(errors / waits).toBeLessThan(0.3);
		expect(errors).toBeLessThan(simple);
		const held = late.filter((each) => each.waitMs <= each.quote.p90Ms).length / late.length;
		expect(held).toBeGreaterThan(0.85);
		expect(held).toBeLessThan(0.95);
	});
});
