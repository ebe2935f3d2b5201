import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BranchState, Ticket } from "../../../worker/domain/hall/branch-state.ts";
import type { Configured } from "../../../worker/domain/hall/decision.ts";
import { type HallQuotes, hallQuotes } from "../../../worker/domain/quote/hall-quotes.ts";
import { displayView } from "../../../worker/domain/view/display-view.ts";
import { ticketView } from "../../../worker/domain/view/ticket-view.ts";
import { count } from "../../counts.ts";
import { play, randomConfiguration, someMoves } from "../random-day.ts";
import { seedOf } from "../seed.ts";

/** The same hall with everybody waiting of another class, drawn anew, as the branch's policy has it. */
function reclassed(state: Configured, draw: (ticket: Ticket) => number): Configured {
	const { classes } = state.configuration.dispatch;
	const tickets = new Map<string, Ticket>();
	for (const [id, ticket] of state.tickets) {
		const drawn = classes[draw(ticket) % classes.length];
		const { id: name = "", rank = 0, overtakeBudget: budget = 0, headStartMs = 0 } = drawn ?? {};
		const orderAt = ticket.queuedAt - headStartMs;
		tickets.set(id, { ...ticket, class: name, rank, budget, headStartMs, orderAt });
	}
	return { ...state, tickets };
}

/** Whoever is given a number and of whom nothing is known stands behind all, as it ships; a day's later policies may differ. */
function defaultIsLast({ configuration, tickets }: Configured): boolean {
	const { classes, defaultClass } = configuration.dispatch;
	const own = classes.find(({ id }) => id === defaultClass);
	if (own?.headStartMs !== 0 || [...tickets.values()].some(({ rank }) => rank > own.rank)) return false;
	return classes.every(({ id, rank }) => id === defaultClass || rank < own.rank);
}

/** A screen knows no time but that of what happened last. */
function lastShownAt({ tickets, counters }: Configured): number {
	const live = [...tickets.values()].filter(({ status }) => status !== "ended");
	return Math.max(...[...live, ...counters.values()].map(({ since }) => since));
}

const told = ({ newcomers }: HallQuotes) => JSON.stringify([...newcomers]);

describe("what quotes give away", () => {
	it("[QTE-14] what is told to who might take a number is the same, of whatever class everybody in the hall is", () => {
		let looked = 0;
		const property = fc.property(
			fc.nat(),
			someMoves(80),
			fc.array(fc.nat(), { minLength: 40 }),
			(seed, moves, drawn) => {
				let last: Configured | null = null;
				play(randomConfiguration(seed), moves, ({ after }) => {
					if ([...after.tickets.values()].some(({ status }) => status === "waiting")) last = after;
				});
				const state = last as BranchState | null;
				if (state === null) return;
				const quotes = hallQuotes(state as Configured, state.lastAt);
				const other = reclassed(state as Configured, ({ ordinal }) => drawn[Math.abs(ordinal) % drawn.length] ?? 0);
				expect(told(hallQuotes(other, state.lastAt))).toBe(told(quotes));
				if (quotes.newcomers.size > 0) looked++;
			},
		);
		fc.assert(property, { seed: seedOf("classes and tiles"), numRuns: count(25, 200) });
		expect(looked).toBeGreaterThan(5);
	});

	it("[QTE-21] no number on a board or a kiosk, and none on another's ticket page, tells what class anybody who waits is", () => {
		let looked = 0;
		const property = fc.property(
			fc.nat(),
			someMoves(80),
			fc.array(fc.nat(), { minLength: 40 }),
			(seed, moves, drawn) => {
				const configuration = randomConfiguration(seed);
				for (const each of configuration.dispatch.classes) {
					if (each.id === configuration.dispatch.defaultClass) Object.assign(each, { rank: 99, headStartMs: 0 });
				}
				play(configuration, moves, ({ after }) => {
					if (!defaultIsLast(after)) return;
					const waiting = [...after.tickets.values()].filter(({ status }) => status === "waiting");
					if (waiting.length < 2 || waiting.length % 4 !== 0) return;
					// Who came before an appointment competes as of then, behind whoever took a number when a screen was last told something.
					if (waiting.some(({ queuedAt }) => queuedAt > lastShownAt(after))) return;
					const other = reclassed(after, ({ ordinal }) => drawn[Math.abs(ordinal) % drawn.length] ?? 0);
					// Whose turn it is follows from classes, as calls do: what a board says of that are numbers in their order.
					const { next: _, ...seen } = displayView(after);
					const { next: __, ...seenOfOthers } = displayView(other);
					expect(seenOfOthers).toEqual(seen);
					for (const { id } of waiting) expect(ticketView(other, id)).toEqual(ticketView(after, id));
					looked++;
				});
			},
		);
		fc.assert(property, { seed: seedOf("classes and numbers"), numRuns: count(15, 150), endOnFailure: true });
		expect(looked).toBeGreaterThan(20);
	});

	it("[QTE-14] a board, a kiosk and a ticket page get rounded minutes and nothing of what they were made of", () => {
		const property = fc.property(fc.nat(), someMoves(60), (seed, moves) => {
			play(randomConfiguration(seed), moves, ({ after }) => {
				for (const { quote } of displayView(after).services) {
					if (quote === undefined) continue;
					expect(Object.keys(quote).sort()).toEqual(["fromMin", "toMin"]);
					expect([quote.fromMin % 5, quote.toMin % 5]).toEqual([0, 0]);
				}
				for (const ticket of after.tickets.values()) {
					const [own] = ticketView(after, ticket.id).ticket;
					if (own?.quote === undefined) continue;
					expect(own.status).toBe("waiting");
					expect(Object.keys(own.quote).sort()).toEqual(["from", "to"]);
					expect((own.quote.to - own.quote.from) % (5 * 60_000)).toBe(0);
				}
			});
		});
		fc.assert(property, { seed: seedOf("what is told"), numRuns: count(12, 100) });
	});
});
