import { noticeLimits } from "../../../rules/measure/usual-limits.ts";
import type { BranchEvent } from "../../../schema/hall/event.ts";
import { raiseAlert } from "../alert/raise.ts";
import type { BranchState } from "../hall/branch-state.ts";
import { type Context, isRefusal } from "../hall/decision.ts";

/** When the head must be told that nobody has the lobby, in opening hours; null: never. */
export function coverageDueAt({ lobby, day, configuration }: BranchState): number | null {
	if (lobby.uncoveredSince === null || lobby.isAlarmed || day?.status !== "open") return null;
	const dueAt = Math.max(lobby.uncoveredSince, day.opensAt) + noticeLimits(configuration).uncoveredAfterMs;
	return dueAt < day.closesAt ? dueAt : null;
}

/** Tells the head once that nobody has the lobby. */
export function coverageAlarm(
	state: BranchState,
	{ now, present }: Pick<Context, "now" | "present">,
): readonly BranchEvent[] {
	const dueAt = coverageDueAt(state);
	if (dueAt === null || now < dueAt) return [];
	const alarm = { kind: "coverage", reason: "uncovered", about: "lobby" } as const;
	const made = raiseAlert(state, alarm, { actor: { kind: "system" }, now, present });
	return isRefusal(made) ? [] : made.events;
}
