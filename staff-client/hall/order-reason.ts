import type { OrderReason, StaffCounter } from "../../schema/view.ts";
import { byAge, chooseNext, isEligible } from "./dispatch-order.ts";
import type { HallTicket } from "./hall.ts";

/** Why this ticket is or is not the next one at this counter, as things stand. */
export function orderReason(ticket: HallTicket, counter: StaffCounter, tickets: Iterable<HallTicket>): OrderReason {
	if (ticket.status !== "waiting") return "not-waiting";
	if (counter.status !== "open") return "counter-not-open";
	if (!isEligible(ticket, counter)) return ticket.target === undefined ? "counter-cannot-serve" : "meant-for-another";
	const next = chooseNext([...tickets].filter((each) => isEligible(each, counter)));
	if (!next || next.ticket.id === ticket.id) return "next";
	if (next.ticket.overtaken >= next.ticket.budget) return "budget-spent-first";
	if (next.ticket.rank < ticket.rank) return "higher-class-first";
	return byAge(next.ticket, ticket) < 0 ? "earlier-first" : "head-start-first";
}

/** True when calling this ticket at this counter passes over somebody: the call then needs a reason. */
export function isOutOfOrder(ticket: HallTicket, counter: StaffCounter, tickets: Iterable<HallTicket>): boolean {
	const next = chooseNext([...tickets].filter((each) => isEligible(each, counter)));
	return next !== undefined && next.ticket.id !== ticket.id;
}
