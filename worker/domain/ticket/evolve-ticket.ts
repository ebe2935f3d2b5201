import type { BranchEvent, Commit } from "../../../schema/hall/event.ts";
import type { Outcome } from "../../../schema/hall/ticket.ts";
import type { Tally } from "../../../schema/hall/view.ts";
import { changeCounter } from "../counter/evolve-counter.ts";
import { type BranchState, type Ticket, waitOf } from "../hall/branch-state.ts";
import { quoteFrom } from "../hall/learning.ts";
import { waitAfter, waitedUntilService, waitFrom } from "../hall/wait.ts";
import { callsAfter } from "../queue/board-calls.ts";
import { pacesAfter } from "./device-pace.ts";

type TicketEvent = Extract<BranchEvent, { ticketId: string }>;
type EventAfterIssue = Exclude<TicketEvent, { type: "ticket-issued" | "ticket-taken-back" }>;
type Of<Type extends BranchEvent["type"]> = Extract<BranchEvent, { type: Type }>;

/** A new ticket takes its rank, budget and head start from the policy of the moment. */
export function issued(draft: BranchState, event: Of<"ticket-issued">, commit: Commit): void {
	const ticketClass = draft.configuration?.dispatch.classes.find((each) => each.id === event.class);
	if (ticketClass === undefined) throw new Error(`ticket ${event.ticketId} has the unknown class ${event.class}`);
	const headStartMs = ticketClass.headStartMs + appointmentHeadStart(draft, event.appointmentAt, commit.at);
	const queuedAt = placeInTime(draft, event.appointmentAt, commit.at);
	const ticket: Ticket = {
		id: event.ticketId,
		number: event.number,
		ordinal: draft.tally.issued + 1,
		class: event.class,
		rank: ticketClass.rank,
		budget: ticketClass.overtakeBudget,
		headStartMs,
		channel: event.channel,
		link: event.link,
		issuedAt: commit.at,
		queuedAt,
		orderAt: queuedAt - headStartMs,
		overtaken: 0,
		status: "waiting",
		since: commit.at,
		services: event.services,
		recalls: 0,
		wait: waitFrom(commit.at, event.appointmentAt),
		changedSeq: commit.seq,
		...(event.appointmentAt === undefined ? {} : { appointmentAt: event.appointmentAt }),
		...(event.needs === undefined ? {} : { needs: event.needs }),
		...(event.language === undefined ? {} : { language: event.language }),
		...(event.customer === undefined ? {} : { customer: event.customer }),
		...(event.managerId === undefined ? {} : { managerId: event.managerId }),
		...(event.quote === undefined ? {} : { promised: event.quote, quote: quoteFrom(event.quote, commit.at) }),
	};
	draft.tickets.set(ticket.id, ticket);
	const series = event.number.replace(/\d+$/, "");
	draft.nextNumber = { ...draft.nextNumber, [series]: Number(event.number.slice(series.length)) + 1 };
	draft.tally = { ...draft.tally, issued: draft.tally.issued + 1 };
	draft.paces = pacesAfter(draft, commit);
}

/** An appointment kept gives its head start; one arrived at too late does not. */
function appointmentHeadStart(draft: BranchState, appointmentAt: number | undefined, at: number): number {
	const policy = draft.configuration?.dispatch.appointment;
	if (policy === undefined || appointmentAt === undefined || at > appointmentAt + policy.lateMs) return 0;
	return policy.headStartMs;
}

/**
 * Early for an appointment stands as if it had come at the appointed time: whoever comes before that does not overtake
 * it. An appointment after closing time counts as one at closing time.
 */
function placeInTime(draft: BranchState, appointmentAt: number | undefined, at: number): number {
	if (appointmentAt === undefined) return at;
	return Math.max(at, Math.min(appointmentAt, draft.day?.closesAt ?? at));
}

/**
 * A call at a counter that could have served a ticket given away by somebody else was that counter's chance. The ticket's
 * own page shows nothing of this, so the ticket counts as unchanged and that page hears nothing of a call to somebody else.
 */
export function othersHadChance(draft: BranchState, { counterId, staffId }: Of<"ticket-called">): void {
	const able = draft.counters.get(counterId)?.services ?? [];
	for (const ticket of draft.tickets.values()) {
		if (ticket.sentBy === undefined || ticket.sentBy === staffId || !able.includes(ticket.services[0] ?? "")) continue;
		const { sentBy: _, ...rest } = ticket;
		draft.tickets.set(ticket.id, rest);
	}
}

