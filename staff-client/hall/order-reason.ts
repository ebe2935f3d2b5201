import type { OrderReason, StaffCounter } from "../../schema/view.ts";
import { byAge, chooseNext, couldServe, isEligible, type NextCall } from "./dispatch-order.ts";
import type { Hall, HallTicket } from "./hall.ts";

/** All that an order is derived from. */
type Line = { readonly counters: readonly StaffCounter[]; readonly tickets: readonly HallTicket[] };

export function lineIn(hall: Hall): Line {
	return { counters: [...hall.counters.values()], tickets: [...hall.tickets.values()] };
}

/** Why this ticket is or is not the next one at this counter, as things stand. */
export function orderReason(ticket: HallTicket, counter: StaffCounter, line: Line): OrderReason {
	if (ticket.status !== "waiting") return "not-waiting";
	if (counter.status !== "open") return "counter-not-open";
	if (!couldServe(ticket, counter)) return ticket.target === undefined ? "counter-cannot-serve" : "meant-for-another";
	if (!isEligible(ticket, counter, line.counters)) return "others-first";
	const next = nextAt(counter, line);
	if (!next || next.ticket.id === ticket.id) return "next";
	if (next.ticket.overtaken >= next.ticket.budget) return "budget-spent-first";
	if (next.ticket.rank < ticket.rank) return "higher-class-first";
	return byAge(next.ticket, ticket) < 0 ? "earlier-first" : "head-start-first";
}

/** True when the ticket is not the one whose turn it is at this counter: calling it then needs a reason. */
export function isOutOfOrder(ticket: HallTicket, counter: StaffCounter, line: Line): boolean {
	return nextAt(counter, line)?.ticket.id !== ticket.id;
}

/** The ticket that this counter would call now. */
export function nextAt(counter: StaffCounter, { counters, tickets }: Line): NextCall | undefined {
	return chooseNext(tickets.filter((each) => isEligible(each, counter, counters)));
}
