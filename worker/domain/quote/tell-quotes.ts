import { openCounters } from "../../../rules/place-in-line.ts";
import { isOutdated, rangeOf } from "../../../rules/quote.ts";
import type { BranchConfiguration } from "../../../schema/hall/configuration.ts";
import type { BranchEvent, Commit } from "../../../schema/hall/event.ts";
import type { PlacedQuote, WaitQuote, WaitsQuoted } from "../../../schema/hall/quote.ts";
import { TAKE_BACK_WITHIN_MS } from "../../../schema/limits.ts";
import type { BranchState } from "../hall/branch-state.ts";
import type { Configured } from "../hall/decision.ts";
import { aheadAt, type HallQuotes, hallQuotes, ticketQuote } from "./hall-quotes.ts";

/** The hall is looked at no more often than this, by the branch's own clock. */
export const QUOTE_EVERY_MS = 1_000;

/** So long the tile of a service speaks for a number of the default class: who stands at a kiosk waits for no look at the hall. */
const TILE_SPEAKS_MS = 10_000;

/** Whether whoever takes a number by this commit is told by a look at the hall that comes before it; else it follows the answer. */
export function needsFreshQuotes(state: BranchState, { at, events }: Commit): boolean {
	const issued = events.find((event) => event.type === "ticket-issued");
	const { configuration, quotes } = state;
	// Who opens the day by taking a number is told with the next commit: the day's first one stands for itself.
	if (issued === undefined || configuration === null || state.day?.status !== "open") return false;
	const sinceMs = at - quotes.at;
	if (sinceMs < QUOTE_EVERY_MS) return false;
	return (
		!isAnybody(configuration, issued) || quotes.newcomers[issued.services[0] ?? ""] == null || sinceMs >= TILE_SPEAKS_MS
	);
}

function isAnybody({ dispatch }: BranchConfiguration, issued: Issued): boolean {
	return issued.class === dispatch.defaultClass && issued.appointmentAt === undefined;
}

/** Whether quotes of this state are still to be told: they are worked out once its last answer was sent, or with the next commit. */
export function areQuotesDue(state: BranchState): state is Configured {
	return state.quotes.due && state.configuration !== null && state.day?.status === "open";
}

/** The quotes that are due of a state; of the same state always the same, whoever works them out and when. */
export function dueQuotes(state: Configured): HallQuotes {
	return hallQuotes(state, state.quotes.at);
}

/**
 * A commit with what it tells of waits: the first quote of a number it gives, and what really changed of the others.
 * @param evolve the state after a commit
 * @param ready the quotes that were due of `state`, if they have been worked out
 */
export function withQuotes(state: BranchState, commit: Commit, evolve: Evolve, ready?: HallQuotes): Commit {
	if (state.configuration === null || state.day?.status !== "open" || commit.events.length === 0) return commit;
	if (commit.events.some(({ type }) => type === "day-closed" || type === "day-opened")) return commit;
	const issued = commit.events.find((event) => event.type === "ticket-issued");
	const isFresh = needsFreshQuotes(state, commit);
	const quotes = isFresh
		? hallQuotes(evolve(state, commit) as Configured, commit.at)
		: areQuotesDue(state)
			? (ready ?? dueQuotes(state))
			: null;
	const seen = issued === undefined ? undefined : quotes?.tickets.get(issued.ticketId);
	const isAsked = issued !== undefined && !isFresh;
	const first = isAsked ? firstQuote(state as Configured, commit, issued, { quotes, evolve }) : seen;
	const events = commit.events.map((each) =>
		each === issued && first !== undefined ? { ...each, quote: first } : each,
	);
	const told = quotes === null ? null : changed(state as Configured, commit, quotes);
	return { ...commit, events: told === null ? events : [...events, told] };
}

type Evolve = (state: BranchState, commit: Commit) => BranchState;
type Issued = Extract<BranchEvent, { type: "ticket-issued" }>;

/** Within seconds of a look at the hall a number of the default class is told what its tile says. */
function firstQuote(
	state: Configured,
	commit: Commit,
	issued: Issued,
	{ quotes, evolve }: { readonly quotes: HallQuotes | null; readonly evolve: Evolve },
): PlacedQuote | undefined {
	const service = issued.services[0] ?? "";
	const able = openCounters(state).filter((counter) => counter.services.includes(service));
	if (able.length === 0) return undefined;
	const tile = quotes === null ? state.quotes.newcomers[service] : quotes.newcomers.get(service);
	if (isAnybody(state.configuration, issued) && tile != null) return { ...plain(tile), ahead: aheadAt(state, able) };
	const after = evolve(state, commit) as Configured;
	const ticket = after.tickets.get(issued.ticketId);
	return ticket === undefined ? undefined : ticketQuote(after, ticket, commit.at);
}

/** What of a look at the hall says something else than was told; null: nothing does. */
function changed(state: Configured, commit: Commit, { at, tickets, newcomers }: HallQuotes): WaitsQuoted | null {
	const touched = new Set(commit.events.flatMap((event) => ("ticketId" in event ? [event.ticketId] : [])));
	// Who has just left a counter can be taken back as long as nothing else happens to the ticket.
	for (const { left } of state.counters.values()) {
		if (left != null && commit.at <= left.at + TAKE_BACK_WITHIN_MS) touched.add(left.ticket.id);
	}
	const told: WaitsQuoted["tickets"] = [];
	for (const ticket of state.tickets.values()) {
		if (ticket.status !== "waiting" || touched.has(ticket.id)) continue;
		const quote = tickets.get(ticket.id);
		if (
			quote === undefined
				? ticket.quote !== undefined
				: ticket.quote === undefined || isOutdated(ticket.quote, quote, at)
		) {
			told.push({ ticketId: ticket.id, quote: quote === undefined ? null : plain(quote) });
		}
	}
	const tiles: WaitsQuoted["newcomers"] = [];
	for (const { id } of state.configuration.services) {
		const [before, now] = [state.quotes.newcomers[id] ?? null, newcomers.get(id) ?? null];
		if (!isSameRange(before, now)) tiles.push({ serviceId: id, quote: now && plain(now) });
	}
	if (told.length === 0 && tiles.length === 0) return null;
	return { type: "waits-quoted", at, tickets: told, newcomers: tiles };
}

function isSameRange(a: WaitQuote | null, b: WaitQuote | null): boolean {
	if (a === null || b === null) return a === b;
	const [before, now] = [rangeOf(a), rangeOf(b)];
	return before.fromMin === now.fromMin && before.toMin === now.toMin;
}

function plain({ p10Ms, p50Ms, p90Ms }: WaitQuote): WaitQuote {
	return { p10Ms, p50Ms, p90Ms };
}
