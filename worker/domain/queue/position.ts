import { canServe } from "../../../rules/dispatch.ts";
import { orderReason } from "../../../rules/order-reason.ts";
import { aheadOf, overtakesLeft } from "../../../rules/place-in-line.ts";
import type { Position } from "../../../schema/hall/view.ts";
import type { BranchState, Ticket } from "../hall/branch-state.ts";

/** A ticket's place, its bound in tickets, and for each counter why it is or is not the next one there. */
export function positionOf(state: BranchState, ticket: Ticket): Position {
	const waiting = ticket.status === "waiting";
	const counters = [...state.counters.values()];
	return {
		ticketId: ticket.id,
		number: ticket.number,
		status: ticket.status,
		ahead: aheadOf(state, ticket),
		overtakesLeft: waiting ? overtakesLeft(ticket) : null,
		countersOpen: waiting ? counters.filter((each) => each.status === "open" && canServe(each, ticket)).length : null,
		counters: counters.map((counter) => ({
			counterId: counter.id,
			reason: orderReason(state, counter, ticket),
		})),
	};
}
