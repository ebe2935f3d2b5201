import type { Actor } from "../../schema/actor.ts";
import type { Command } from "../../schema/command.ts";
import { OPEN_HELP_CALLS_MAX, OPEN_HELP_CALLS_OF_DEVICES_MAX } from "../../schema/limits.ts";
import type { BranchState, HelpState } from "./branch-state.ts";
import { type Context, type Decision, refuse } from "./decision.ts";
import { identityOf } from "./identity.ts";

type Of<Type extends Command["type"]> = Extract<Command, { type: Type }>;

/** A call nobody accepted is forgotten when it was last asked so long ago; an emergency, and staff, wait longer. */
const STALE_AFTER_MS = 1_800_000;
const STALE_URGENT_AFTER_MS = 7_200_000;

/** Whether nobody waits for this help any more. */
export function isStale(help: HelpState, at: number): boolean {
	if (help.acceptedAt !== null) return false;
	const urgent = help.reason === "emergency" || !isDevice(help);
	return (help.repeatedAt ?? help.askedAt) + (urgent ? STALE_URGENT_AFTER_MS : STALE_AFTER_MS) < at;
}

/**
 * Help is asked silently: staff phones show it, no screen and no voice does. Who asks again for the same while nobody
 * has come repeats the open call; an emergency always finds room, and devices leave some to staff.
 */
export function askForHelp(state: BranchState, command: Of<"ask-for-help">, { actor, now }: Context): Decision {
	if (command.counterId !== undefined && !state.counters.has(command.counterId)) {
		return refuse("unknown-counter", command.counterId);
	}
	const where = command.counterId === undefined ? {} : { counterId: command.counterId };
	const asked = { type: "help-asked" as const, reason: command.reason, ...where };
	const open = [...state.helps.values()].filter((help) => help.acceptedAt === null && !isStale(help, now));
	const same = open.find((help) => help.sender === identityOf(actor) && help.reason === command.reason);
	if (same !== undefined) return { events: [{ ...asked, helpId: same.id }] };
	if (command.reason !== "emergency") {
		const ordinary = open.filter((help) => help.reason !== "emergency");
		const ofDevices = ordinary.filter(isDevice);
		const full = ordinary.length >= OPEN_HELP_CALLS_MAX;
		const leavesNone = nameOf(actor) === "kiosk" && ofDevices.length >= OPEN_HELP_CALLS_OF_DEVICES_MAX;
		if (full || leavesNone) return refuse("help-calls-full");
	}
	return { events: [{ ...asked, helpId: `h${state.seq + 1}` }] };
}

/** Asked by what anybody in the hall can touch. */
function isDevice(help: HelpState): boolean {
	return help.askedBy === "kiosk";
}

export function acceptHelp(state: BranchState, command: Of<"accept-help">): Decision {
	const help = state.helps.get(command.helpId);
	if (help === undefined) return refuse("unknown-help-call", command.helpId);
	if (help.acceptedAt !== null) return refuse("changed-meanwhile", help.acceptedBy ?? undefined);
	return { events: [{ type: "help-accepted", helpId: help.id }] };
}

/** How a help call names whoever acts: a staff id, or what kind of device it is. */
export function nameOf(actor: Actor): string {
	switch (actor.kind) {
		case "staff":
			return actor.staffId;
		case "device":
			return actor.purpose;
		case "service":
			return "service";
		case "customer":
			return "customer";
		case "system":
			return "system";
		default:
			return actor satisfies never;
	}
}
