import type { CarriedTicket } from "../../../schema/hall/carried.ts";
import type { Channel } from "../../../schema/hall/command.ts";
import type { BranchConfiguration } from "../../../schema/hall/configuration.ts";
import type { BranchEvent } from "../../../schema/hall/event.ts";
import type { WaitQuote } from "../../../schema/hall/quote.ts";
import type { Outcome } from "../../../schema/hall/ticket.ts";
import { type WaitClock, waitAfter, waitedUntilService, waitFrom } from "../hall/wait.ts";

/** A wait that ended in service: from when the customer was ready for it to the call that led to it. */
export type WaitFact = {
	readonly serviceId: string;
	readonly counterId: string;
	readonly calledAt: number;
	readonly ms: number;
	/** What the branch promised for that service when it began. */
	readonly targetMs: number;
};
export type ServiceFact = { readonly serviceId: string; readonly counterId: string; readonly ms: number };

/** One visit as the day's commits tell it. */
export type VisitFact = {
	readonly ticketId: string;
	readonly number: string;
	readonly class: string;
	readonly channel: Channel;
	readonly firstService: string;
	readonly issuedAt: number;
	wait: WaitClock;
	counterId: string | null;
	startedAt: number | null;
	endedAt: number | null;
	endedCounterId: string | null;
	outcome: Outcome | null;
	/** Overtakes its class allowed when it was issued. */
	readonly budget: number;
	overtaken: number;
	overridden: number;
	/** Began on the day before, or goes on into the next: issued there, ended there. */
	readonly carriedIn: boolean;
	carriedOver: boolean;
	/** The wait that was told with the number, until it is called or becomes another; then what came of it. */
	promised: WaitQuote | null;
	told: { readonly quote: WaitQuote; readonly waitMs: number } | null;
	readonly waits: WaitFact[];
	readonly services: ServiceFact[];
	/** How it was before it last left a counter so that that can be taken back. */
	before?: VisitFact;
};

type VisitEvent = Extract<
	BranchEvent,
	{
		type:
			| "service-started"
			| "service-finished"
			| "ticket-moved-on"
			| "ticket-missed"
			| "ticket-returned"
			| "ticket-transferred"
			| "ticket-held"
			| "ticket-resumed"
			| "ticket-ended";
	}
>;

/** What an event of a visit adds to what is known of it. */
export function noteVisit(configuration: BranchConfiguration, visit: VisitFact, event: VisitEvent, at: number): void {
	const before = visit.wait;
	visit.wait = waitAfter(before, event, at);
	visit.promised = null;
	switch (event.type) {
		case "service-started":
			return startFact(configuration, visit, { before, serviceId: event.serviceId, at });
		case "service-finished":
			return finishFact(visit, event, at);
		case "ticket-moved-on":
		case "ticket-transferred":
		case "ticket-held":
			visit.counterId = null;
			return;
		case "ticket-resumed":
			return;
		case "ticket-returned":
			visit.outcome = null;
			visit.endedAt = null;
			visit.counterId = null;
			return;
		case "ticket-missed":
			return endFact(visit, "no-show", at);
		case "ticket-ended":
			// A no-show that nobody came back from ended when it was missed, not when the day closed.
			return visit.outcome === "no-show" ? undefined : endFact(visit, event.outcome, at);
		default:
			return event satisfies never;
	}
}

/** A call in its turn shows how the wait held that was told with the number; one out of order shows nothing. */
export function noteToldWait(visit: VisitFact, isInTurn: boolean, at: number): void {
	if (visit.promised !== null && isInTurn) visit.told = { quote: visit.promised, waitMs: at - visit.issuedAt };
	visit.promised = null;
}

/** Remembers how a visit is before it leaves a counter. */
export function rememberVisit(visit: VisitFact): void {
	const { before: _, ...now } = visit;
	visit.before = { ...now, waits: [...visit.waits], services: [...visit.services] };
}

