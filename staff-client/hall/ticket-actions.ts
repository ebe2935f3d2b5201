import type { HallTicket } from "./hall.ts";

/** What may be done with a ticket that is not at one's own counter. */
export type TicketAction = "transfer" | "hold" | "resume" | "return" | "redirect" | "cancel";

/** The actions the branch would accept in the ticket's present status, the likeliest first. */
export function ticketActions(ticket: HallTicket): TicketAction[] {
	switch (ticket.status) {
		case "waiting":
			return ["transfer", "hold", "redirect", "cancel"];
		case "called":
			return ["transfer", "hold", "redirect", "cancel"];
		case "serving":
			return ["transfer", "hold", "redirect"];
		case "held":
			return ["resume", "cancel"];
		case "no-show":
			return ["return"];
		case "ended":
			return [];
		default:
			return ticket.status satisfies never;
	}
}
