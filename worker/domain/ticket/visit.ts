import type { Command } from "../../../schema/hall/command.ts";
import type { BranchEvent } from "../../../schema/hall/event.ts";
import type { ServiceOutcome, Target } from "../../../schema/hall/ticket.ts";
import type { CounterState, Ticket } from "../hall/branch-state.ts";
import {
	type Configured,
	type Context,
	counterOf,
	type Decision,
	isRefusal,
	type Refusal,
	refuse,
	ticketIn,
} from "../hall/decision.ts";

type Of<Type extends Command["type"]> = Extract<Command, { type: Type }>;

export function startService(state: Configured, command: Of<"start-service">): Decision {
	const ticket = ticketIn(state, command.ticketId, ["called"]);
	if (isRefusal(ticket)) return ticket;
	return { events: [{ type: "service-started", ticketId: ticket.id, serviceId: present(ticket) }] };
}

/** Ends the service in progress; the visit goes on here with what this counter can do, else it waits on. */
export function finishService(state: Configured, command: Of<"finish-service">): Decision {
	const ticket = ticketIn(state, command.ticketId, ["serving"]);
	if (isRefusal(ticket)) return ticket;
	const ticketId = ticket.id;
	const done = finished(ticket, "done");
	const left = ticket.services.slice(1);
	if (left.length === 0) return { events: [...done, { type: "ticket-ended", ticketId, outcome: "served" }] };
	const able = state.counters.get(ticket.counterId ?? "")?.services ?? [];
	const here = left.find((id) => able.includes(id));
	if (here !== undefined) return { events: [...done, { type: "service-started", ticketId, serviceId: here }] };
	return { events: [...done, { type: "ticket-moved-on", ticketId }] };
}

export function markNoShow(state: Configured, command: Of<"mark-no-show">): Decision {
	const ticket = ticketIn(state, command.ticketId, ["called"]);
	if (isRefusal(ticket)) return ticket;
	return { events: [{ type: "ticket-missed", ticketId: ticket.id }] };
}

/** Back into the queue, as much later in time as the customer was away: neither first nor last. */
export function returnTicket(state: Configured, command: Of<"return-ticket">, context: Context): Decision {
	const ticket = ticketIn(state, command.ticketId, ["no-show"]);
	if (isRefusal(ticket)) return ticket;
	const awayMs = context.now - ticket.since;
	if (awayMs > state.configuration.limits.returnGraceMs) return refuse("return-too-late", ticket.number);
	const back: BranchEvent = { type: "ticket-returned", ticketId: ticket.id, queuedAt: ticket.queuedAt + awayMs };
	return { events: [back, ...releaseIfAlone(state, ticket)] };
}

export function transferTicket(state: Configured, command: Of<"transfer-ticket">): Decision {
	const ticket = ticketIn(state, command.ticketId, ["waiting", "called", "serving"]);
	if (isRefusal(ticket)) return ticket;
	const serviceId = command.serviceId ?? present(ticket);
	if (!state.configuration.services.some((each) => each.id === serviceId)) return refuse("unknown-service", serviceId);
	const target = targetOf(state, command, serviceId);
	if (target !== undefined && isRefusal(target)) return target;
	if (target === undefined && serviceId === present(ticket)) return refuse("transfer-to-nothing");
	return {
		events: [
			...finished(ticket, "transferred"),
			{
				type: "ticket-transferred",
				ticketId: ticket.id,
				serviceId,
				...(target === undefined ? sentBy(state, ticket, serviceId) : { target }),
				...(command.reason === undefined ? {} : { reason: command.reason }),
			},
		],
	};
}

/** Who gives a ticket away to anybody able while able too: that counter is not the first to call it back. */
function sentBy(state: Configured, ticket: Ticket, serviceId: string): { readonly sentBy?: string } {
	const counter = state.counters.get(ticket.counterId ?? "");
	if (counter == null || counter.staffId === null || !counter.services.includes(serviceId)) return {};
	return { sentBy: counter.staffId };
}

