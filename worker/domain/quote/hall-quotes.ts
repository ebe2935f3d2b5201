import { canServe, type Queued } from "../../../rules/dispatch.ts";
import { openCounters } from "../../../rules/place-in-line.ts";
import type { Quote } from "../../../rules/quote.ts";
import { calibrated } from "../../../rules/quote-calibration.ts";
import { quotesOf } from "../../../rules/twin.ts";
import type { PlacedQuote } from "../../../schema/hall/quote.ts";
import type { CounterState, Ticket } from "../hall/branch-state.ts";
import type { Configured } from "../hall/decision.ts";
import { hasClasses, policyOf, twinOf, withoutClasses, worldOf } from "./hall-twin.ts";

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
	const mixed = hasClasses(state);
	const seen = quotesOf(hall, { ...world, runs: RUNS, newcomers: mixed ? [] : newcomers });
	const blind = mixed
		? quotesOf(withoutClasses(state, hall), { ...world, runs: NEWCOMER_RUNS, newcomers, newcomersOnly: true })
		: seen;
	const waiting = [...state.tickets.values()].filter((ticket) => seen.has(ticket.id));
	return {
		at,
		tickets: new Map(waiting.map((ticket) => [ticket.id, ofTicket(state, open, ticket, waiting, seen)])),
		newcomers: new Map(
			[...lines].flatMap(([service, line]) => {
				const quote = blind.get(line);
				return quote === undefined ? [] : [[service, ofNewcomer(state, open, service, quote)] as const];
			}),
		),
	};
}

/** The quote of a single ticket that has just been issued. */
export function ticketQuote(state: Configured, ticket: Ticket, at: number): PlacedQuote | undefined {
	const open = openCounters(state);
	const quote = quotesOf(twinOf(state, at), { ...worldOf(state), runs: RUNS, only: ticket.id }).get(ticket.id);
	if (quote === undefined) return undefined;
	const rivals = [...state.tickets.values()].filter((each) => each.id !== ticket.id && isRival(open, each, ticket));
	return placed(state, quote, { class: ticket.class, ahead: rivals.length });
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

function ofTicket(
	state: Configured,
	open: readonly CounterState[],
	ticket: Ticket,
	waiting: readonly Ticket[],
	quotes: ReadonlyMap<string, Quote>,
): PlacedQuote {
	const quote = quotes.get(ticket.id) ?? { p10Ms: 0, p50Ms: 0, p90Ms: 0 };
	let ahead = 0;
	for (const each of waiting) {
		if ((quotes.get(each.id)?.p50Ms ?? 0) < quote.p50Ms && isRival(open, each, ticket)) ahead++;
	}
	return placed(state, quote, { class: ticket.class, ahead });
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
