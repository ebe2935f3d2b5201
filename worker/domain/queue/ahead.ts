import type { Contender } from "../../../rules/dispatch.ts";
import { calledBefore, openCounters, rivalsOf, waitingOf } from "../../../rules/place-in-line.ts";
import type { BranchState } from "../hall/branch-state.ts";
import type { Configured } from "../hall/decision.ts";

/**
 * For each service, how many would be called before somebody who took a number for it now without saying more: what
 * tile, confirmation and board show, and what the number then given says.
 */
export function aheadOfNewcomers(state: Configured, at = latestOf(state)): ReadonlyMap<string, number> {
	const newcomer = newcomerTo(state, at);
	const open = openCounters(state);
	// Asked once for all services: a screen is told this with every commit.
	const waiting = waitingOf(state);
	const known = new Map<string, number>();
	const ahead = new Map<string, number>();
	for (const { id } of state.configuration.services) {
		const able = open.filter((counter) => counter.services.includes(id));
		// Services that the same counters do have one and the same line.
		const line = able.length === 0 ? `service ${id}` : able.map((counter) => counter.id).join();
		const count = known.get(line) ?? calledBefore(rivalsOf(state, able, id, waiting), newcomer);
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
