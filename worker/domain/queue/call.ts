import { canServe, isNextAt, nextAt, passedBy } from "../../../rules/dispatch.ts";
import type { Command } from "../../../schema/hall/command.ts";
import { RECALLS_MAX } from "../../../schema/limits.ts";
import { runOf } from "../counter/counter.ts";
import type { CounterState, Ticket } from "../hall/branch-state.ts";
import {
	type Configured,
	counterOf,
	type Decision,
	isRefusal,
	type Refusal,
	refuse,
	ticketIn,
} from "../hall/decision.ts";

type Of<Type extends Command["type"]> = Extract<Command, { type: Type }>;

export function callNext(state: Configured, command: Of<"call-next">): Decision {
	const counter = freeCounter(state, command.counterId);
	if (isRefusal(counter)) return counter;
	const ticket = nextAt(state, counter);
	if (ticket === undefined) return refuse("nobody-waiting");
	return { events: [called(state, counter, ticket)] };
}

/** A named call: free when the ticket is the next one anyway, else an override that needs a reason. */
export function callTicket(state: Configured, command: Of<"call-ticket">): Decision {
	const counter = freeCounter(state, command.counterId);
	if (isRefusal(counter)) return counter;
	const ticket = ticketIn(state, command.ticketId, ["waiting"]);
	if (isRefusal(ticket)) return ticket;
	if (!canServe(counter, ticket)) return refuse("counter-cannot-serve", counter.id);
	const event = called(state, counter, ticket);
	if (isNextAt(state, counter, ticket)) return { events: [event] };
	if (command.reason === undefined) return refuse("reason-required", ticket.number);
	return { events: [{ ...event, override: { reason: command.reason } }] };
}

export function recallTicket(state: Configured, command: Of<"recall-ticket">): Decision {
	const ticket = ticketIn(state, command.ticketId, ["called"]);
	if (isRefusal(ticket)) return ticket;
	if (ticket.recalls >= RECALLS_MAX) return refuse("recalls-exhausted", ticket.number);
	return { events: [{ type: "ticket-recalled", ticketId: ticket.id }] };
}

/** The counter this actor works, open and with nobody at it. */
function freeCounter(state: Configured, counterId: string): CounterState | Refusal {
	const counter = counterOf(state, counterId);
	if (isRefusal(counter)) return counter;
	if (counter.status !== "open") return refuse("counter-not-open", counter.id);
	// Somebody whose roles changed with a customer there finishes that one and calls no other.
	const run = runOf(state, counter.id, counter.modeId, counter.staffId);
	if (run !== null && !run.maySit) return refuse("role-not-at-counter", counter.id);
	return counter.ticketId === null ? counter : refuse("counter-busy", counter.ticketId);
}

function called(state: Configured, counter: CounterState, ticket: Ticket) {
	if (counter.staffId === null) throw new Error(`counter ${counter.id} is open with nobody signed on`);
	return {
		type: "ticket-called" as const,
		ticketId: ticket.id,
		counterId: counter.id,
		staffId: counter.staffId,
		passed: passedBy(state, counter, ticket),
	};
}
