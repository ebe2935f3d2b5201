import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../simulation/seeded-random.ts";
import { count } from "../../counts.ts";
import { follow, newModel } from "../queue-model.ts";
import { differences, judgeCall } from "../queue-rules.ts";
import { movesOf, play, randomConfiguration, someMoves } from "../random-day.ts";
import { seedOf } from "../seed.ts";

class Enough extends Error {}
/** A million tickets take a minute and a half, and more beside other work. */
const PATIENCE_MS = 600_000;

describe("random days", () => {
	it("[TKT-2] [QUE-1] [QUE-3] [QUE-4] [QUE-5] hold after every step of every history", () => {
		const seed = seedOf("rules of the queue");
		const property = fc.property(fc.nat(), someMoves(250), (configurationSeed, moves) => {
			const model = newModel();
			play(
				randomConfiguration(configurationSeed),
				moves,
				({ commit, after }) => {
					follow(model, commit, (event) => judgeCall(model, event));
					expect([...model.faults, ...differences(model, after)]).toEqual([]);
				},
				"untold",
			);
		});
		fc.assert(property, { seed, numRuns: count(60, 600) });
	});

	it("[QUE-4] nobody is overtaken more often than budget and overrides allow, in a million tickets of long days with crashes and changed hours", {
		timeout: PATIENCE_MS,
	}, () => {
		const seed = seedOf("the bound");
		const random = seededRandom(seed);
		const whole = count(100_000, 1_000_000);
		let issued = 0;
		let calls = 0;
		let overrides = 0;
		let hoursChanged = 0;
		let most = 0;
		while (issued < whole) {
			const model = newModel();
			try {
				play(
					randomConfiguration(Math.floor(random.between(0, 1e9))),
					movesOf(random),
					({ commit, after }) => {
						follow(model, commit, (event) => judgeCall(model, event));
						if (commit.events.some(({ type }) => type === "day-hours-changed")) hoursChanged++;
						if (commit.seq % 50 === 0) model.faults.push(...differences(model, after));
						if (model.faults.length > 0) throw new Error(`seed ${seed}: ${model.faults.slice(0, 5).join("; ")}`);
						if (model.issued >= 1_000) throw new Enough();
					},
					"untold",
				);
			} catch (error) {
				if (!(error instanceof Enough)) throw error;
			}
			issued += model.issued;
			calls += model.calls;
			overrides += model.overrides;
			most = Math.max(most, model.mostOvertaken);
		}
		console.log(
			`the bound: ${issued} tickets, ${calls} calls, ${overrides} overrides, ${hoursChanged} changes of hours, most overtaken ${most} times`,
		);
		// Else the days were too quiet to prove anything.
		expect(calls).toBeGreaterThan(whole / 2);
		expect(overrides).toBeGreaterThan(whole / 200);
		expect(hoursChanged).toBeGreaterThan(whole / 2_000);
		expect(most).toBeGreaterThan(4);
	});
});
