import type { BranchConfiguration } from "../../schema/configuration.ts";
import type { BranchState } from "./branch-state.ts";
import { type Decision, type Refusal, refuse } from "./decision.ts";

/** A new configuration, unless customers or open counters of today would lose what they stand on. */
export function configure(state: BranchState, configuration: BranchConfiguration): Decision {
	if (configuration.branchId !== state.branchId) return refuse("wrong-place", configuration.branchId);
	if (state.day?.status === "open") {
		const lost = lostByToday(state, configuration);
		if (lost !== null) return lost;
	}
	return { events: [{ type: "branch-configured", configuration }] };
}

function lostByToday(state: BranchState, configuration: BranchConfiguration): Refusal | null {
	const services = new Set(configuration.services.map((each) => each.id));
	for (const ticket of state.tickets.values()) {
		const missing = ticket.services.find((id) => !services.has(id));
		if (missing !== undefined) return refuse("configuration-in-use", missing);
	}
	for (const counter of state.counters.values()) {
		if (counter.status === "closed") continue;
		const kept = configuration.counters.find((each) => each.id === counter.id);
		if (kept?.modes.some((mode) => mode.id === counter.modeId) !== true)
			return refuse("configuration-in-use", counter.id);
	}
	return null;
}
