import { covers } from "../../rules/place.ts";
import type { Actor, DevicePurpose, Role } from "../../schema/actor.ts";
import type { Command } from "../../schema/command.ts";
import type { Permission } from "../../schema/permission.ts";
import type { Audience } from "../../schema/view.ts";

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
const ADVISERS = ["relationship-manager", "marketing-manager"] as const satisfies readonly Role[];
const EVERYBODY = [...BRANCH, ...ABOVE, "human-resources"] as const satisfies readonly Role[];

/** Who may do what. Whatever is not listed is denied. */
export const GRANTS: Readonly<Record<Permission, Grant>> = {
	"ticket.issue": { roles: HALL, devices: ["kiosk"] },
	"ticket.classify": { roles: [...HEADS, ...LOBBY, "lobby-usher", "relationship-manager"] },
	"ticket.cancel-own": { customer: true },
	"ticket.manage": { roles: HALL, devices: ["counter-pad"] },
	"ticket.cancel-many": { roles: [...HEADS, ...LOBBY] },
	"counter.run": { roles: [...COUNTER, ...HEADS], devices: ["counter-pad"] },
	"counter.sign-on-others": { roles: HEADS, devices: ["counter-pad"] },
	"counter.oversee": { roles: [...HEADS, ...LOBBY, "duty-supervisor"] },
	"help.ask": { roles: BRANCH, devices: ["kiosk", "counter-pad"] },
	"help.accept": { roles: [...HEADS, ...LOBBY, "lobby-usher", "duty-supervisor", "it-support", "guard"] },
	"day.close": { roles: [...HEADS, ...LOBBY] },
	"day.oversee": { roles: HEADS },
	"branch.configure": { roles: ["head-office-operator"] },
	"branch.tick": {},
	"branch.staff": {},
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
	"session.own": { roles: EVERYBODY, devices: ["display", "kiosk", "counter-pad"] },
	"person.read": { roles: [...HEADS, ...ABOVE, "human-resources"] },
	"person.manage": { roles: ["branch-head", "human-resources", "head-office-operator"] },
	"person.end-sessions": { roles: [...HEADS, "human-resources", "head-office-operator", "it-support"] },
	"institution.read": { roles: EVERYBODY },
	"institution.manage": { roles: ["head-office-operator"] },
	"device.read": { roles: [...HEADS, ...LOBBY, "it-support", ...ABOVE] },
	"device.approve": { roles: [...HEADS, ...LOBBY, "it-support"] },
	"device.revoke": { roles: [...HEADS, "it-support", "head-office-operator"] },
	"device.report": { devices: ["display", "kiosk", "counter-pad"] },
	"customer.recognise": { roles: HALL, devices: ["kiosk"] },
	"referral.create": { roles: HALL },
	"referral.read": { roles: [...HALL, "retail-department", "auditor"] },
	"referral.show": { roles: [...HEADS, ...LOBBY, ...ADVISERS] },
	"referral.change": { roles: [...HEADS, ...LOBBY, ...ADVISERS] },
	"referral.sign": { roles: [...ADVISERS] },
	"privacy.search": { roles: [...HEADS, ...LOBBY, ...ADVISERS, "retail-department"] },
	"privacy.export": { roles: ["branch-head", "retail-department"] },
	"privacy.erase": { roles: ["branch-head", "retail-department"] },
	"privacy.rotate-keys": { roles: ["head-office-operator"] },
	"audit.read": { roles: [...HEADS, ...ABOVE] },
	"audit.export": { roles: ["auditor", "head-office-operator"] },
	"audit.verify": { roles: ["auditor", "head-office-operator"] },
	public: {},
};

/** Whether this actor holds a permission at all; where it holds is `covers`'s question. */
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
			return permission === "branch.tick" || permission === "branch.staff";
		default:
			return actor satisfies never;
	}
}

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
		case "redirect-ticket":
			return "ticket.manage";
		case "cancel-ticket":
			return actor.kind === "customer" ? "ticket.cancel-own" : "ticket.manage";
		case "cancel-tickets":
			return "ticket.cancel-many";
		case "ask-for-help":
			return "help.ask";
		case "accept-help":
			return "help.accept";
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
	if ((actor.kind === "staff" || actor.kind === "device") && !covers(actor.place, branchId)) return "wrong-place";
	if (!holds(actor, permissionFor(actor, command))) return "not-permitted";
	// Of any other ticket a customer learns nothing, not even whether there is one.
	return actor.kind === "customer" && "ticketId" in command && command.ticketId !== actor.ticketId
		? "not-permitted"
		: "yes";
}
