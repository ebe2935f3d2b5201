import type { BranchEvent, Commit } from "../../../schema/hall/event.ts";
import type { TicketStatus } from "../../../schema/hall/ticket.ts";
import { guestOf } from "../alert/guests.ts";
import type { BranchState } from "../hall/branch-state.ts";
import { toldSilently } from "./told-silently.ts";

/** With another number like this a customer stays. */
const STAYS: readonly TicketStatus[] = ["waiting", "called", "serving", "held"];

/**
 * A customer whose arrival was told has been served to the end and leaves: the lobby and whoever knew of them or was with
 * them are told silently, from which counter; not who sits there, nor who is away by their own word. `state` is that after the commit.
 */
export function departureTold(
	state: BranchState,
	{ events, at }: Pick<Commit, "events" | "at">,
): readonly BranchEvent[] {
	return events.flatMap((event) => {
		if (event.type !== "ticket-ended" || event.outcome !== "served") return [];
		const { ticketId } = event;
		const guest = guestOf(state, state.tickets.get(ticketId)?.customer);
		if (guest === undefined || isStillHere(state, guest.customer)) return [];
		const { customer, staffIds } = guest;
		const counter = [...state.counters.values()].find(({ left }) => left?.ticket.id === ticketId);
		const where = { kind: "customer" as const, customer, ...(counter && { counterId: counter.id }) };
		const there = staffIds.filter(
			(id) => id !== counter?.staffId && (state.lobby.presence[id]?.status ?? "on-duty") === "on-duty",
		);
		return toldSilently(state, { kind: "departure", reason: "leaving", about: ticketId, where }, there, at);
	});
}

function isStillHere({ tickets }: BranchState, reference: string): boolean {
	return [...tickets.values()].some(({ customer, status }) => customer === reference && STAYS.includes(status));
}
