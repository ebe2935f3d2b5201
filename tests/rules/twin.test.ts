import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { imagine, inTurn } from "../../rules/place-in-line.ts";
import { lawOf, NOTHING_SEEN } from "../../rules/service-law.ts";
import { type ComingTickets, quotesOf } from "../../rules/twin.ts";
import { AT, chanceFrom, hallOf, MINUTE_MS, NOBODY_COMES, openCounter, waitingTicket } from "./a-hall.ts";

const TEN_MINUTES = () => new Float64Array([10 * MINUTE_MS]);
const ANY_LAW = () => lawOf(NOTHING_SEEN, NOTHING_SEEN);
const line = fc
	.array(fc.record({ minutesAgo: fc.integer({ min: 0, max: 60 }), rank: fc.integer({ min: 0, max: 3 }) }), {
		minLength: 1,
		maxLength: 20,
	})
	.map((list) => list.map(({ minutesAgo, rank }, ordinal) => waitingTicket(ordinal, minutesAgo, rank)));
const coming: ComingTickets = {
	startsAt: AT,
	slotMs: 30 * MINUTE_MS,
	perSlot: Array.from({ length: 8 }, () => 12),
	kinds: [
		{ class: "class-0", rank: 0, budget: 2, headStartMs: 0, service: "cash", share: 0.3 },
		{ class: "class-3", rank: 3, budget: 2, headStartMs: 0, service: "cash", share: 0.7 },
	],
};

