import type { AlertKind, AlertWhere, ReasonOf } from "../../../schema/hall/alert.ts";
import type { Command } from "../../../schema/hall/command.ts";
import { OPEN_ALERTS_MAX, OPEN_HELP_CALLS_MAX, OPEN_HELP_CALLS_OF_DEVICES_MAX } from "../../../schema/limits.ts";
import type { AlertState } from "../hall/alert-state.ts";
import type { BranchState } from "../hall/branch-state.ts";
import { type Context, type Decision, type Refusal, refuse } from "../hall/decision.ts";
import { identityOf, nameOf } from "../people/identity.ts";
import { escalationFrom, kindOf } from "./alert-kinds.ts";
import { isOfDevice } from "./help.ts";
import { firstTold } from "./telling.ts";

/** What somebody should take now. */
export type NewAlert<Kind extends AlertKind> = {
	readonly kind: Kind;
	readonly reason: ReasonOf<Kind>;
	readonly where?: AlertWhere;
	/** What tells a repeat from another alert of the kind: who asks, or what it is about. */
	readonly about: string;
	/** Whom it concerns first, before all roles. */
	readonly person?: string;
};

/** Whether nobody waits for it any more. */
export function isOver(alert: AlertState, at: number): boolean {
	const { openForMs, acceptedForMs } = kindOf(alert.kind);
	return alert.acceptedAt === null ? alert.freshAt + openForMs(alert) < at : alert.acceptedAt + acceptedForMs < at;
}

/**
 * Raises an alert, or repeats the open one about the same; `nth` of those one commit raises, from 0. Needs nothing of the
 * kind but its row.
 */
export function raiseAlert<Kind extends AlertKind>(
	state: BranchState,
	{ kind, reason, where, about, person }: NewAlert<Kind>,
	{ actor, now, present }: Pick<Context, "actor" | "now" | "present">,
	nth = 0,
): Decision {
	const at = where === undefined ? {} : { where };
	const open = openAlerts(state, now).filter((alert) => alert.kind === kind && alert.acceptedAt === null);
	const same = open.find((alert) => alert.about === about && alert.reason === reason);
	if (same !== undefined) return { events: [{ type: "alert-repeated", alertId: same.id, ...at }] };
	const row = kindOf(kind);
	if (openAlerts(state, now).length + nth >= OPEN_ALERTS_MAX && !row.isUrgent(reason)) return refuse("alerts-full");
	const rows = row.tells(reason);
	const except = actor.kind === "staff" ? actor.staffId : undefined;
	const { told, step } = firstTold(rows, person, { present, except });
	const escalates = step < rows.length ? { escalatesAt: escalationFrom(now, kind, state) } : {};
	const alertId = `${row.letter}${state.seq + 1}${nth === 0 ? "" : `-${nth}`}`;
	return { events: [{ type: "alert-raised", alertId, kind, reason, ...at, about, told, step, ...escalates }] };
}

function openAlerts({ alerts }: BranchState, now: number): AlertState[] {
	return [...alerts.values()].filter((alert) => !isOver(alert, now));
}

/**
 * Help is asked silently: the phones of those who can answer show it, no screen and no voice does. An emergency always
 * finds room, and devices leave some to staff.
 */
export function askForHelp(
	state: BranchState,
	{ reason, counterId }: Extract<Command, { type: "ask-for-help" }>,
	context: Context,
): Decision {
	if (counterId !== undefined && !state.counters.has(counterId)) return refuse("unknown-counter", counterId);
	const about = identityOf(context.actor);
	const where = counterId === undefined ? {} : { where: { kind: "counter" as const, counterId } };
	const made = raiseAlert(state, { kind: "help", reason, about, ...where }, context);
	const isNew = "events" in made && made.events.some((event) => event.type === "alert-raised");
	return (isNew && reason !== "emergency" ? noRoomForHelp(state, context) : null) ?? made;
}

function noRoomForHelp(state: BranchState, { actor, now }: Context): Refusal | null {
	const ordinary = openAlerts(state, now).filter(
		({ kind, reason, acceptedAt }) => kind === "help" && reason !== "emergency" && acceptedAt === null,
	);
	const ofDevices = ordinary.filter(isOfDevice);
	const leavesNone = isOfDevice({ raisedBy: nameOf(actor) }) && ofDevices.length >= OPEN_HELP_CALLS_OF_DEVICES_MAX;
	return ordinary.length >= OPEN_HELP_CALLS_MAX || leavesNone ? refuse("help-calls-full") : null;
}
