import type { BranchEvent, Commit } from "../../../schema/hall/event.ts";
import type { WaitsQuoted } from "../../../schema/hall/quote.ts";
import type { BranchState } from "../hall/branch-state.ts";
import { NO_QUOTES, quoteFrom } from "../hall/learning.ts";
import { QUOTE_EVERY_MS } from "./tell-quotes.ts";

/** Calls and finished services change waits slowly: after them quotes are worked out again only this often. */
const SLOW_QUOTE_EVERY_MS = 30_000;
const CHANGES_COUNTERS: ReadonlySet<BranchEvent["type"]> = new Set([
	"counter-opened",
	"counter-paused",
	"counter-resumed",
	"counter-closed",
	"counter-mode-changed",
	"day-reopened",
]);

/** Takes over the new quotes of tickets that still wait, and of the tiles for newcomers. */
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
	const tiles = { ...draft.quotes.newcomers };
	for (const { serviceId, quote } of newcomers) tiles[serviceId] = quote;
	draft.quotes = { ...draft.quotes, newcomers: tiles };
}

/**
 * After a commit: quotes become due at most once a second and go out with the next commit; not when this one carries fresh ones. Uses
 * commits alone, so that a branch that slept gives the same quotes as one that did not.
 */
export function quotesDueAfter(draft: BranchState, { at, events }: Commit, hasFreshQuotes: boolean): void {
	if (draft.day?.status !== "open") {
		draft.quotes = NO_QUOTES;
		return;
	}
	const sinceMs = at - draft.quotes.at;
	const isSoon = events.some(({ type }) => type === "ticket-issued" || CHANGES_COUNTERS.has(type));
	if (sinceMs >= (isSoon ? QUOTE_EVERY_MS : SLOW_QUOTE_EVERY_MS))
		draft.quotes = { ...draft.quotes, at, due: !hasFreshQuotes };
	else if (draft.quotes.due) draft.quotes = { ...draft.quotes, due: false };
}
