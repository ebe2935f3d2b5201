import type { BranchEvent } from "../../../schema/hall/event.ts";
import type { BranchState, CounterState } from "../hall/branch-state.ts";
import { closedCounter } from "./counter.ts";

type CounterEvent = Extract<
	BranchEvent,
	{ type: "counter-opened" | "counter-paused" | "counter-resumed" | "counter-closed" | "counter-mode-changed" }
>;

/** Counters as configured: those in use stay as they are, the others are closed. */
export function resetCounters(draft: BranchState, at: number): void {
	const before = new Map(draft.counters);
	draft.counters.clear();
	for (const counter of draft.configuration?.counters ?? []) {
		const inUse = before.get(counter.id);
		const kept = inUse !== undefined && inUse.status !== "closed" ? inUse : closedCounter(counter, at);
		draft.counters.set(counter.id, kept);
	}
}

export function changeCounter(draft: BranchState, counterId: string, change: Partial<CounterState>): void {
	const counter = draft.counters.get(counterId);
	if (counter === undefined) throw new Error(`counter ${counterId} changed but is not configured`);
	draft.counters.set(counterId, { ...counter, ...change });
}

/** What a counter's own events do to it. */
export function counterEvent(draft: BranchState, event: CounterEvent, at: number): void {
	switch (event.type) {
		case "counter-opened":
			return changeCounter(draft, event.counterId, {
				status: "open",
				staffId: event.staffId,
				modeId: event.modeId,
				kind: event.kind,
				services: event.services,
				pauseReason: null,
				since: at,
			});
		case "counter-paused":
			return changeCounter(draft, event.counterId, { status: "paused", pauseReason: event.reason, since: at });
		case "counter-resumed":
			return changeCounter(draft, event.counterId, { status: "open", pauseReason: null, since: at });
		case "counter-closed":
			return changeCounter(draft, event.counterId, {
				status: "closed",
				staffId: null,
				services: [],
				ticketId: null,
				pauseReason: null,
				since: at,
			});
		case "counter-mode-changed":
			return changeCounter(draft, event.counterId, {
				modeId: event.modeId,
				kind: event.kind,
				services: event.services,
			});
		default:
			return event satisfies never;
	}
}
