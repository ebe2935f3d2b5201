import { describe, expect, it } from "vitest";
import { drawDay, type SimulatedClass, simulateDay } from "../../rules/trial/simulated-day.ts";
import { seededRandom } from "../../simulation/seeded-random.ts";
import { count } from "../counts.ts";
import { seedOf } from "../domain/seed.ts";

const CLASSES = new Map<string, SimulatedClass>([
	["ordinary", { share: 1, rank: 0, headStartMs: 0, overtakeBudget: 4 }],
]);
/** Chance to wait with c counters of which a are busy on average, from a printed table of Erlang's C. */
const TABLE = [
	{ counters: 1, busy: 0.8, chance: 0.8 },
	{ counters: 2, busy: 1.5, chance: 0.6429 },
	{ counters: 5, busy: 4, chance: 0.5541 },
	{ counters: 10, busy: 8, chance: 0.4092 },
] as const;
const SERVICE_MS = 1_000;
const BATCHES = 30;
const STANDARD_ERRORS = 5;

describe("the branch simulator against queueing theory", () => {
	it("[PLAY-7] waits as long as Erlang's formula says, within what chance allows", () => {
		const random = seededRandom(seedOf("Erlang"));
		for (const { counters, busy, chance } of TABLE) {
			const customers = count(30_000, 300_000);
			const world = {
				customers,
				profile: [1],
				slotMs: (customers * SERVICE_MS) / busy,
				shares: new Map([["ordinary", 1]]),
				meanServiceMs: SERVICE_MS,
			};
			const tickets = simulateDay(drawDay(world, random), counters, CLASSES, (waiting) => waiting[0]);
			const size = Math.floor(tickets.length / BATCHES);
			const means = Array.from({ length: BATCHES }, (_, batch) =>
				mean(
					tickets
						.slice(batch * size, (batch + 1) * size)
						.map(({ queuedAt, startedAt }) => (startedAt - queuedAt) / SERVICE_MS),
				),
			);
			const measured = mean(means);
			const error = Math.sqrt(mean(means.map((each) => (each - measured) ** 2)) / (BATCHES - 1));
			const expected = chance / (counters - busy);
			expect(Math.abs(measured - expected)).toBeLessThan(STANDARD_ERRORS * error);
			// The interval is narrow enough to tell: a tenth more or less would be seen in the long run.
			expect(error / expected).toBeLessThan(0.2);
		}
	});
});

function mean(list: readonly number[]): number {
	return list.reduce((sum, each) => sum + each, 0) / Math.max(1, list.length);
}