/** Nobody is sent to a counter or person that cannot serve them: such a ticket would wait for ever. */
function targetOf(state: Configured, command: Of<"transfer-ticket">, serviceId: string): Target | Refusal | undefined {
	if (command.counterId !== undefined) {
		const counter = counterOf(state, command.counterId);
		if (isRefusal(counter)) return counter;
		if (counter.status === "closed") return refuse("counter-not-open", counter.id);
		if (!counter.services.includes(serviceId)) return refuse("counter-cannot-serve", counter.id);
		return { kind: "counter", counterId: counter.id };
	}
	if (command.staffId === undefined) return undefined;
	const counter = counterOfStaff(state, command.staffId);
	if (counter === undefined) return refuse("staff-not-on-duty", command.staffId);
	if (!counter.services.includes(serviceId)) return refuse("counter-cannot-serve", counter.id);
	return { kind: "staff", staffId: command.staffId };
}

export function holdTicket(state: Configured, command: Of<"hold-ticket">): Decision {
	const ticket = ticketIn(state, command.ticketId, ["waiting", "called", "serving"]);
	if (isRefusal(ticket)) return ticket;
	const why = command.reason === undefined ? {} : { reason: command.reason };
	return { events: [...finished(ticket, "held"), { type: "ticket-held", ticketId: ticket.id, ...why }] };
}

export function resumeTicket(state: Configured, command: Of<"resume-ticket">): Decision {
	const ticket = ticketIn(state, command.ticketId, ["held"]);
	if (isRefusal(ticket)) return ticket;
	return { events: [{ type: "ticket-resumed", ticketId: ticket.id }, ...releaseIfAlone(state, ticket)] };
}

export function redirectTicket(state: Configured, command: Of<"redirect-ticket">): Decision {
	const ticket = ticketIn(state, command.ticketId, ["waiting", "called", "serving"]);
	if (isRefusal(ticket)) return ticket;
	return { events: [...finished(ticket, "redirected"), ended(ticket, "redirected", command.reason)] };
}

export function cancelTicket(state: Configured, command: Of<"cancel-ticket">, context: Context): Decision {
	if (context.actor.kind === "customer") {
		const own = state.tickets.get(command.ticketId);
		if (own === undefined) return refuse("unknown-ticket", command.ticketId);
		const free = own.status === "waiting" || own.status === "called" || own.status === "held";
		return free ? { events: [ended(own, "cancelled", command.reason)] } : refuse("wrong-status", own.status);
	}
	const ticket = ticketIn(state, command.ticketId, ["waiting", "called", "held"]);
	if (isRefusal(ticket)) return ticket;
	return { events: [ended(ticket, "cancelled", command.reason)] };
}

/** Whoever of these still waits is cancelled; who was called meanwhile is there after all. */
export function cancelTickets(state: Configured, command: Of<"cancel-tickets">): Decision {
	const waiting = [...new Set(command.ticketIds)].flatMap((ticketId) => {
		const ticket = state.tickets.get(ticketId);
		return ticket?.status === "waiting" ? [ticket] : [];
	});
	if (waiting.length === 0) return refuse("changed-meanwhile");
	return { events: waiting.map((ticket) => ended(ticket, "cancelled", command.reason)) };
}

function present(ticket: Ticket): string {
	const service = ticket.services[0];
	if (service === undefined) throw new Error(`ticket ${ticket.id} is alive without a service`);
	return service;
}

function finished(ticket: Ticket, outcome: ServiceOutcome): BranchEvent[] {
	if (ticket.status !== "serving") return [];
	return [{ type: "service-finished", ticketId: ticket.id, serviceId: present(ticket), outcome }];
}

function ended(ticket: Ticket, outcome: "redirected" | "cancelled", reason: string | undefined): BranchEvent {
	return { type: "ticket-ended", ticketId: ticket.id, outcome, ...(reason === undefined ? {} : { reason }) };
}

/** A target that went off duty while the ticket was away no longer binds it. */
function releaseIfAlone(state: Configured, ticket: Ticket): BranchEvent[] {
	if (ticket.target === undefined) return [];
	const counter =
		ticket.target.kind === "counter"
			? state.counters.get(ticket.target.counterId)
			: counterOfStaff(state, ticket.target.staffId);
	const able = counter !== undefined && counter.status !== "closed" && counter.services.includes(present(ticket));
	return able ? [] : [{ type: "ticket-released", ticketId: ticket.id }];
}

function counterOfStaff(state: Configured, staffId: string): CounterState | undefined {
	for (const counter of state.counters.values()) if (counter.staffId === staffId) return counter;
	return undefined;
}