/** A visit as if it had not left its counter; who passed it meanwhile has passed. */
export function takenBackFact({ before, overtaken, overridden, ...visit }: VisitFact): VisitFact {
	return { ...(before ?? visit), overtaken, overridden };
}

/** A visit as it begins. */
export function issuedFact(
	configuration: BranchConfiguration,
	event: Extract<BranchEvent, { type: "ticket-issued" }>,
	at: number,
): VisitFact {
	return {
		ticketId: event.ticketId,
		number: event.number,
		class: event.class,
		channel: event.channel,
		firstService: event.services[0] ?? "",
		issuedAt: at,
		wait: waitFrom(at, event.appointmentAt),
		counterId: null,
		startedAt: null,
		endedAt: null,
		endedCounterId: null,
		outcome: null,
		budget: configuration.dispatch.classes.find((each) => each.id === event.class)?.overtakeBudget ?? 0,
		overtaken: 0,
		overridden: 0,
		carriedIn: false,
		carriedOver: false,
		promised: event.quote ?? null,
		told: null,
		waits: [],
		services: [],
	};
}

/** A visit that began before midnight, as far as the new day needs to know it. */
export function carriedFact(ticket: CarriedTicket): VisitFact {
	return {
		ticketId: ticket.id,
		number: ticket.number,
		class: ticket.class,
		channel: ticket.channel,
		firstService: ticket.services[0] ?? "",
		issuedAt: ticket.issuedAt,
		wait: ticket.wait ?? carriedWait(ticket),
		counterId: ticket.counterId ?? null,
		startedAt: ticket.status === "serving" ? ticket.since : null,
		endedAt: ticket.status === "no-show" ? ticket.since : null,
		endedCounterId: null,
		outcome: ticket.status === "no-show" ? "no-show" : null,
		budget: ticket.budget,
		// Overrides of the day before are no longer told apart: they widened its bound then and must not break it now.
		overtaken: Math.min(ticket.overtaken, ticket.budget),
		overridden: 0,
		carriedIn: true,
		carriedOver: false,
		promised: ticket.promised ?? null,
		told: null,
		waits: [],
		services: [],
	};
}

/** The wait of somebody carried over when that said nothing of it yet. */
function carriedWait({ status, since, queuedAt, calledAt }: CarriedTicket): WaitClock {
	return {
		readyAt: queuedAt,
		calledAt: status === "called" ? (calledAt ?? null) : null,
		awayAt: status === "held" || status === "no-show" ? since : null,
	};
}

/** A visit as it was before the day was closed; whose counter did not open again waits. */
export function reopenedFact(visit: VisitFact, counters: readonly string[]): VisitFact {
	if (visit.counterId === null || counters.includes(visit.counterId)) return visit;
	return { ...visit, wait: { ...visit.wait, calledAt: null }, counterId: null, startedAt: null };
}

/** The first service after a call ends a wait; what follows at the same counter had no wait. */
function startFact(
	configuration: BranchConfiguration,
	visit: VisitFact,
	{ before, serviceId, at }: { before: WaitClock; serviceId: string; at: number },
): void {
	visit.startedAt = at;
	const ms = waitedUntilService(before);
	if (ms === null || before.calledAt === null || visit.counterId === null) return;
	visit.waits.push({
		serviceId,
		counterId: visit.counterId,
		calledAt: before.calledAt,
		ms,
		targetMs: configuration.services.find((each) => each.id === serviceId)?.targetWaitMs ?? 0,
	});
}

function finishFact(visit: VisitFact, event: Extract<BranchEvent, { type: "service-finished" }>, at: number): void {
	// A service broken off by closing time was not measured: nobody knows when it really ended.
	if (visit.startedAt !== null && visit.counterId !== null && event.outcome !== "day-closed") {
		visit.services.push({ serviceId: event.serviceId, counterId: visit.counterId, ms: at - visit.startedAt });
	}
	visit.startedAt = null;
}

function endFact(visit: VisitFact, outcome: Outcome, at: number): void {
	visit.outcome = outcome;
	visit.endedAt = at;
	visit.endedCounterId = visit.counterId;
}
