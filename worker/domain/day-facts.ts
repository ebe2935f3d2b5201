import type { BranchConfiguration } from "../../schema/configuration.ts";
import type { BranchEvent, Commit } from "../../schema/event.ts";
import { issuedFact, noteVisit, type VisitFact } from "./visit-facts.ts";

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
	readonly referrals: Extract<BranchEvent, { type: "referral-recorded" }>[];
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
		referrals: [],
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
			facts.visits.set(event.ticketId, issuedFact(facts.configuration, event, at));
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
		case "referral-recorded":
			facts.referrals.push(event);
			return;
		case "day-opened":
		case "staff-changed":
		case "counter-mode-changed":
		case "ticket-released":
			return;
		default: {
			if (event.type === "ticket-transferred") facts.transfers++;
			if (event.type === "ticket-returned") facts.returns++;
			const visit = facts.visits.get(event.ticketId);
			if (visit !== undefined) noteVisit(facts.configuration, visit, event, at);
		}
	}
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
