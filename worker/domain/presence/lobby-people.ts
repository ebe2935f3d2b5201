import type { Role } from "../../../schema/actor.ts";
import type { AlertKind } from "../../../schema/hall/alert.ts";
import type { BranchEvent } from "../../../schema/hall/event.ts";
import type { AlertState } from "../hall/alert-state.ts";
import type { BranchState } from "../hall/branch-state.ts";

/** Every role that somebody has at this branch, `role` first, which is the one they act in. */
export function rolesOf({ people }: BranchState, staffId: string, role?: Role): readonly Role[] {
	return [...(role === undefined ? [] : [role]), ...(people?.find(({ id }) => id === staffId)?.roles ?? [])];
}

/** The events that end the open alerts of this kind, all of them or those that `which` picks. */
export function endOpen(
	state: BranchState,
	kind: AlertKind,
	which: (alert: AlertState) => boolean = () => true,
): BranchEvent[] {
	const open = [...state.alerts.values()].filter((alert) => alert.kind === kind && which(alert));
	return open.map(({ id }) => ({ type: "alert-ended", alertId: id }));
}
