import type { BranchConfiguration } from "../../../schema/hall/configuration.ts";
import type { BranchEvent } from "../../../schema/hall/event.ts";
import { type Run, runOf } from "../counter/counter.ts";
import { timesOfToday } from "../day/day-hours.ts";
import type { BranchState, CounterState } from "../hall/branch-state.ts";
import { type Decision, isRefusal, type Refusal, refuse } from "../hall/decision.ts";

/** A new configuration, unless customers or open counters of today would lose what they stand on. */
export function configure(state: BranchState, configuration: BranchConfiguration, now: number): Decision {
	if (configuration.branchId !== state.branchId) return refuse("wrong-place", configuration.branchId);
	const changes = state.day?.status === "open" ? changesOfToday(state, configuration) : [];
	if (isRefusal(changes)) return changes;
	const { later, events } = timesOfToday(state, configuration, now);
	const fromNextDay = later.length === 0 ? {} : { fromNextDay: later };
	return { events: [{ type: "branch-configured", configuration, ...fromNextDay }, ...events, ...changes] };
}

/** What open counters gain at once; refused when a ticket or an open counter would lose something. */
function changesOfToday(state: BranchState, configuration: BranchConfiguration): BranchEvent[] | Refusal {
	const lost = lostByTickets(state, configuration);
	if (lost !== undefined) return refuse("configuration-in-use", lost);
	const changes: BranchEvent[] = [];
	for (const counter of state.counters.values()) {
		if (counter.status === "closed") continue;
		const run = runOf({ configuration, people: state.people }, counter.id, counter.modeId, counter.staffId);
		if (run === null || !run.maySit || counter.services.some((id) => !run.services.includes(id))) {
			return refuse("configuration-in-use", counter.id);
		}
		const { maySit: _, ...to } = run;
		if (!isSame(counter, to)) changes.push({ type: "counter-mode-changed", counterId: counter.id, ...to });
	}
	return changes;
}

/** The service or class of a living ticket that would be no more. */
function lostByTickets(state: BranchState, configuration: BranchConfiguration): string | undefined {
	const services = new Set(configuration.services.map((each) => each.id));
	const classes = new Set(configuration.dispatch.classes.map((each) => each.id));
	for (const ticket of state.tickets.values()) {
		if (ticket.status === "ended") continue;
		const missing = ticket.services.find((id) => !services.has(id));
		if (missing !== undefined) return missing;
		if (!classes.has(ticket.class)) return ticket.class;
	}
	return undefined;
}

function isSame(counter: CounterState, run: Run): boolean {
	return counter.kind === run.kind && counter.services.join() === run.services.join();
}
