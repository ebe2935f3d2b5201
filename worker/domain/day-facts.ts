import type { Channel } from "../../schema/command.ts";
import type { BranchConfiguration } from "../../schema/configuration.ts";
import type { BranchEvent, Commit } from "../../schema/event.ts";
import type { Outcome } from "../../schema/ticket.ts";

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
	/** Since when the customer was ready for the service waited for; moves by the time spent away or on hold. */
	readyAt: number;
	heldAt: number | null;
	calledAt: number | null;
	counterId: string | null;
	startedAt: number | null;
	endedAt: number | null;
	endedCounterId: string | null;
	outcome: Outcome | null;
	/** Overtakes its class allowed when it was issued. */
	readonly budget: number;
	overtaken: number;
	overridden: number;
	readonly waits: WaitFact[];
	readonly services: ServiceFact[];
};

export type OverrideFact = {
	readonly at: number;
	readonly number: string;
	readonly counterId: string;
	readonly staffId: string;
	readonly reason: string;
	readonly passed: number;
};

/** Everything a report or rollup of one day is made of; built from that day's commits and nothing else. */
export type DayFacts = {
	configuration: BranchConfiguration;
	businessDay: string;
	openedAt: number;
	closedAt: number | null;
	closedBy: "staff" | "clock" | null;
	firstSeq: number;
	lastSeq: number;
	lastAt: number;
	readonly visits: Map<string, VisitFact>;
	readonly openCounters: Set<string>;
	readonly overrides: OverrideFact[];
	readonly helps: Map<string, { askedAt: number; acceptedAt: number | null }>;
	recalls: number;
	transfers: number;
	returns: number;
	refusals: number;
};

/**
 * Folds the commits of one business day, oldest first, up to the one that closed it; null when no day was opened.
 * What the branch did after closing (a new configuration, a call for help) is not part of the day.
 */
export function factsOf(commits: Iterable<Commit>): DayFacts | null {
	let facts: DayFacts | null = null;
	for (const commit of commits) {
		facts = noteCommit(facts, commit);
		if (facts !== null && facts.closedAt !== null) return facts;
	}
	return facts;
}

function noteCommit(before: DayFacts | null, commit: Commit): DayFacts | null {
	let facts = before;
	for (const event of commit.events) {
		if (event.type === "day-opened") facts = openedFacts(event, commit);
		else if (facts !== null) note(facts, event, commit);
	}
	if (facts === null) return null;
	if (commit.refused !== undefined) facts.refusals++;
	facts.lastSeq = commit.seq;
	facts.lastAt = Math.max(facts.lastAt, commit.at);
	return facts;
}

function openedFacts(event: Extract<BranchEvent, { type: "day-opened" }>, commit: Commit): DayFacts {
	return {
		configuration: event.configuration,
		businessDay: event.businessDay,
		openedAt: commit.at,
		closedAt: null,
		closedBy: null,
		firstSeq: commit.seq,
		lastSeq: commit.seq,
		lastAt: commit.at,
		visits: new Map(),
		openCounters: new Set(),
		overrides: [],
		helps: new Map(),
		recalls: 0,
		transfers: 0,
		returns: 0,
		refusals: 0,
	};
}

function note(facts: DayFacts, event: BranchEvent, commit: Commit): void {
	const { at } = commit;
	switch (event.type) {
		case "branch-configured":
			facts.configuration = event.configuration;
			return;
		case "day-closed":
			facts.closedAt = at;
			facts.closedBy = event.by;
			return;
		case "counter-opened":
		case "counter-resumed":
			facts.openCounters.add(event.counterId);
			return;
		case "counter-closed":
		case "counter-paused":
			facts.openCounters.delete(event.counterId);
			return;
		case "ticket-issued":
			facts.visits.set(event.ticketId, issuedFact(facts, event, at));
			return;
		case "ticket-called":
			return noteCall(facts, event, at);
		case "ticket-recalled":
			facts.recalls++;
			return;
		case "help-asked":
			facts.helps.set(event.helpId, { askedAt: at, acceptedAt: null });
			return;
		case "help-accepted": {
			const help = facts.helps.get(event.helpId);
			if (help !== undefined) help.acceptedAt = at;
			return;
		}
		case "day-opened":
		case "counter-mode-changed":
		case "ticket-released":
			return;
		default: {
			if (event.type === "ticket-transferred") facts.transfers++;
			if (event.type === "ticket-returned") facts.returns++;
			const visit = facts.visits.get(event.ticketId);
			if (visit !== undefined) noteVisit(facts, visit, event, at);
		}
	}
}

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

