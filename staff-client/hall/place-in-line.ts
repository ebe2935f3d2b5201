import type { StaffCounter } from "../../schema/view.ts";
import { callOrder, isEligible } from "./dispatch-order.ts";
import type { HallTicket } from "./hall.ts";

/**
 * How many waiting tickets would be called before this one as things stand: among all that compete with it at the open
 * counters that can serve it. Null unless it waits.
 */
export function peopleAhead(
	ticket: HallTicket,
	counters: Iterable<StaffCounter>,
	tickets: Iterable<HallTicket>,
): number | null {
	if (ticket.status !== "waiting") return null;
	const rivals = rivalsOf(ticket, [...counters], [...tickets]);
	return callOrder(rivals).findIndex((call) => call.ticket.id === ticket.id);
}

/** How many later tickets can still be served before it: a bound in tickets, never in minutes. */
export function overtakesLeft(ticket: HallTicket): number {
	return Math.max(0, ticket.budget - ticket.overtaken);
}

/** Tickets that some open counter could serve in place of this one; with no such counter open, those for the same service. */
function rivalsOf(ticket: HallTicket, counters: readonly StaffCounter[], tickets: readonly HallTicket[]): HallTicket[] {
	const able = counters.filter((counter) => counter.status === "open" && isEligible(ticket, counter, counters));
	return tickets.filter((each) => {
		if (each.status !== "waiting") return false;
		if (each.id === ticket.id) return true;
		if (able.length === 0) return each.services[0] === ticket.services[0];
		return able.some((counter) => isEligible(each, counter, counters));
	});
}
