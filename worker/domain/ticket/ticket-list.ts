import type { BranchTicket, TicketFilter } from "../../../schema/endpoint/branch-endpoints.ts";
import { type BranchState, type Ticket, waitOf } from "../hall/branch-state.ts";

/** Where a page of tickets begins: after this one in the order of issue. */
export type AfterTicket = { readonly issuedAt: number; readonly ticketId: string };

/** Today's tickets that are wanted, in the order of issue; the order is the same however they move on between two pages. */
export function ticketList(
	{ tickets }: BranchState,
	{ status, service, number }: TicketFilter,
	page: { readonly after: AfterTicket | null; readonly limit: number },
): BranchTicket[] {
	const { after } = page;
	return [...tickets.values()]
		.filter((ticket) => status === undefined || ticket.status === status)
		.filter((ticket) => service === undefined || ticket.services.includes(service))
		.filter((ticket) => number === undefined || ticket.number === number)
		.filter((ticket) => after === null || inOrder(ticket, { issuedAt: after.issuedAt, id: after.ticketId }) > 0)
		.sort(inOrder)
		.slice(0, page.limit)
		.map(branchTicket);
}

/** A ticket as programs read it: nothing that tells who its customer is. */
export function branchTicket(ticket: Ticket): BranchTicket {
	const { id, number, status, services, issuedAt, since } = ticket;
	return {
		...{ ticketId: id, number, status, services: [...services], issuedAt, since },
		outcome: ticket.outcome ?? null,
		appointmentAt: ticket.appointmentAt ?? null,
		readyAt: waitOf(ticket).readyAt,
		calledAt: ticket.calledAt ?? null,
		counterId: ticket.counterId ?? null,
	};
}

type Place = Pick<Ticket, "issuedAt" | "id">;

function inOrder(one: Place, other: Place): number {
	return one.issuedAt - other.issuedAt || (one.id < other.id ? -1 : Number(one.id > other.id));
}
