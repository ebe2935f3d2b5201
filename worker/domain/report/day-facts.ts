import type { CaseCount } from "../../../schema/customer/case.ts";
import type { BranchConfiguration } from "../../../schema/hall/configuration.ts";
import type { BranchEvent, CaseMoved, Commit } from "../../../schema/hall/event.ts";
import { type AlertFact, noteAlert } from "../alert/alert-facts.ts";
import { waitAfter } from "../hall/wait.ts";
import { wayOut } from "../ticket/take-back.ts";
import {
	carriedFact,
	issuedFact,
	noteToldWait,
	noteVisit,
	rememberVisit,
	reopenedFact,
	takenBackFact,
	type VisitFact,
} from "./visit-facts.ts";

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
	readonly alerts: Map<string, AlertFact>;
	recalls: number;
	transfers: number;
	returns: number;
	refusals: number;
	readonly referrals: Extract<BranchEvent, { type: "referral-recorded" }>[];
	readonly caseMoves: CaseMoved[];
	/** Cases that were open as the day began, and as it ended; empty: none. */
	openedWith: readonly CaseCount[];
	closedWith: readonly CaseCount[];
};

/**
 * Folds the commits of one business day, oldest first, up to the last that closed it; it may go on as more are made.
 * What the branch did after closing (a new configuration, a call for help) is part of the day only when it was reopened.
 */
export class DayFold {
	#facts: DayFacts | null = null;
	#before: DayFacts | null = null;
	#after: Commit[] = [];

	/** Null when no day was opened. What is read here changes with the next commit. */
	get facts(): DayFacts | null {
		return this.#facts;
	}

	add(commit: Commit): void {
		if (this.#facts?.closedAt == null) {
			const closes = commit.events.some((event) => event.type === "day-closed");
			if (this.#facts !== null && closes) this.#before = copyOf(this.#facts);
			this.#facts = noteCommit(this.#facts, commit);
			return;
		}
		this.#after.push(commit);
		const again = commit.events.find((event) => event.type === "day-reopened");
		if (this.#before === null || again === undefined) return;
		this.#facts = reopen(this.#facts, this.#before, again);
		for (const each of this.#after) noteCommit(this.#facts, each);
		this.#after = [];
	}
}

/** The facts of a whole day; null when none was opened. */
export function factsOf(commits: Iterable<Commit>): DayFacts | null {
	const fold = new DayFold();
	for (const commit of commits) fold.add(commit);
	return fold.facts;
}

/** A day's commits up to the last that closed it: what its stored report was made of, also while it is reopened. */
export function upToClosing(commits: readonly Commit[]): readonly Commit[] {
	return commits.slice(0, commits.findLastIndex((each) => each.events.some(({ type }) => type === "day-closed")) + 1);
}

/** Counters and visits are changed as the day goes on; what they were before closing must not be. */
function copyOf(facts: DayFacts): DayFacts {
	return {
		...facts,
		visits: new Map(
			[...facts.visits].map(([id, visit]) => [
				id,
				{ ...visit, waits: [...visit.waits], services: [...visit.services] },
			]),
		),
		openCounters: new Set(facts.openCounters),
	};
}

/** The closing taken back, with everybody the event names as they were. */
function reopen(closed: DayFacts, before: DayFacts, event: Extract<BranchEvent, { type: "day-reopened" }>): DayFacts {
	const { tickets, counters } = event;
	const visits = new Map(closed.visits);
	for (const id of tickets) {
		const visit = before.visits.get(id);
		if (visit !== undefined) visits.set(id, reopenedFact(visit, counters));
	}
	const openCounters = new Set(counters.filter((id) => before.openCounters.has(id)));
	return { ...closed, closedAt: null, closedBy: null, visits, openCounters };
}

function noteCommit(before: DayFacts | null, commit: Commit): DayFacts | null {
	let facts = before;
	const out = commit.events.find((event) => wayOut(event) !== undefined);
	const visit = out !== undefined && "ticketId" in out ? facts?.visits.get(out.ticketId) : undefined;
	if (visit !== undefined) rememberVisit(visit);
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
		visits: new Map(event.carried?.tickets.map((ticket) => [ticket.id, carriedFact(ticket)])),
		openCounters: new Set(event.carried?.counters.flatMap(({ id, status }) => (status === "open" ? [id] : []))),
		overrides: [],
		alerts: new Map(),
		recalls: 0,
		transfers: 0,
		returns: 0,
		refusals: 0,
		referrals: [],
		caseMoves: [],
		openedWith: event.openCases ?? [],
		closedWith: [],
	};
}

function note(facts: DayFacts, event: BranchEvent, commit: Commit): void {
	const { at } = commit;
	if ("alertId" in event || "helpId" in event) return noteAlert(facts.alerts, event, at);
	switch (event.type) {
		case "branch-configured":
			return noteConfigured(facts, event);
		case "day-closed":
			facts.closedAt = at;
			facts.closedBy = event.by;
			facts.closedWith = event.openCases ?? [];
			for (const id of event.rollsOver ?? []) {
				const visit = facts.visits.get(id);
				if (visit !== undefined) visit.carriedOver = true;
			}
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
		case "ticket-taken-back":
			return noteTakenBack(facts, event);
		case "ticket-called":
			return noteCall(facts, event, at);
		case "ticket-recalled":
			facts.recalls++;
			return;
		case "referral-recorded":
		case "case-moved":
			return noteRecord(facts, event);
		case "case-due":
		case "day-opened":
		case "day-reopened":
		case "day-hours-changed":
		case "staff-changed":
		case "presence-set":
		case "duty-order-set":
		case "section-taken":
		case "branch-set-back":
		case "waits-quoted":
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

function noteRecord(facts: DayFacts, event: Extract<BranchEvent, { type: "referral-recorded" | "case-moved" }>): void {
	if (event.type === "case-moved") facts.caseMoves.push(event);
	else facts.referrals.push(event);
}

function noteConfigured(facts: DayFacts, event: Extract<BranchEvent, { type: "branch-configured" }>): void {
	const { timeZone } = facts.configuration;
	facts.configuration = event.configuration;
	if (event.fromNextDay?.includes("time-zone")) facts.configuration = { ...event.configuration, timeZone };
}

function noteTakenBack(facts: DayFacts, event: Extract<BranchEvent, { type: "ticket-taken-back" }>): void {
	if (event.of === "transfer") facts.transfers--;
	const visit = facts.visits.get(event.ticketId);
	if (visit !== undefined) facts.visits.set(event.ticketId, takenBackFact(visit));
}

function noteCall(facts: DayFacts, event: Extract<BranchEvent, { type: "ticket-called" }>, at: number): void {
	const called = facts.visits.get(event.ticketId);
	if (called !== undefined) {
		called.wait = waitAfter(called.wait, event, at);
		noteToldWait(called, event.override === undefined, at);
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
