import type { CustomerFacts } from "../../../rules/configuration/segment.ts";
import { holds } from "../../../rules/holding.ts";
import type { Someone } from "../../../rules/told.ts";
import type { Actor } from "../../../schema/actor.ts";
import type { Segment } from "../../../schema/customer/customer.ts";
import type { CaseRefusal, CommandRefusal } from "../../../schema/endpoint/command-refusal.ts";
import type { Expectation } from "../../../schema/hall/command.ts";
import type { BranchConfiguration } from "../../../schema/hall/configuration.ts";
import type { BranchEvent } from "../../../schema/hall/event.ts";
import type { BranchState, CounterState, Ticket } from "./branch-state.ts";

/** What the first question and a record of a customer are refused with besides. */
type RefusalCode =
	| CommandRefusal
	| CaseRefusal
	| "not-permitted"
	| "wrong-place"
	| "reference-only"
	| "reference-needed"
	| "already-signed"
	| "section-unfit";
/** A refusal is a value: its code, of those the API tells, and the name of what it is about. */
export type Refusal = { readonly refused: RefusalCode; readonly detail?: string };
export type Decision = { readonly events: readonly BranchEvent[] } | Refusal;

/** Whom a card, document or phone number turned out to belong to; the reference is null when the bank knows nobody. */
export type Recognised = {
	readonly reference: string | null;
	readonly segment: Segment;
	/** Whose customer the bank's directory says it is. */
	readonly managerId?: string | undefined;
};

/** As the directory answers: with a segment, or with what one follows from. */
export type Found = Omit<Recognised, "segment"> & CustomerFacts & { readonly segment?: Segment | undefined };

/** What comes in with a command: nothing in the domain reads a clock or makes a secret. */
export type Context = {
	readonly actor: Actor;
	/** Branch time, epoch milliseconds; never before `state.lastAt`. */
	readonly now: number;
	/** A fresh secret for the page of a ticket issued by this command. */
	readonly link: string;
	/** Whom the command's recognition names. */
	readonly customer?: Recognised | undefined;
	readonly expect?: Expectation | undefined;
	/** Who is on duty, where a command may ring: whose page is open and has been heard of lately. Absent: nobody is known to be. */
	readonly present?: readonly Someone[] | undefined;
};

export type Configured = BranchState & { readonly configuration: BranchConfiguration };

export function refuse(code: RefusalCode, detail?: string): Refusal {
	return detail === undefined ? { refused: code } : { refused: code, detail };
}

export function isRefusal(value: object): value is Refusal {
	return "refused" in value;
}

/** A ticket that can still be acted on. */
export function ticketOf(state: BranchState, ticketId: string): Ticket | Refusal {
	return state.tickets.get(ticketId) ?? refuse("unknown-ticket", ticketId);
}

export function counterOf(state: BranchState, counterId: string): CounterState | Refusal {
	return state.counters.get(counterId) ?? refuse("unknown-counter", counterId);
}

/** Null when this actor works this counter: the person signed on, or the pad that stands on it. */
export function notAtCounter(actor: Actor, counter: CounterState): Refusal | null {
	const works =
		(actor.kind === "staff" && actor.staffId === counter.staffId) ||
		(actor.kind === "device" && actor.counterId === counter.id);
	return works ? null : refuse("not-your-counter", counter.id);
}

/** Null when this actor may act on the ticket: at a counter only who works there, or who oversees them all. */
export function notInCharge(state: BranchState, actor: Actor, ticket: Ticket): Refusal | null {
	if (ticket.counterId === undefined || holds(actor, "counter.oversee")) return null;
	const counter = counterOf(state, ticket.counterId);
	return isRefusal(counter) ? counter : notAtCounter(actor, counter);
}

/** A ticket in one of these states; that it is within the sender's reach has been asked before. */
export function ticketIn(
	state: BranchState,
	ticketId: string,
	statuses: readonly Ticket["status"][],
): Ticket | Refusal {
	const ticket = ticketOf(state, ticketId);
	if (isRefusal(ticket)) return ticket;
	return statuses.includes(ticket.status) ? ticket : refuse("wrong-status", ticket.status);
}
