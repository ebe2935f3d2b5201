import type { Actor, DevicePurpose, Place, Role } from "../../schema/actor.ts";
import type { Command } from "../../schema/command.ts";
import { regionOf } from "../../schema/ids.ts";
import type { Permission } from "../../schema/permission.ts";

type Grant = {
	readonly roles?: readonly Role[];
	readonly devices?: readonly DevicePurpose[];
	readonly customer?: true;
};

const HEADS = ["branch-head", "deputy-head"] as const satisfies readonly Role[];
const LOBBY = ["lobby-manager", "stand-in"] as const satisfies readonly Role[];
const COUNTER = [
	"closed-teller",
	"open-teller",
	"relationship-manager",
	"marketing-manager",
	"lobby-usher",
] as const satisfies readonly Role[];
const HALL = [...HEADS, ...LOBBY, ...COUNTER] as const satisfies readonly Role[];
const BRANCH = [...HALL, "duty-supervisor", "back-office", "it-support", "guard"] as const satisfies readonly Role[];
const ABOVE = ["retail-department", "head-office-operator", "auditor"] as const satisfies readonly Role[];

/** Who may do what. Whatever is not listed is denied. */
export const GRANTS: Readonly<Record<Permission, Grant>> = {
	"ticket.issue": { roles: HALL, devices: ["kiosk"] },
	"ticket.classify": { roles: [...HEADS, ...LOBBY, "lobby-usher", "relationship-manager"] },
	"ticket.cancel-own": { customer: true },
	"ticket.manage": { roles: HALL, devices: ["counter-pad"] },
	"counter.run": { roles: [...COUNTER, ...HEADS], devices: ["counter-pad"] },
	"counter.sign-on-others": { roles: HEADS, devices: ["counter-pad"] },
	"counter.oversee": { roles: [...HEADS, ...LOBBY, "duty-supervisor"] },
	"help.ask": { roles: BRANCH, devices: ["kiosk", "counter-pad"] },
	"help.accept": { roles: [...HEADS, ...LOBBY, "lobby-usher", "duty-supervisor", "it-support", "guard"] },
	"day.close": { roles: [...HEADS, ...LOBBY] },
	"branch.configure": { roles: ["head-office-operator"] },
	"branch.tick": {},
	"branch.set-clock": { roles: ["head-office-operator"] },
	"branch.renew-epoch": { roles: ["head-office-operator", "it-support"] },
	"command.send": { roles: [...BRANCH, "head-office-operator"], devices: ["kiosk", "counter-pad"], customer: true },
	"configuration.read": { roles: [...BRANCH, ...ABOVE] },
	"position.read-place": { devices: ["kiosk"], customer: true },
	"position.read": { roles: BRANCH, devices: ["counter-pad"] },
	"status.read": { roles: [...BRANCH, ...ABOVE] },
	"branches.read": { roles: [...HEADS, ...ABOVE] },
	"reports.read": { roles: [...HEADS, ...LOBBY, ...ABOVE] },
	"commits.read": { roles: ["auditor", "head-office-operator"] },
	"live.open": { roles: [...BRANCH, ...ABOVE], devices: ["display", "kiosk", "counter-pad"], customer: true },
	"live.display": { roles: BRANCH, devices: ["display", "kiosk", "counter-pad"] },
	"live.staff": { roles: BRANCH, devices: ["counter-pad"] },
	"live.ticket": { customer: true },
	"live.status": { roles: [...BRANCH, ...ABOVE] },
	public: {},
};

/** Whether the actor's place holds this branch; customers and the branch itself belong to the branch they speak to. */
export function isWithin(place: Place, branchId: string): boolean {
	switch (place.kind) {
		case "bank":
			return true;
		case "region":
			return regionOf(branchId) === place.region;
		case "branch":
			return place.branchId === branchId;
		default:
			return place satisfies never;
	}
}

/** Whether this actor holds a permission at all; where it holds is `isWithin`'s question. */
export function holds(actor: Actor, permission: Permission): boolean {
	if (permission === "public") return true;
	const grant = GRANTS[permission];
	switch (actor.kind) {
		case "staff":
			return grant.roles?.includes(actor.role) ?? false;
		case "device":
			return grant.devices?.includes(actor.purpose) ?? false;
		case "customer":
			return grant.customer === true;
		case "system":
			return permission === "branch.tick";
		default:
			return actor satisfies never;
	}
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
		case "redirect-ticket":
			return "ticket.manage";
		case "cancel-ticket":
			return actor.kind === "customer" ? "ticket.cancel-own" : "ticket.manage";
		case "ask-for-help":
			return "help.ask";
		case "accept-help":
			return "help.accept";
		case "close-day":
			return "day.close";
		case "configure":
			return "branch.configure";
		case "tick":
			return "branch.tick";
		default:
			return command satisfies never;
	}
}

/** The first question about every command: is this actor allowed to ask it of this branch? */
export function may(actor: Actor, command: Command, branchId: string): "yes" | "not-permitted" | "wrong-place" {
	if ((actor.kind === "staff" || actor.kind === "device") && !isWithin(actor.place, branchId)) return "wrong-place";
	return holds(actor, permissionFor(actor, command)) ? "yes" : "not-permitted";
}