/** What a ticket's events do to it and to the counter it is at. */
export function ticketEvent(draft: BranchState, event: EventAfterIssue, commit: Commit): void {
	const ticket = draft.tickets.get(event.ticketId);
	if (ticket === undefined) throw new Error(`ticket ${event.ticketId} changed but is not known`);
	const after = next(isSameWait(event) ? ticket : unquoted(ticket), event, commit);
	const wait = waitOf(ticket);
	draft.tickets.set(ticket.id, { ...after, wait: waitAfter(wait, event, commit.at), changedSeq: commit.seq });
	const left = ticket.counterId;
	if (left !== undefined && after.counterId !== left && draft.counters.has(left)) {
		changeCounter(draft, left, { ticketId: null });
	}
	draft.calls = callsAfter(draft, after);
	draft.personDays = personDaysAfter(draft, ticket, event, commit.at);
	if (event.type === "service-started") draft.tally = waited(draft.tally, waitedUntilService(wait));
	if (event.type === "ticket-ended") draft.tally = tallied(draft.tally, event.outcome);
	if (event.type === "ticket-missed") draft.tally = { ...draft.tally, noShows: draft.tally.noShows + 1 };
	if (event.type === "ticket-returned")
		draft.tally = { ...draft.tally, noShows: draft.tally.noShows - 1, returns: (draft.tally.returns ?? 0) + 1 };
}

/** Counted for whoever is signed on at the counter, by the report's measures: what closing time cuts off is no service done. */
function personDaysAfter(
	{ personDays, counters }: BranchState,
	{ counterId, since }: Ticket,
	event: EventAfterIssue,
	at: number,
): BranchState["personDays"] {
	const id = counters.get(counterId ?? "")?.staffId ?? "";
	const day = personDays[id] ?? { id, served: 0, services: 0, serviceMs: 0 };
	const { served, services, serviceMs } = day;
	if (event.type === "service-finished" && event.outcome !== "day-closed") {
		return { ...personDays, [id]: { ...day, services: services + 1, serviceMs: serviceMs + at - since } };
	}
	const isServed = event.type === "ticket-ended" && event.outcome === "served";
	return isServed ? { ...personDays, [id]: { ...day, served: served + 1 } } : personDays;
}

function next(ticket: Ticket, event: EventAfterIssue, commit: Commit): Ticket {
	const at = commit.at;
	switch (event.type) {
		case "ticket-called": {
			const { sentBy: _, ...rest } = ticket;
			const taken = { service: ticket.services[0] ?? "", at };
			return { ...rest, status: "called", since: at, calledAt: at, recalls: 0, counterId: event.counterId, taken };
		}
		case "ticket-recalled":
			return { ...ticket, recalls: ticket.recalls + 1, calledAt: at };
		case "service-started":
			return { ...ticket, status: "serving", since: at, services: withFirst(ticket.services, event.serviceId) };
		case "service-finished":
			return event.outcome === "done" ? { ...ticket, services: ticket.services.slice(1) } : ticket;
		case "ticket-moved-on":
			return away({ ...ticket, status: "waiting", since: at }, true);
		case "ticket-missed":
			return away({ ...ticket, status: "no-show", since: at }, false);
		case "ticket-returned":
			return {
				...ticket,
				status: "waiting",
				since: at,
				queuedAt: event.queuedAt,
				orderAt: event.queuedAt - ticket.headStartMs,
			};
		case "ticket-transferred": {
			const services = [event.serviceId, ...ticket.services.slice(1).filter((id) => id !== event.serviceId)];
			const { sentBy: _, companion: __, ...free } = away({ ...ticket, status: "waiting", since: at, services }, true);
			const { target, sentBy, companion } = event;
			return {
				...free,
				...(target === undefined ? {} : { target }),
				...(sentBy === undefined ? {} : { sentBy }),
				...(companion === undefined ? {} : { companion }),
			};
		}
		case "ticket-released":
			return away(ticket, true);
		case "ticket-held":
			return away({ ...ticket, status: "held", since: at }, false);
		case "ticket-resumed":
			return { ...ticket, status: "waiting", since: at };
		case "ticket-ended":
			return away({ ...ticket, status: "ended", since: at, outcome: event.outcome, services: [] }, true);
		default:
			return event satisfies never;
	}
}

/** What leaves a wait as it was: whatever was told of it still holds. */
function isSameWait({ type }: EventAfterIssue): boolean {
	return type === "ticket-recalled" || type === "ticket-released";
}

function unquoted({ quote: _quote, promised: _promised, ...ticket }: Ticket): Ticket {
	return ticket;
}

/** Away from any counter; `freely` also drops whom the ticket was meant for. */
function away(ticket: Ticket, freely: boolean): Ticket {
	const { counterId: _counter, taken: _taken, target, ...rest } = ticket;
	return freely || target === undefined ? rest : { ...rest, target };
}

function withFirst(services: readonly string[], first: string): readonly string[] {
	if (services[0] === first) return services;
	const at = services.indexOf(first);
	return [first, ...services.slice(0, at), ...services.slice(at + 1)];
}

/** A wait counts when it has led to service, as in the report. */
function waited(tally: Tally, ms: number | null): Tally {
	return ms === null ? tally : { ...tally, called: tally.called + 1, waitedMs: tally.waitedMs + ms };
}

function tallied(tally: Tally, outcome: Outcome): Tally {
	switch (outcome) {
		case "served":
			return { ...tally, served: tally.served + 1 };
		case "cancelled":
			return { ...tally, cancelled: tally.cancelled + 1 };
		case "redirected":
			return { ...tally, redirected: tally.redirected + 1 };
		case "no-show":
		case "unserved":
			return tally;
		default:
			return outcome satisfies never;
	}
}
