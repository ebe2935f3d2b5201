import type { StatusRecord, StatusView } from "../../../schema/hall/view.ts";
import { waitOf } from "../hall/branch-state.ts";
import type { Configured } from "../hall/decision.ts";
import { branchRecord, dayStatusOf } from "./branch-record.ts";

/** One branch in one record, for whoever looks at many. `parked` is what the bank's memory refuses to take. */
export function statusView(state: Configured, parked: number): StatusView {
	return { branch: [branchRecord(state)], status: [statusRecord(state, parked)] };
}

function statusRecord(state: Configured, parked: number): StatusRecord {
	let waiting = 0;
	let held = 0;
	let serving = 0;
	let oldestReadyAt: number | null = null;
	for (const ticket of state.tickets.values()) {
		if (ticket.status === "held") held++;
		if (ticket.status === "serving" || ticket.status === "called") serving++;
		if (ticket.status !== "waiting") continue;
		waiting++;
		const { readyAt } = waitOf(ticket);
		oldestReadyAt = Math.min(oldestReadyAt ?? readyAt, readyAt);
	}
	const counters = [...state.counters.values()];
	return {
		id: "status",
		businessDay: state.day?.businessDay ?? null,
		dayStatus: dayStatusOf(state),
		waiting,
		oldestReadyAt,
		serving,
		held,
		countersOpen: counters.filter((counter) => counter.status === "open").length,
		countersPaused: counters.filter((counter) => counter.status === "paused").length,
		openHelpCalls: [...state.alerts.values()].filter(({ kind, acceptedAt }) => kind === "help" && acceptedAt === null)
			.length,
		tally: state.tally,
		parked,
	};
}
