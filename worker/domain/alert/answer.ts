import type { Command } from "../../../schema/hall/command.ts";
import type { AlertState } from "../hall/alert-state.ts";
import type { BranchState } from "../hall/branch-state.ts";
import { type Context, type Decision, isRefusal, type Refusal, refuse } from "../hall/decision.ts";
import { escalationFrom, kindOf } from "./alert-kinds.ts";
import { isOver } from "./raise.ts";
import { tellNext } from "./telling.ts";

type Of<Type extends Command["type"]> = Extract<Command, { type: Type }>;

function alertOf({ alerts }: BranchState, id: string, now: number): AlertState | Refusal {
	const alert = alerts.get(id);
	return alert === undefined || isOver(alert, now) ? refuse("unknown-alert", id) : alert;
}

/** One accepts; whoever comes second is told who was first. That it is theirs to take has been asked before. */
export function acceptAlert(state: BranchState, alertId: string, { now }: Context): Decision {
	const alert = alertOf(state, alertId, now);
	if (isRefusal(alert)) return alert;
	if (alert.acceptedAt !== null) return refuse("changed-meanwhile", alert.acceptedBy ?? undefined);
	return { events: [{ type: "alert-accepted", alertId }] };
}

/** Somebody else's now, who must be on duty; what one person has accepted only they and those above pass on. */
export function passOnAlert(state: BranchState, command: Of<"pass-on-alert">, context: Context): Decision {
	const { alertId, to, reason } = command;
	const { actor, now, present = [] } = context;
	const alert = alertOf(state, alertId, now);
	if (isRefusal(alert)) return alert;
	const { above, onlyTo } = kindOf(alert.kind);
	const isTheirs = alert.acceptedBy === null || (actor.kind === "staff" && actor.staffId === alert.acceptedBy);
	if (!isTheirs && !(actor.kind === "staff" && above.includes(actor.role))) {
		return refuse("changed-meanwhile", alert.acceptedBy ?? undefined);
	}
	const others = present.filter(({ staffId }) => actor.kind !== "staff" || staffId !== actor.staffId);
	const able =
		onlyTo === undefined ? others : others.filter(({ roles }) => roles.some((role) => onlyTo.includes(role)));
	const isThere = able.some((each) => ("role" in to ? each.roles.includes(to.role) : each.staffId === to.staffId));
	if (!isThere) return refuse("not-on-duty", "role" in to ? to.role : to.staffId);
	const escalatesAt = escalationFrom(now, alert.kind, state);
	return { events: [{ type: "alert-passed-on", alertId, to, reason, escalatesAt }] };
}

/** Who was told cannot: it waits no longer for them, and the next are told at once. */
export function declineAlert(state: BranchState, command: Of<"decline-alert">, context: Context): Decision {
	const { alertId, reason } = command;
	const { actor, now } = context;
	const alert = alertOf(state, alertId, now);
	if (isRefusal(alert)) return alert;
	if (alert.acceptedAt !== null) return refuse("changed-meanwhile", alert.acceptedBy ?? undefined);
	const { told, ...next } = tellNext(state, alert, "busy", context);
	const persons = told.persons.filter((id) => actor.kind !== "staff" || id !== actor.staffId);
	return { events: [{ type: "alert-declined", alertId, reason, told: { ...told, persons }, ...next }] };
}

/** It is dealt with, or not needed any more. Whose that is to say has been asked before. */
export function endAlert(state: BranchState, { alertId }: Of<"end-alert">, { now }: Context): Decision {
	const alert = alertOf(state, alertId, now);
	return isRefusal(alert) ? alert : { events: [{ type: "alert-ended", alertId }] };
}
