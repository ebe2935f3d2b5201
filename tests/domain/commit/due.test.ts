import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextDueAt, tick } from "../../../worker/domain/commit/due.ts";
import { count } from "../../counts.ts";
import { play, randomConfiguration, someMoves } from "../random-day.ts";
import { seedOf } from "../seed.ts";

describe("what a branch does by itself", () => {
	it("[ALR-11] [ALR-14] [DAY-7] is something whenever something is due: no alarm comes for nothing", () => {
		const seed = seedOf("due");
		const property = fc.property(fc.nat(), someMoves(150), (configurationSeed, moves) => {
			play(
				randomConfiguration(configurationSeed),
				moves,
				({ after }) => {
					const dueAt = nextDueAt(after);
					if (dueAt === null) return;
					const done = tick(after, { now: Math.max(dueAt, after.lastAt), present: [] });
					expect("events" in done && done.events.length).toBeGreaterThan(0);
				},
				"untold",
			);
		});
		fc.assert(property, { seed, numRuns: count(30, 300) });
	});
});
