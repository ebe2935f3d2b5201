import type { BranchEvent } from "../../../schema/hall/event.ts";
import { type NewAlert, raiseAlert } from "../alert/raise.ts";
import type { BranchState } from "../hall/branch-state.ts";
import { isRefusal } from "../hall/decision.ts";

/** An alert for the lobby and for these persons besides, whether or not the others are there. None where there is no room for one more. */
export function toldSilently(
	state: BranchState,
	alert: NewAlert<"arrival"> | NewAlert<"departure">,
	persons: readonly string[],
	now: number,
): readonly BranchEvent[] {
	const made = raiseAlert(state, alert, { actor: { kind: "system" }, now });
	if (isRefusal(made)) return [];
	return made.events.map((event) =>
		event.type === "alert-raised" ? { ...event, told: { ...event.told, persons: [...persons] } } : event,
	);
}
