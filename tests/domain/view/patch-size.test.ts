import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../simulation/seeded-random.ts";
import type { Configured } from "../../../worker/domain/hall/decision.ts";
import { keyedDiff } from "../../../worker/domain/view/keyed-diff.ts";
import { staffView } from "../../../worker/domain/view/staff-view.ts";
import { count } from "../../counts.ts";
import { movesOf, play, randomConfiguration, someMoves } from "../random-day.ts";
import { seedOf } from "../seed.ts";

/** Random halls are fuller than recorded ones, for which the bench holds 700. */
const MEAN_PATCH_MAX_BYTES = 800;
const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

describe("patches for staff", () => {
	it("[VIEW-3] a call changes the called ticket, its counter, those overtaken, those given away whose chance it was and, by name out of order, the tally; its quote goes, and no other record changes", () => {
		const seed = seedOf("records of a call");
		let calls = 0;
		const property = fc.property(fc.nat(), someMoves(200), (configurationSeed, moves) => {
			play(randomConfiguration(configurationSeed), moves, ({ before, commit, after }) => {
				const [event, ...more] = commit.events;
				if (event?.type !== "ticket-called" || more.length > 0) return;
				calls++;
				const { put, remove } = keyedDiff(staffView(before as Configured), staffView(after));
				const ids = Object.entries(put).map(([name, records]) => [name, records.map((each) => each.id).sort()]);
				const hadChance = [...after.tickets.values()].filter(
					({ id, sentBy }) => sentBy === undefined && before.tickets.get(id)?.sentBy !== undefined,
				);
				expect(Object.fromEntries(ids)).toEqual({
					tickets: [...new Set([event.ticketId, ...hadChance.map(({ id }) => id)])].sort(),
					...(event.passed.length > 0 ? { overtakes: [...event.passed].sort() } : {}),
					counters: [event.counterId],
					...(event.override !== undefined ? { tally: ["today"] } : {}),
				});
				// Accepted alerts are forgotten after a while, at whatever happens next; who is called waits no more.
				const { alerts: _, overtakes: _counts, quotes = [], ...others } = remove;
				expect(others).toEqual({});
				expect(quotes.filter((id) => id !== event.ticketId)).toEqual([]);
			});
		});
		fc.assert(property, { seed, numRuns: count(40, 200) });
		expect(calls).toBeGreaterThan(50);
	});

	it("[VIEW-3] are small on average, and below half the view while twenty wait", () => {
		const seed = seedOf("bytes of a patch");
		const random = seededRandom(seed);
		const sizes: number[] = [];
		const moves = movesOf(random);
		function* some() {
			for (let left = count(4_000, 40_000); left > 0; left--) yield moves.next().value;
		}
		play(randomConfiguration(Math.floor(random.between(0, 1e9))), some(), ({ before, commit, after }) => {
			if (commit.events.length === 0 || before.configuration === null) return;
			const was = staffView(before as Configured);
			const bytes = bytesOf(keyedDiff(was, staffView(after)));
			sizes.push(bytes);
			const waiting = was.tickets.filter((ticket) => ticket.status === "waiting").length;
			if (waiting >= 20) expect(bytes).toBeLessThan(bytesOf(was) / 2);
		});
		const mean = sizes.reduce((sum, bytes) => sum + bytes, 0) / sizes.length;
		console.log(`staff patches: mean ${Math.round(mean)} bytes, largest ${Math.max(...sizes)} of ${sizes.length}`);
		expect(mean).toBeLessThan(MEAN_PATCH_MAX_BYTES);
	});
});
