import type { Actor } from "../../schema/actor.ts";
import type { Command } from "../../schema/command.ts";
import { OPEN_HELP_CALLS_MAX } from "../../schema/limits.ts";
import type { BranchState } from "./branch-state.ts";
import { type Decision, refuse } from "./decision.ts";

type Of<Type extends Command["type"]> = Extract<Command, { type: Type }>;

/** Help is asked silently: staff phones show it, no screen and no voice does. */
export function askForHelp(state: BranchState, command: Of<"ask-for-help">): Decision {
	if (command.counterId !== undefined && !state.counters.has(command.counterId)) {
		return refuse("unknown-counter", command.counterId);
	}
	let open = 0;
	for (const help of state.helps.values()) if (help.acceptedAt === null) open++;
	if (open >= OPEN_HELP_CALLS_MAX) return refuse("help-calls-full");
	const where = command.counterId === undefined ? {} : { counterId: command.counterId };
	return { events: [{ type: "help-asked", helpId: `h${state.seq + 1}`, reason: command.reason, ...where }] };
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
		case "customer":
			return "customer";
		case "system":
			return "system";
		default:
			return actor satisfies never;
	}
}
