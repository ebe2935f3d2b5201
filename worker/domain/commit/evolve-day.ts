import type { BranchEvent, Commit } from "../../../schema/hall/event.ts";
import { REOPEN_WITHIN_MS } from "../../../schema/limits.ts";
import { restAlerts } from "../alert/evolve-alert.ts";
import { changeCounter, resetCounters } from "../counter/evolve-counter.ts";
import { type BranchState, type CallState, type CounterState, EMPTY_TALLY, type Ticket } from "../hall/branch-state.ts";
import { presenceOfNewDay } from "../presence/evolve-presence.ts";
import { cappedCalls } from "../queue/board-calls.ts";
import { learningFrom } from "../quote/learn.ts";

type Of<Type extends BranchEvent["type"]> = Extract<BranchEvent, { type: Type }>;

/** A day begins with nothing, or with whoever was in the hall at midnight. */
export function openDay(draft: BranchState, event: Of<"day-opened">, commit: Commit): void {
	const { type: _, configuration, people, carried, openCases: _count, known, sections, ...day } = event;
	draft.configuration = configuration;
	draft.people = people ?? null;
	draft.sections = sections ?? {};
	draft.day = { ...day, status: "open" };
	draft.closing = null;
	draft.tickets.clear();
	// Whoever asked for help this morning, before the first counter opened, still waits for it; so does whoever did before midnight.
	for (const alert of draft.alerts.values()) {
		if (carried === undefined && alert.raisedAt < event.startsAt) draft.alerts.delete(alert.id);
	}
	draft.paces = {};
	draft.learning = learningFrom(known);
	draft.nextNumber = {};
	const missed = carried?.tickets.filter((ticket) => ticket.status === "no-show").length ?? 0;
	draft.tally = { ...EMPTY_TALLY, noShows: missed };
	draft.personDays = {};
	resetCounters(draft, commit.at);
	for (const ticket of carried?.tickets ?? []) draft.tickets.set(ticket.id, { ...ticket, changedSeq: commit.seq });
	for (const counter of carried?.counters ?? []) changeCounter(draft, counter.id, { ...counter, left: null });
	draft.calls = callsOf(draft);
	presenceOfNewDay(draft, event, commit.at);
}

/** Remembers how the hall is before a commit that closes the day is applied. */
export function rememberClosing(draft: BranchState, { events, at, actor }: Commit): void {
	if (!events.some((event) => event.type === "day-closed" && event.rollsOver === undefined)) return;
	const tickets = [...draft.tickets.values()].filter((ticket) => ticket.status !== "ended");
	const counters = [...draft.counters.values()].filter((counter) => counter.status !== "closed");
	const unserved = tickets.filter((ticket) => ticket.status !== "no-show").length;
	draft.closing = { at, actor, unserved, tickets, counters };
}

/** Once a day can be reopened no more, nobody need know how the hall was. */
export function forgetClosing(draft: BranchState, at: number): void {
	const { closing } = draft;
	if (closing === null || at <= closing.at + REOPEN_WITHIN_MS || closing.tickets.length === 0) return;
	draft.closing = { ...closing, tickets: [], counters: [] };
}

export function changeHours(draft: BranchState, { type: _, ...hours }: Of<"day-hours-changed">): void {
	if (draft.day !== null) draft.day = { ...draft.day, ...hours };
}

export function closedDay(draft: BranchState, event: Of<"day-closed">): void {
	if (draft.day === null) return;
	if (event.rollsOver === undefined) restAlerts(draft);
	const { rollsOver: _, ...day } = draft.day;
	draft.day = { ...day, status: "closed", ...(event.rollsOver === undefined ? {} : { rollsOver: true }) };
}

/** Everybody where they were when the day was closed, as far as their counters still are what they were. */
export function reopenDay(draft: BranchState, event: Of<"day-reopened">, commit: Commit): void {
	const { type: _, reason: _why, tickets, counters, ...day } = event;
	const { closing } = draft;
	draft.day = { ...day, status: "open" };
	draft.closing = null;
	if (closing === null) return;
	const back = closing.counters.filter((counter) => counters.includes(counter.id));
	for (const counter of back) changeCounter(draft, counter.id, counter);
	for (const ticket of closing.tickets) {
		if (!tickets.includes(ticket.id)) continue;
		draft.tickets.set(ticket.id, { ...asBefore(ticket, back, commit.at), changedSeq: commit.seq });
	}
	for (const { id, ticketId } of back) {
		if (ticketId !== null && !tickets.includes(ticketId)) changeCounter(draft, id, { ticketId: null });
	}
	const known = new Set(draft.calls.map((call) => call.ticketId));
	const missing = callsOf(draft).filter((call) => !known.has(call.ticketId));
	draft.calls = cappedCalls(draft, [...missing, ...draft.calls]);
}

/** Whose counter or person is not back waits for anybody able. */
function asBefore(ticket: Ticket, counters: readonly CounterState[], at: number): Ticket {
	const { target, counterId, ...rest } = ticket;
	const isBack = counters.some((counter) =>
		target?.kind === "staff" ? counter.staffId === target.staffId : counter.id === target?.counterId,
	);
	const bound = target === undefined || !isBack ? rest : { ...rest, target };
	if (counterId === undefined) return bound;
	if (counters.some((counter) => counter.id === counterId)) return { ...bound, counterId };
	return { ...bound, status: "waiting", since: at };
}

/** The calls of those who stand at a counter, newest first. */
function callsOf(draft: BranchState): CallState[] {
	const calls: CallState[] = [];
	for (const { id, number, counterId, calledAt, recalls } of draft.tickets.values()) {
		if (counterId === undefined || calledAt === undefined) continue;
		calls.push({ number, ticketId: id, counterId, calledAt, times: recalls + 1 });
	}
	return calls.sort((a, b) => b.calledAt - a.calledAt);
}
