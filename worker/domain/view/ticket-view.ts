import { calledBetween } from "../../../rules/quote.ts";
import type { OwnTicket, TicketView } from "../../../schema/hall/view.ts";
import type { Ticket } from "../hall/branch-state.ts";
import type { Configured } from "../hall/decision.ts";
import { branchRecord } from "./branch-record.ts";

/** One customer's own ticket and nothing of anybody else's. */
export function ticketView(state: Configured, ticketId: string): TicketView {
	const ticket = state.tickets.get(ticketId);
	return { branch: [branchRecord(state)], ticket: ticket === undefined ? [] : [ownTicket(state, ticket)] };
}

function ownTicket(state: Configured, ticket: Ticket): OwnTicket {
	const { configuration } = state;
	const counter = configuration.counters.find((each) => each.id === ticket.counterId);
	const zone = configuration.zones.find((each) => each.id === counter?.zone);
	return {
		id: "ticket",
		number: ticket.number,
		status: ticket.status,
		outcome: ticket.outcome ?? null,
		services: ticket.services.flatMap((id) => {
			const service = configuration.services.find((each) => each.id === id);
			return service === undefined ? [] : [{ id, name: service.name }];
		}),
		issuedAt: ticket.issuedAt,
		counter:
			counter === undefined || zone === undefined ? null : { id: counter.id, label: counter.label, zone: zone.name },
		calledAt: ticket.calledAt ?? null,
		...(ticket.status === "waiting" && ticket.quote !== undefined ? { quote: calledBetween(ticket.quote) } : {}),
		returnBy: ticket.status === "no-show" ? ticket.since + configuration.limits.returnGraceMs : null,
	};
}
