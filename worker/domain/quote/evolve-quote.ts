import type { BranchEvent, Commit } from "../../../schema/hall/event.ts";
import type { WaitsQuoted } from "../../../schema/hall/quote.ts";
import type { BranchState } from "../hall/branch-state.ts";
import { NO_QUOTES, quoteFrom } from "../hall/learning.ts";
import { QUOTE_EVERY_MS } from "./tell-quotes.ts";

/** What moves a wait by minutes moves it slowly: whatever only calls and ends waits for the next look. */
const LOOK_EVERY_MS = 30_000;
const CHANGES_COUNTERS: ReadonlySet<BranchEvent["type"]> = new Set([
	"counter-opened",
	"counter-paused",
	"counter-resumed",
	"counter-closed",
	"counter-mode-changed",
	"day-reopened",
]);

/** What was told anew. */
export function waitsQuoted(draft: BranchState, { at, tickets, newcomers }: WaitsQuoted, { seq }: Commit): void {
	for (const { ticketId, quote } of tickets) {
		const ticket = draft.tickets.get(ticketId);
		if (ticket?.status !== "waiting") continue;
		const { quote: _, ...rest } = ticket;
		draft.tickets.set(ticketId, {
			...rest,
			...(quote === null ? {} : { quote: quoteFrom(quote, at) }),
			changedSeq: seq,
		});
	}
	if (newcomers.length === 0) return;
	const told = { ...draft.quotes.newcomers };
	for (const { serviceId, quote } of newcomers) told[serviceId] = quote;
	draft.quotes = { ...draft.quotes, newcomers: told };
}

/**
 * After a commit: at most once a second something is to be told, with the next one; nothing is where the commit itself has looked.
 * Follows from commits alone, so that a branch that was asleep tells what one that was not would have.
 */
export function quotesDueAfter(draft: BranchState, { at, events }: Commit, hasLooked: boolean): void {
	if (draft.day?.status !== "open") {
		draft.quotes = NO_QUOTES;
		return;
	}
	const sinceMs = at - draft.quotes.at;
	const isSoon = events.some(({ type }) => type === "ticket-issued" || CHANGES_COUNTERS.has(type));
	if (sinceMs >= (isSoon ? QUOTE_EVERY_MS : LOOK_EVERY_MS)) draft.quotes = { ...draft.quotes, at, due: !hasLooked };
	else if (draft.quotes.due) draft.quotes = { ...draft.quotes, due: false };
}
