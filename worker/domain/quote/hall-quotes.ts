import { canServe, type Queued } from "../../../rules/dispatch.ts";
import { openCounters } from "../../../rules/place-in-line.ts";
import type { Quote } from "../../../rules/quote.ts";
import { calibrated } from "../../../rules/quote-calibration.ts";
import { quotesOf } from "../../../rules/twin.ts";
import { HORIZON_MS } from "../../../rules/twin-run.ts";
import type { PlacedQuote } from "../../../schema/hall/quote.ts";
import type { CounterState, Ticket } from "../hall/branch-state.ts";
import type { Configured } from "../hall/decision.ts";
import { policyOf, twinOf, withoutClasses, worldOf } from "./hall-twin.ts";

/** Everybody's quotes of one look at a hall; whom nobody on duty can serve is not in it. */
export type HallQuotes = {
	readonly at: number;
	/** By id of the waiting ticket. */
	readonly tickets: ReadonlyMap<string, PlacedQuote>;
	/** Of the default class, by service. */
	readonly newcomers: ReadonlyMap<string, PlacedQuote>;
};

const RUNS = 60;
/** Newcomers are told ranges in which they differ little. */
const NEWCOMER_RUNS = 40;
/** In a hall of more than so many each run takes longer, and their number matters less: fewer, down to a share. */
const CROWD = 80;
const LEAST_SHARE = 1 / 3;
const NO_WAIT: Quote = { p10Ms: 0, p50Ms: 0, p90Ms: 0 };

/**
 * One look at the hall: everybody waiting, and who might take a number for each service. Newcomers are quoted in a hall of which
 * no classes are known: a tile that everybody reads says nothing of who waits.
 */
export function hallQuotes(state: Configured, at: number): HallQuotes {
	const open = openCounters(state);
	if (open.length === 0) return { at, tickets: new Map(), newcomers: new Map() };
	const hall = twinOf(state, at);
	const world = worldOf(state);
	const lines = linesOf(state, open);
	const newcomers = [...new Set(lines.values())].map((line) => newcomerTo(state, line, at));
	const fewer = Math.max(CROWD / state.tickets.size, LEAST_SHARE);
	const runs = (many: number) => Math.ceil(many * Math.min(1, fewer));
	const seen = quotesOf(hall, { ...world, runs: runs(RUNS) });
	const wiped = withoutClasses(state, hall);
	const blind = quotesOf(wiped, { ...world, runs: runs(NEWCOMER_RUNS), newcomers, newcomersOnly: true });
	const waiting = [...state.tickets.values()].filter((ticket) => isForeseen(seen.get(ticket.id)));
	const ahead = aheadOfEach(open, waiting, seen);
	const ofTicket = ({ id, class: name }: Ticket) =>
		placed(state, seen.get(id) ?? NO_WAIT, { class: name, ahead: ahead.get(id) ?? 0 });
	return {
		at,
		tickets: new Map(waiting.map((ticket) => [ticket.id, ofTicket(ticket)])),
		newcomers: new Map(
			[...lines].flatMap(([service, line]) => {
				const quote = blind.get(line);
				return isForeseen(quote) ? [[service, ofNewcomer(state, open, service, quote)] as const] : [];
			}),
		),
	};
}

/** The quote of a single ticket that has just been issued. */
export function ticketQuote(state: Configured, ticket: Ticket, at: number): PlacedQuote | undefined {
	const open = openCounters(state);
	const quote = quotesOf(twinOf(state, at), { ...worldOf(state), runs: RUNS, only: ticket.id }).get(ticket.id);
	if (!isForeseen(quote)) return undefined;
	const rivals = [...state.tickets.values()].filter((each) => each.id !== ticket.id && isRival(open, each, ticket));
	return placed(state, quote, { class: ticket.class, ahead: rivals.length });
}

/** A wait of so many hours that some were not followed to their end has no figure that could be meant. */
function isForeseen(quote: Quote | undefined): quote is Quote {
	return quote !== undefined && quote.p90Ms < HORIZON_MS;
}

/** For each service that somebody on duty can do, the service that stands for all with the same counters. */
function linesOf({ configuration }: Configured, open: readonly CounterState[]): Map<string, string> {
	const first = new Map<string, string>();
	const lines = new Map<string, string>();
	for (const { id } of configuration.services) {
		const able = open.filter((counter) => counter.services.includes(id)).map((counter) => counter.id);
		if (able.length === 0) continue;
		const line = first.get(able.join()) ?? id;
		first.set(able.join(), line);
		lines.set(id, line);
	}
	return lines;
}

function newcomerTo(state: Configured, service: string, at: number): Queued {
	const { defaultClass } = state.configuration.dispatch;
	const { headStartMs, ...policy } = policyOf(state, defaultClass);
	const since = { queuedAt: at, orderAt: at - headStartMs, ordinal: state.tally.issued + 1, overtaken: 0 };
	return { id: service, class: defaultClass, ...policy, ...since, status: "waiting", services: [service] };
}

/** For each ticket how many of those it shares a counter with are foreseen to be called before it. */
function aheadOfEach(
	open: readonly CounterState[],
	waiting: readonly Ticket[],
	quotes: ReadonlyMap<string, Quote>,
): Map<string, number> {
	const p50Of = ({ id }: Ticket) => quotes.get(id)?.p50Ms ?? 0;
	const called = waiting.toSorted((a, b) => p50Of(a) - p50Of(b));
	const before = new Map<string, number>();
	const ahead = new Map<string, number>();
	for (const { id, services } of called) {
		const own = services[0] ?? "";
		let many = 0;
		for (const [service, count] of before) if (shareCounter(open, service, own)) many += count;
		ahead.set(id, many);
		before.set(own, (before.get(own) ?? 0) + 1);
	}
	return ahead;
}

function shareCounter(open: readonly CounterState[], one: string, other: string): boolean {
	return open.some(({ services }) => services.includes(one) && services.includes(other));
}

function ofNewcomer(state: Configured, open: readonly CounterState[], service: string, quote: Quote): PlacedQuote {
	const able = open.filter((counter) => counter.services.includes(service));
	return placed(state, quote, { class: state.configuration.dispatch.defaultClass, ahead: aheadAt(state, able) });
}

/** Everybody who waits for one of these counters: the place of who comes after them, whatever their class. */
export function aheadAt({ tickets }: Configured, able: readonly CounterState[]): number {
	let ahead = 0;
	for (const ticket of tickets.values()) if (able.some((counter) => canServe(counter, ticket))) ahead++;
	return ahead;
}

function isRival(open: readonly CounterState[], a: Ticket, b: Ticket): boolean {
	return open.some((counter) => canServe(counter, a) && canServe(counter, b));
}

function placed({ learning }: Configured, quote: Quote, whom: { readonly class: string; readonly ahead: number }) {
	const { p10Ms, p50Ms, p90Ms } = calibrated(learning.calibration, quote, whom);
	return { p10Ms: Math.round(p10Ms), p50Ms: Math.round(p50Ms), p90Ms: Math.round(p90Ms), ahead: whom.ahead };
}
