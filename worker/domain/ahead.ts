import type { BranchState, CounterState, Ticket } from "./branch-state.ts";
import type { Configured } from "./decision.ts";
import { byArrival, byRank, type Contender, isInLineAt, pick } from "./dispatch.ts";

/** How many waiting tickets would be called before this one if the counters able to serve it called in turn. */
export function aheadOf(state: BranchState, ticket: Ticket): number {
	const able = openCounters(state).filter((each) => isInLineAt(state, each, ticket));
	const rivals = rivalsOf(state, able, ticket.services[0]);
	return calledBefore(
		rivals.filter((each) => each.id !== ticket.id),
		ticket,
	);
}

/**
 * For each service, how many would be called before somebody who took a number for it now without saying more: what
 * tile, confirmation and board show, and what the number then given says.
 */
export function aheadOfNewcomers(state: Configured, at = latestOf(state)): ReadonlyMap<string, number> {
	const newcomer = newcomerTo(state, at);
	const open = openCounters(state);
	const known = new Map<string, number>();
	const ahead = new Map<string, number>();
	for (const { id } of state.configuration.services) {
		const able = open.filter((counter) => counter.services.includes(id));
		// Services that the same counters do have one and the same line.
		const line = able.length === 0 ? `service ${id}` : able.map((counter) => counter.id).join();
		const count = known.get(line) ?? calledBefore(rivalsOf(state, able, id), newcomer);
		known.set(line, count);
		ahead.set(id, count);
	}
	return ahead;
}

/** When something last happened that a screen shows; a view may depend on nothing else. */
function latestOf({ tickets, counters }: BranchState): number {
	let latest = 0;
	for (const { since } of counters.values()) latest = Math.max(latest, since);
	for (const { since, status } of tickets.values()) if (status !== "ended") latest = Math.max(latest, since);
	return latest;
}

/** A number of the default class, taken at `at`, after everything that has happened. */
function newcomerTo({ configuration, tally }: Configured, at: number): Contender {
	const { classes, defaultClass } = configuration.dispatch;
	const { rank = 0, headStartMs = 0, overtakeBudget: budget = 0 } = classes.find(({ id }) => id === defaultClass) ?? {};
	const ordinal = tally.issued + 1;
	return { class: defaultClass, queuedAt: at, ordinal, rank, orderAt: at - headStartMs, overtaken: 0, budget };
}

function openCounters(state: BranchState): CounterState[] {
	return [...state.counters.values()].filter((each) => each.status === "open");
}

/** Who competes for these counters; with none of them open, those who wait for the same service are the line. */
function rivalsOf(state: BranchState, able: readonly CounterState[], service: string | undefined): Ticket[] {
	return [...state.tickets.values()].filter((each) =>
		able.length > 0
			? able.some((counter) => isInLineAt(state, counter, each))
			: each.status === "waiting" && each.services[0] === service,
	);
}

/** How many of the rivals are called before `own`, each call counting as an overtake of whoever came earlier. */
function calledBefore(rivals: readonly Contender[], own: Contender): number {
	// Whoever is behind everybody by arrival and by rank, with overtakes left, is overtaken by nobody and called last.
	const isLast = rivals.every((each) => byArrival(each, own) < 0 && byRank(each, own) < 0);
	if (isLast && own.overtaken < own.budget) return rivals.length;
	let line: (Contender & { readonly isOwn?: true })[] = [...rivals, { ...own, isOwn: true }];
	for (let ahead = 0; ; ahead++) {
		const next = pick(line);
		if (next === undefined || next.isOwn) return ahead;
		line = line
			.filter((each) => each !== next)
			.map((each) => (byArrival(each, next) < 0 ? { ...each, overtaken: each.overtaken + 1 } : each));
	}
}
