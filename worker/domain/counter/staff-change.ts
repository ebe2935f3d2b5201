import type { BranchPerson } from "../../../schema/hall/branch-person.ts";
import type { BranchEvent } from "../../../schema/hall/event.ts";
import type { BranchState, CounterState } from "../hall/branch-state.ts";
import type { Decision } from "../hall/decision.ts";
import { closing, runOf } from "./counter.ts";

/**
 * Who works here from now on, as the bank's books say; nothing when that is known already. Counters of whoever is gone, or
 * has no role left that works there, close, but not while a customer sits there: such a counter is closed by who oversees them all.
 */
export function changeStaff(state: BranchState, people: readonly BranchPerson[]): Decision {
	// Books that name nobody before they ever named somebody have said nothing: the hall goes on as configured.
	if (state.people === null && people.length === 0) return { events: [] };
	if (JSON.stringify(state.people) === JSON.stringify(people)) return { events: [] };
	const here = new Set(people.map((person) => person.id));
	const events: BranchEvent[] = [{ type: "staff-changed", people: [...people] }];
	for (const counter of state.counters.values()) {
		const gone = counter.staffId !== null && (!here.has(counter.staffId) || !mayStay(state, people, counter));
		if (gone && counter.ticketId === null) events.push(...closing(state, counter));
	}
	return { events };
}

function mayStay({ configuration }: BranchState, people: readonly BranchPerson[], counter: CounterState): boolean {
	if (configuration === null) return false;
	return runOf({ configuration, people }, counter.id, counter.modeId, counter.staffId)?.maySit ?? false;
}
