import type { Hall, HallTicket } from "./hall.ts";

/** Tickets that can come back to the queue: those on hold, and no-shows within their grace time. */
export type SetAside = { readonly held: readonly HallTicket[]; readonly noShows: readonly HallTicket[] };

/**
 * The longest away first among the held, the latest first among the no-shows: those are likeliest to turn up next.
 * `graceMs` null: not known, so nobody is left out.
 */
export function setAside(hall: Hall, now: number, graceMs: number | null): SetAside {
	const tickets = [...hall.tickets.values()];
	const mayReturn = (ticket: HallTicket) => graceMs === null || now - ticket.since <= graceMs;
	return {
		held: tickets.filter((ticket) => ticket.status === "held").sort((one, other) => one.since - other.since),
		noShows: tickets
			.filter((ticket) => ticket.status === "no-show" && mayReturn(ticket))
			.sort((one, other) => other.since - one.since),
	};
}
