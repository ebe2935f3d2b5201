import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Actor, HolderActor } from "../../../schema/actor.ts";
import type { DaySigningBody, DaySigningStep } from "../../../schema/hall/day-signing.ts";
import { nextToSign, signingStep } from "../../../worker/domain/report/day-signing.ts";
import { HEAD, MANAGER, staff } from "../a-day.ts";
import { seedOf } from "../seed.ts";

const SIGN: DaySigningBody = { act: "sign" };
const WHY: DaySigningBody = { act: "sign", explanation: "on sick leave" };
const CORRECT: DaySigningBody = {
	act: "correct",
	figure: "complaints",
	correction: "2",
	reason: "one was written down late",
};
const asked = (steps: readonly DaySigningStep[], body: DaySigningBody, actor: Actor, unsigned = 0) =>
	signingStep({ steps, body, actors: [actor as HolderActor], unsigned, at: 1_000 + steps.length, hash: "h" });
function stepsOf(...acts: readonly (readonly [DaySigningBody, Actor])[]): DaySigningStep[] {
	const steps: DaySigningStep[] = [];
	for (const [body, actor] of acts) {
		const step = asked(steps, body, actor);
		if ("refused" in step) throw new Error(step.refused);
		steps.push(step);
	}
	return steps;
}

describe("the signing of a day", () => {
	it("[REP-7] is the lobby manager's first, then the head's; under that nothing changes any more", () => {
		expect(asked([], SIGN, HEAD)).toEqual({ refused: "manager-signs-first" });
		const once = stepsOf([SIGN, MANAGER]);
		expect(nextToSign(once)).toBe("head");
		expect(asked(once, SIGN, MANAGER)).toEqual({ refused: "head-signs-next" });
		const signed = stepsOf([SIGN, MANAGER], [SIGN, HEAD]);
		expect(nextToSign(signed)).toBeNull();
		for (const body of [SIGN, CORRECT]) expect(asked(signed, body, HEAD)).toEqual({ refused: "day-signed" });
	});

	it("[REP-7] a record that is not signed stands in its way until that is explained", () => {
		expect(asked([], SIGN, MANAGER, 2)).toEqual({ refused: "records-unsigned" });
		expect(asked([], WHY, MANAGER, 2)).toMatchObject({ unsigned: 2, explanation: "on sick leave" });
		expect(asked(stepsOf([SIGN, MANAGER]), SIGN, HEAD, 1)).toEqual({ refused: "records-unsigned" });
	});

	it("[REP-8] a correction has a reason and is a version of its own: the day is signed anew", () => {
		const corrected = stepsOf([SIGN, MANAGER], [CORRECT, HEAD]);
		expect(corrected.at(-1)).toMatchObject({
			act: "correct",
			figure: "complaints",
			reason: "one was written down late",
		});
		expect(nextToSign(corrected)).toBe("manager");
		expect(asked(corrected, SIGN, HEAD)).toEqual({ refused: "manager-signs-first" });
	});

	it("[REP-7] one person who is both does not sign twice", () => {
		const both = [MANAGER, staff("li-na", "branch-head")] as HolderActor[];
		const once = signingStep({ steps: [], body: SIGN, actors: both, unsigned: 0, at: 1, hash: "h" });
		if ("refused" in once) throw new Error(once.refused);
		expect(signingStep({ steps: [once], body: SIGN, actors: both, unsigned: 0, at: 2, hash: "h" })).toEqual({
			refused: "head-signs-next",
		});
	});

	it("[REP-7] [REP-8] whatever is tried in whatever order, a signed day has the two signatures after its last correction, by two people", () => {
		const tries = fc.array(
			fc.record({
				body: fc.constantFrom(SIGN, WHY, CORRECT),
				actor: fc.constantFrom(MANAGER, HEAD),
				unsigned: fc.integer({ min: 0, max: 1 }),
			}),
			{ maxLength: 30 },
		);
		fc.assert(
			fc.property(tries, (all) => {
				let steps: DaySigningStep[] = [];
				for (const { body, actor, unsigned } of all) {
					const isOver = nextToSign(steps) === null;
					const step = asked(steps, body, actor, unsigned);
					if ("refused" in step) continue;
					expect(isOver).toBe(false);
					expect(step.act === "correct" || step.unsigned === 0 || step.explanation !== undefined).toBe(true);
					steps = [...steps, step];
				}
				if (nextToSign(steps) !== null) return;
				const [first, second] = steps.slice(-2);
				expect([first, second]).toMatchObject([{ as: "manager" }, { as: "head" }]);
				expect(first?.by).not.toBe(second?.by);
			}),
			{ seed: seedOf("day signing") },
		);
	});
});