describe("the twin of a hall", () => {
	it("[QTE-1] calls everybody in the order and at the time at which the branch will", () => {
		fc.assert(
			fc.property(line, (tickets) => {
				const world = { lawOf: TEN_MINUTES, coming: NOBODY_COMES, chanceOf: chanceFrom(1), runs: 2 };
				const quotes = quotesOf(hallOf(tickets, [openCounter("c-1", 4)]), world);
				const order = [...inTurn(imagine(tickets))].map((each) => each.of.id);
				for (const [place, id] of order.entries()) {
					const waitMs = (6 + 10 * place) * MINUTE_MS;
					expect(quotes.get(id)).toEqual({ p10Ms: waitMs, p50Ms: waitMs, p90Ms: waitMs });
				}
				expect(quotes.size).toBe(tickets.length);
			}),
		);
	});

	it("[QTE-1] lets a free counter call at once, and one that cannot do the service pass", () => {
		const tickets = [waitingTicket(0, 5, 0, "loan"), waitingTicket(1, 3), waitingTicket(2, 1)];
		const counters = [openCounter("c-1", null), openCounter("c-2", 2, ["loan"])];
		const world = { lawOf: TEN_MINUTES, coming: NOBODY_COMES, chanceOf: chanceFrom(1) };
		const quotes = quotesOf(hallOf(tickets, counters), world);
		expect([...quotes].map(([id, { p50Ms }]) => [id, p50Ms / MINUTE_MS])).toEqual([
			["t-0", 8],
			["t-1", 0],
			["t-2", 10],
		]);
	});

	it("[QTE-1] lets those yet to come of a higher class go before, by the budget and no more", () => {
		const tickets = [waitingTicket(0, 0, 3)];
		const quote = (perSlot: number) => {
			const world = { lawOf: TEN_MINUTES, coming: { ...coming, perSlot: [perSlot] }, chanceOf: chanceFrom(4) };
			return quotesOf(hallOf(tickets, [openCounter("c-1", 1)]), world).get("t-0")!;
		};
		expect(quote(0).p90Ms).toBe(9 * MINUTE_MS);
		// A crowd of the first class: two of them, as the budget allows.
		expect(quote(400).p50Ms).toBe(29 * MINUTE_MS);
	});

	it("[QTE-2] quotes the same for the same hall and seed, after it was written down and read again too", () => {
		fc.assert(
			fc.property(line, fc.integer(), (tickets, seed) => {
				const counters = [openCounter("c-1", 4), openCounter("c-2", null)];
				const world = () => ({ lawOf: ANY_LAW, coming, chanceOf: chanceFrom(seed), runs: 20 });
				const quotes = quotesOf(hallOf(tickets, counters), world());
				const restored = JSON.parse(JSON.stringify(tickets)).toReversed();
				const again = quotesOf(hallOf(restored, counters), world());
				expect(new Map(again)).toEqual(quotes);
				for (const { p10Ms, p50Ms, p90Ms } of quotes.values()) {
					expect(p10Ms).toBeLessThanOrEqual(p50Ms);
					expect(p50Ms).toBeLessThanOrEqual(p90Ms);
				}
				const [first] = tickets;
				const alone = quotesOf(hallOf(tickets, counters), { ...world(), only: first!.id });
				expect([...alone]).toEqual([[first!.id, quotes.get(first!.id)]]);
			}),
			{ numRuns: 40 },
		);
		const hall = hallOf([waitingTicket(0, 1), waitingTicket(1, 1)], [openCounter("c-1", 4)]);
		const by = (seed: number) => quotesOf(hall, { lawOf: ANY_LAW, coming, chanceOf: chanceFrom(seed) }).get("t-1");
		expect(by(1)).not.toEqual(by(2));
	});

	it("[QTE-2] meets the same customers with one counter more: nobody in a line of one class waits longer", () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 12 }), fc.integer(), (many, seed) => {
				const tickets = Array.from({ length: many }, (_, ordinal) => waitingTicket(ordinal, many - ordinal));
				const quote = (counters: Parameters<typeof hallOf>[1]) =>
					quotesOf(hallOf(tickets, counters), { lawOf: ANY_LAW, coming, chanceOf: chanceFrom(seed), runs: 10 });
				const before = quote([openCounter("c-1", 4)]);
				const after = quote([openCounter("c-1", 4), openCounter("c-2", null)]);
				for (const [id, { p50Ms }] of before) expect(after.get(id)!.p50Ms).toBeLessThanOrEqual(p50Ms);
			}),
			{ numRuns: 40 },
		);
	});

	it("[QTE-15] quotes who might take a number as if they had, and everybody else as if they had not", () => {
		fc.assert(
			fc.property(line, fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 4 }), (tickets, ranks) => {
				const counters = [openCounter("c-1", 4), openCounter("c-2", null)];
				const world = { lawOf: TEN_MINUTES, coming: NOBODY_COMES, chanceOf: chanceFrom(1), runs: 1 };
				const newcomers = ranks.map((rank, index) => waitingTicket(100 + index, 0, rank));
				const quotes = quotesOf(hallOf(tickets, counters), { ...world, newcomers });
				const alone = quotesOf(hallOf(tickets, counters), world);
				for (const { id } of tickets) expect(quotes.get(id)).toEqual(alone.get(id));
				const only = quotesOf(hallOf(tickets, counters), { ...world, newcomers, newcomersOnly: true });
				expect([...only.keys()]).toEqual(newcomers.map(({ id }) => id));
				for (const newcomer of newcomers) {
					const real = quotesOf(hallOf([...tickets, newcomer], counters), world).get(newcomer.id);
					expect(quotes.get(newcomer.id)).toEqual(real);
					expect(only.get(newcomer.id)).toEqual(real);
				}
			}),
		);
	});

	it("[QTE-1] knows who is early for an appointment, and who was overtaken more often than those before", () => {
		fc.assert(
			fc.property(
				line,
				fc.array(fc.nat(3), { minLength: 20 }),
				fc.array(fc.boolean(), { minLength: 20 }),
				(all, many, early) => {
					const tickets = all.map((each, index) => {
						const queuedAt = early[index] === true ? AT + 20 * MINUTE_MS : each.queuedAt;
						return { ...each, queuedAt, orderAt: queuedAt, overtaken: many[index] ?? 0 };
					});
					const world = { lawOf: TEN_MINUTES, coming: NOBODY_COMES, chanceOf: chanceFrom(1), runs: 1 };
					const quotes = quotesOf(hallOf(tickets, [openCounter("c-1", 4)]), world);
					const order = [...inTurn(imagine(tickets))].map((each) => each.of.id);
					expect(order.map((id) => quotes.get(id)?.p50Ms)).toEqual(
						order.map((_, place) => (6 + 10 * place) * MINUTE_MS),
					);
				},
			),
		);
	});

	it("[QTE-4] has no quote for whom no open counter can serve", () => {
		const closed = { ...openCounter("c-2", null, ["loan"]), status: "closed" };
		const tickets = [waitingTicket(0, 5, 0, "loan"), waitingTicket(1, 3)];
		const world = { lawOf: ANY_LAW, coming: NOBODY_COMES, chanceOf: chanceFrom(1) };
		expect([...quotesOf(hallOf(tickets, [openCounter("c-1", 1), closed]), world).keys()]).toEqual(["t-1"]);
		expect(quotesOf(hallOf(tickets, []), world).size).toBe(0);
	});
});
