import type { Command, Expectation } from "../../schema/hall/command.ts";
import type { StaffCounter } from "../../schema/hall/view.ts";
import type { HallTicket } from "./hall.ts";

/** What somebody wants the branch to do, with what they saw when they decided it. */
export type Intention = { readonly command: Command; readonly expect?: Expectation };

/** The verbs that take nothing but a ticket. */
export type PlainVerb =
	| "recall-ticket"
	| "start-service"
	| "finish-service"
	| "mark-no-show"
	| "return-ticket"
	| "resume-ticket";
/** The verbs that may carry a reason. */
export type ReasonedVerb = "hold-ticket" | "redirect-ticket" | "cancel-ticket";

export function onTicket(type: PlainVerb | ReasonedVerb, ticket: HallTicket, reason = ""): Intention {
	const expect = { ticketStatus: ticket.status };
	const said = reason.trim();
	switch (type) {
		case "hold-ticket":
		case "redirect-ticket":
		case "cancel-ticket":
			return { command: { type, ticketId: ticket.id, ...(said === "" ? {} : { reason: said }) }, expect };
		case "recall-ticket":
		case "start-service":
		case "finish-service":
		case "mark-no-show":
		case "return-ticket":
		case "resume-ticket":
			return { command: { type, ticketId: ticket.id }, expect };
		default:
			return type satisfies never;
	}
}

export function callNext(counter: StaffCounter): Intention {
	return { command: { type: "call-next", counterId: counter.id }, expect: { counterTicket: counter.ticketId } };
}

/** A named call; `reason` is needed when it is out of order. */
export function callNamed(counter: StaffCounter, ticket: HallTicket, reason = ""): Intention {
	const said = reason.trim();
	return {
		command: {
			type: "call-ticket",
			counterId: counter.id,
			ticketId: ticket.id,
			...(said === "" ? {} : { reason: said }),
		},
		expect: { counterTicket: counter.ticketId, ticketStatus: ticket.status },
	};
}