function noteVisit(facts: DayFacts, visit: VisitFact, event: VisitEvent, at: number): void {
	switch (event.type) {
		case "service-started":
			return startFact(facts, visit, event.serviceId, at);
		case "service-finished":
			return finishFact(visit, event, at);
		case "ticket-moved-on":
		case "ticket-transferred":
			return leaveCounter(visit);
		case "ticket-held":
			visit.heldAt = at;
			return leaveCounter(visit);
		case "ticket-resumed":
			visit.readyAt += at - (visit.heldAt ?? at);
			visit.heldAt = null;
			return;
		case "ticket-returned":
			visit.outcome = null;
			visit.readyAt += at - (visit.endedAt ?? at);
			visit.endedAt = null;
			return leaveCounter(visit);
		case "ticket-missed":
			return endFact(visit, "no-show", at);
		case "ticket-ended":
			// A no-show that nobody came back from ended when it was missed, not when the day closed.
			return visit.outcome === "no-show" ? undefined : endFact(visit, event.outcome, at);
		default:
			return event satisfies never;
	}
}

function issuedFact(
	{ configuration }: DayFacts,
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
		readyAt: at,
		heldAt: null,
		calledAt: null,
		counterId: null,
		startedAt: null,
		endedAt: null,
		endedCounterId: null,
		outcome: null,
		budget: configuration.dispatch.classes.find((each) => each.id === event.class)?.overtakeBudget ?? 0,
		overtaken: 0,
		overridden: 0,
		waits: [],
		services: [],
	};
}

function noteCall(facts: DayFacts, event: Extract<BranchEvent, { type: "ticket-called" }>, at: number): void {
	const called = facts.visits.get(event.ticketId);
	if (called !== undefined) {
		called.calledAt = at;
		called.counterId = event.counterId;
	}
	for (const id of event.passed) {
		const passed = facts.visits.get(id);
		if (passed === undefined) continue;
		passed.overtaken++;
		if (event.override !== undefined) passed.overridden++;
	}
	if (event.override === undefined) return;
	const number = facts.visits.get(event.ticketId)?.number ?? event.ticketId;
	facts.overrides.push({
		at,
		number,
		counterId: event.counterId,
		staffId: event.staffId,
		reason: event.override.reason,
		passed: event.passed.length,
	});
}

/** The first service after a call ends a wait; what follows at the same counter had no wait. */
function startFact({ configuration }: DayFacts, visit: VisitFact, serviceId: string, at: number): void {
	visit.startedAt = at;
	if (visit.calledAt === null || visit.counterId === null) return;
	visit.waits.push({
		serviceId,
		counterId: visit.counterId,
		calledAt: visit.calledAt,
		ms: Math.max(0, visit.calledAt - visit.readyAt),
		targetMs: configuration.services.find((each) => each.id === serviceId)?.targetWaitMs ?? 0,
	});
	visit.calledAt = null;
}

function finishFact(visit: VisitFact, event: Extract<BranchEvent, { type: "service-finished" }>, at: number): void {
	// A service broken off by closing time was not measured: nobody knows when it really ended.
	if (visit.startedAt !== null && visit.counterId !== null && event.outcome !== "day-closed") {
		visit.services.push({ serviceId: event.serviceId, counterId: visit.counterId, ms: at - visit.startedAt });
	}
	visit.startedAt = null;
	visit.readyAt = at;
}

function leaveCounter(visit: VisitFact): void {
	visit.calledAt = null;
	visit.counterId = null;
}

function endFact(visit: VisitFact, outcome: Outcome, at: number): void {
	visit.outcome = outcome;
	visit.endedAt = at;
	visit.endedCounterId = visit.counterId;
	visit.calledAt = null;
}
