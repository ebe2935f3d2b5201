import { holds } from "../../../rules/holding.ts";
import type { Permission } from "../../../rules/permission.ts";
import { covers } from "../../../rules/place.ts";
import type { Actor } from "../../../schema/actor.ts";
import type { Command } from "../../../schema/hall/command.ts";
import type { Audience } from "../../../schema/hall/view.ts";

/** The permission to look at what an audience sees. */
export function livePermission(audience: Audience): Permission {
	return `live.${audience}`;
}

/** The permission a command needs of this actor. */
export function permissionFor(actor: Actor, command: Command): Permission {
	switch (command.type) {
		case "issue-ticket":
			return "ticket.issue";
		case "open-counter":
		case "pause-counter":
		case "resume-counter":
		case "change-counter-mode":
		case "call-next":
		case "call-ticket":
			return "counter.run";
		case "close-counter":
			return holds(actor, "counter.oversee") ? "counter.oversee" : "counter.run";
		case "recall-ticket":
		case "start-service":
		case "finish-service":
		case "mark-no-show":
		case "return-ticket":
		case "transfer-ticket":
		case "hold-ticket":
		case "resume-ticket":
		case "take-back-ticket":
		case "redirect-ticket":
			return "ticket.manage";
		case "cancel-ticket":
			return actor.kind === "customer" ? "ticket.cancel-own" : "ticket.manage";
		case "cancel-tickets":
			return "ticket.cancel-many";
		case "ask-for-help":
		case "end-alert":
			return "alert.raise";
		case "accept-alert":
		case "accept-help":
		case "pass-on-alert":
		case "decline-alert":
			return "alert.accept";
		case "set-presence":
			return isOfAnother(actor, command) ? "presence.oversee" : "presence.set";
		case "set-duty-order":
			return "presence.oversee";
		case "close-day":
		case "reopen-day":
			return "day.close";
		case "configure":
			return "branch.configure";
		case "change-staff":
			return "branch.staff";
		case "tick":
			return "branch.tick";
		default:
			return command satisfies never;
	}
}

function isOfAnother(actor: Actor, { staffId }: Extract<Command, { type: "set-presence" }>): boolean {
	return staffId !== undefined && actor.kind === "staff" && staffId !== actor.staffId;
}

/** The permission that lets some senders of a command do more with it than others: at any counter, for anybody, in any class. */
function furtherPermission(command: Command): Permission | null {
	switch (command.type) {
		case "issue-ticket":
			return "ticket.classify";
		case "open-counter":
			return "counter.sign-on-others";
		case "reopen-day":
			return "day.oversee";
		default:
			return "ticketId" in command || command.type === "close-counter" ? "counter.oversee" : null;
	}
}

/** Of the roles somebody holds, the one that may do most of this, else the first that may; none may: the first, who is told so. */
export function actingFor<Someone extends Actor>(
	actors: readonly [Someone, ...Someone[]],
	command: Command,
	branchId: string,
): Someone {
	const able = actors.filter((actor) => may(actor, command, branchId) === "yes");
	const further = furtherPermission(command);
	const widest = further === null ? undefined : able.find((actor) => holds(actor, further));
	return widest ?? able[0] ?? actors[0];
}

/** The first question about every command: is this actor allowed to ask it of this branch? */
export function may(actor: Actor, command: Command, branchId: string): "yes" | "not-permitted" | "wrong-place" {
	if ("place" in actor && !covers(actor.place, branchId)) return "wrong-place";
	if (!holds(actor, permissionFor(actor, command))) return "not-permitted";
	// Of any other ticket a customer learns nothing, not even whether there is one.
	return actor.kind === "customer" && "ticketId" in command && command.ticketId !== actor.ticketId
		? "not-permitted"
		: "yes";
}
