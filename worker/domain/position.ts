import type { OrderReason, Position } from "../../schema/view.ts";
import { aheadOf } from "./ahead.ts";
import type { BranchState, CounterState, Ticket } from "./branch-state.ts";
import { byArrival, canServe, isInLineAt, nextAt } from "./dispatch.ts";

/** A ticket's place, its bound in tickets, and for each counter why it is or is not the next one there. */
export function positionOf(state: BranchState, ticket: Ticket): Position {
	const waiting = ticket.status === "waiting";
	const counters = [...state.counters.values()];
	return {
		ticketId: ticket.id,
		number: ticket.number,
		status: ticket.status,
		ahead: waiting ? aheadOf(state, ticket) : null,
		overtakesLeft: waiting ? Math.max(0, ticket.budget - ticket.overtaken) : null,
		countersOpen: waiting ? counters.filter((each) => each.status === "open" && canServe(each, ticket)).length : null,
		counters: counters.map((counter) => ({
			counterId: counter.id,
			reason: reasonAt(state, counter, ticket),
		})),
	};
}

function reasonAt(state: BranchState, counter: CounterState, ticket: Ticket): OrderReason {
	if (ticket.status !== "waiting") return "not-waiting";
	if (counter.status !== "open") return "counter-not-open";
	if (!canServe(counter, ticket)) return ticket.target === undefined ? "counter-cannot-serve" : "meant-for-another";
	if (!isInLineAt(state, counter, ticket)) return "others-first";
	const next = nextAt(state, counter);
	if (next === undefined || next.id === ticket.id) return "next";
	if (next.overtaken >= next.budget) return "budget-spent-first";
	if (next.rank < ticket.rank) return "higher-class-first";
	return byArrival(next, ticket) < 0 ? "earlier-first" : "head-start-first";
}
