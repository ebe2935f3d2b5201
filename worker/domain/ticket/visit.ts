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
	return { events: [{ type: "service-started", ticketId: ticket.id, serviceId: currentService(ticket) }] };
}

/** Ends the service in progress. The next of the ticket that this counter can do begins at once; when it can do none, the ticket waits again. */
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

/** Back into the queue, as much later in time as the customer was away: no advantage of having been away, and not the end of the line. */
export function returnTicket(state: Configured, command: Of<"return-ticket">, context: Context): Decision {
	const ticket = ticketIn(state, command.ticketId, ["no-show"]);
	if (isRefusal(ticket)) return ticket;
	const awayMs = context.now - ticket.since;
	if (awayMs > state.configuration.limits.returnGraceMs) return refuse("return-too-late", ticket.number);
	const back: BranchEvent = { type: "ticket-returned", ticketId: ticket.id, queuedAt: ticket.queuedAt + awayMs };
	return { events: [back, ...releaseUnlessServed(state, ticket)] };
}

export function transferTicket(state: Configured, command: Of<"transfer-ticket">, { actor }: Context): Decision {
	const ticket = ticketIn(state, command.ticketId, ["waiting", "called", "serving"]);
	if (isRefusal(ticket)) return ticket;
	const serviceId = command.serviceId ?? currentService(ticket);
	if (!state.configuration.services.some((each) => each.id === serviceId)) return refuse("unknown-service", serviceId);
	const target = targetOf(state, command, serviceId);
	if (target !== undefined && isRefusal(target)) return target;
	if (target === undefined && serviceId === currentService(ticket)) return refuse("transfer-to-nothing");
	const companion = command.accompanied === true && actor.kind === "staff" ? { companion: actor.staffId } : {};
	return {
		events: [
			...finished(ticket, "transferred"),
			{
				type: "ticket-transferred",
				ticketId: ticket.id,
				serviceId,
				...(target === undefined ? sentBy(state, ticket, serviceId) : { target }),
				...companion,
				...(command.reason === undefined ? {} : { reason: command.reason }),
			},
		],
	};
}

/** Who sends a ticket to any able counter although their own is able too: kept with the ticket, so that another counter has the first chance to call it. */
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
	return { events: [{ type: "ticket-resumed", ticketId: ticket.id }, ...releaseUnlessServed(state, ticket)] };
}

export function redirectTicket(state: Configured, command: Of<"redirect-ticket">): Decision {
	const ticket = ticketIn(state, command.ticketId, ["waiting", "called", "serving"]);
	if (isRefusal(ticket)) return ticket;
	return { events: [...finished(ticket, "redirected"), ended(ticket, "redirected", command.reason)] };
}

/** By staff, or by its customer: whose ticket it is has been asked before. */
export function cancelTicket(state: Configured, command: Of<"cancel-ticket">): Decision {
	const ticket = ticketIn(state, command.ticketId, ["waiting", "called", "held"]);
	if (isRefusal(ticket)) return ticket;
	return { events: [ended(ticket, "cancelled", command.reason)] };
}

/** Cancels those of the tickets that still wait. One that was called since the list was read is left to its counter, which sees whether somebody comes. */
export function cancelTickets(state: Configured, command: Of<"cancel-tickets">): Decision {
	const waiting = [...new Set(command.ticketIds)].flatMap((ticketId) => {
		const ticket = state.tickets.get(ticketId);
		return ticket?.status === "waiting" ? [ticket] : [];
	});
	if (waiting.length === 0) return refuse("changed-meanwhile");
	return { events: waiting.map((ticket) => ended(ticket, "cancelled", command.reason)) };
}

function currentService(ticket: Ticket): string {
	const service = ticket.services[0];
	if (service === undefined) throw new Error(`ticket ${ticket.id} is alive without a service`);
	return service;
}

function finished(ticket: Ticket, outcome: ServiceOutcome): BranchEvent[] {
	if (ticket.status !== "serving") return [];
	return [{ type: "service-finished", ticketId: ticket.id, serviceId: currentService(ticket), outcome }];
}

function ended(ticket: Ticket, outcome: "redirected" | "cancelled", reason: string | undefined): BranchEvent {
	return { type: "ticket-ended", ticketId: ticket.id, outcome, ...(reason === undefined ? {} : { reason }) };
}

/** A ticket that comes back is no longer bound to a counter or person that has closed meanwhile, or no longer does this service. */
function releaseUnlessServed(state: Configured, ticket: Ticket): BranchEvent[] {
	if (ticket.target === undefined) return [];
	const counter =
		ticket.target.kind === "counter"
			? state.counters.get(ticket.target.counterId)
			: counterOfStaff(state, ticket.target.staffId);
	const able =
		counter !== undefined && counter.status !== "closed" && counter.services.includes(currentService(ticket));
	return able ? [] : [{ type: "ticket-released", ticketId: ticket.id }];
}

function counterOfStaff(state: Configured, staffId: string): CounterState | undefined {
	for (const counter of state.counters.values()) if (counter.staffId === staffId) return counter;
	return undefined;
}
