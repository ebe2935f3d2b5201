import { PAST_CALLS_PER_ZONE_MAX } from "../../../schema/limits.ts";
import type { BranchState, CallState, Ticket } from "../hall/branch-state.ts";

/** Whether the one who was called is still at that counter. */
export function isOpenCall(state: BranchState, call: CallState): boolean {
	return state.counters.get(call.counterId)?.ticketId === call.ticketId;
}

/** The calls of a branch after one more, which stands first. */
export function withCall(state: BranchState, call: CallState): readonly CallState[] {
	return cappedCalls(state, [call, ...state.calls.filter((each) => each.ticketId !== call.ticketId)]);
}

/** The calls after something happened to a ticket: who waits again, is on hold or gave up is called no more. */
export function callsAfter(state: BranchState, ticket: Ticket): readonly CallState[] {
	const { calls } = state;
	if (ticket.counterId !== undefined || !calls.some((call) => call.ticketId === ticket.id)) return calls;
	return cappedCalls(state, wasCalled(ticket) ? calls : calls.filter((call) => call.ticketId !== ticket.id));
}

/** Of a past call people may still ask "was that me?": the one missed, and the one served. */
function wasCalled(ticket: Ticket): boolean {
	return ticket.status === "no-show" || ticket.outcome === "served" || ticket.outcome === "no-show";
}

/** Whoever is at a counter stays; of the calls past, each zone keeps the newest. */
export function cappedCalls(state: BranchState, calls: readonly CallState[]): readonly CallState[] {
	const zoneOf = new Map(state.configuration?.counters.map((counter) => [counter.id, counter.zone]));
	const past = new Map<string, number>();
	return calls.filter((call) => {
		if (isOpenCall(state, call)) return true;
		const zone = zoneOf.get(call.counterId) ?? "";
		const count = (past.get(zone) ?? 0) + 1;
		past.set(zone, count);
		return count <= PAST_CALLS_PER_ZONE_MAX;
	});
}
