import type { DevicePurpose } from "../schema/actor.ts";
import type { Role } from "./role.ts";
import type { ServiceScope } from "./service-scope.ts";

const HEADS = ["branch-head", "deputy-head"] as const satisfies readonly Role[];
const LOBBY = ["lobby-manager", "stand-in"] as const satisfies readonly Role[];
const ADVISERS = ["relationship-manager", "marketing-manager"] as const satisfies readonly Role[];
const COUNTER = ["closed-teller", "open-teller", ...ADVISERS, "lobby-usher"] as const satisfies readonly Role[];
const HALL = [...HEADS, ...LOBBY, ...COUNTER] as const satisfies readonly Role[];
const BRANCH = [...HALL, "duty-supervisor", "back-office", "it-support", "guard"] as const satisfies readonly Role[];
const ABOVE = ["retail-department", "head-office-operator", "auditor"] as const satisfies readonly Role[];
const EVERYBODY = [...BRANCH, ...ABOVE, "human-resources"] as const satisfies readonly Role[];

/**
 * Those who can give a right to somebody who misses it. Rights that come with a branch's own roles are given there;
 * those of roles above it by human resources; the bank's own by its operator.
 */
export type RightGiver = Extract<Role, "branch-head" | "human-resources" | "head-office-operator">;

/**
 * Who holds a permission: paired devices of a kind, service accounts of a scope, the holder of a ticket's link; and people
 * in their roles, or the branch itself.
 */
export type PermissionRow = {
	readonly devices?: readonly DevicePurpose[];
	readonly services?: readonly ServiceScope[];
	readonly customer?: true;
} & (
	| { readonly roles: readonly Role[]; readonly ask: RightGiver; readonly system?: never; readonly everybody?: never }
	| { readonly roles?: never; readonly ask?: never; readonly system?: true; readonly everybody?: true }
);

/**
 * Everything that can be allowed or denied, and to whom; whatever is not listed is denied. Endpoints name one, commands map
 * to one each. At which places it counts follows from where its roles are held and a device stands.
 */
export const PERMISSIONS = {
	"ticket.issue": { roles: HALL, devices: ["kiosk"], services: ["tickets.issue"], ask: "branch-head" },
	"ticket.classify": { roles: [...HEADS, ...LOBBY, "lobby-usher", "relationship-manager"], ask: "branch-head" },
	"ticket.cancel-own": { customer: true },
	"ticket.manage": { roles: HALL, devices: ["counter-pad"], ask: "branch-head" },
	"ticket.cancel-many": { roles: [...HEADS, ...LOBBY], ask: "branch-head" },
	"counter.run": { roles: [...COUNTER, ...HEADS], devices: ["counter-pad"], ask: "branch-head" },
	"counter.sign-on-others": { roles: HEADS, devices: ["counter-pad"], ask: "branch-head" },
	"counter.oversee": { roles: [...HEADS, ...LOBBY, "duty-supervisor"], ask: "branch-head" },
	/** Ask for help, and take that back. */
	"alert.raise": { roles: BRANCH, devices: ["kiosk", "counter-pad"], ask: "branch-head" },
	/** Accept an alert, or pass it on: whoever it is told to, and the heads. */
	"alert.accept": { roles: BRANCH, ask: "branch-head" },
	/** Say whether one is there, and take the lobby over. */
	"presence.set": { roles: BRANCH, ask: "branch-head" },
	/** Send somebody away, and say whom referrals go to today. */
	"presence.oversee": { roles: HEADS, ask: "branch-head" },
	"day.close": { roles: [...HEADS, ...LOBBY], ask: "branch-head" },
	/** Close it before its time without being asked twice, and take back whoever closed it. */
	"day.oversee": { roles: HEADS, ask: "branch-head" },
	/** Sign a closed day's report, and correct it before: the lobby manager first, then the head. */
	"day.sign": { roles: [...HEADS, ...LOBBY], ask: "branch-head" },
	"branch.configure": { roles: ["head-office-operator"], ask: "head-office-operator" },
	"branch.tick": { system: true },
	"branch.staff": { system: true },
	"branch.set-clock": { roles: ["head-office-operator"], ask: "head-office-operator" },
	"branch.renew-epoch": { roles: ["head-office-operator", "it-support"], ask: "head-office-operator" },
	"command.send": {
		roles: [...BRANCH, "head-office-operator"],
		devices: ["kiosk", "counter-pad"],
		services: ["tickets.issue"],
		customer: true,
		ask: "branch-head",
	},
	/** Who issues tickets has to know for what. */
	"configuration.read": {
		roles: [...BRANCH, ...ABOVE],
		services: ["configuration.read", "tickets.issue"],
		ask: "branch-head",
	},
	/** What holds at a place, from which level and since when, and the versions that led there. */
	"configuration.look": { roles: [...HEADS, ...ABOVE], ask: "human-resources" },
	/** Draft what shall hold at a place, and ask its branches whether it fits. */
	"configuration.draft": { roles: [...HEADS, "retail-department", "head-office-operator"], ask: "human-resources" },
	/** Approve what somebody else has drafted, publish it and take it back. */
	"configuration.publish": { roles: [...HEADS, "retail-department", "head-office-operator"], ask: "human-resources" },
	/** Today's numbers, without their customers. */
	"ticket.read": { roles: [...BRANCH, ...ABOVE], services: ["tickets.read"], ask: "branch-head" },
	"position.read": { roles: BRANCH, devices: ["counter-pad"], ask: "branch-head" },
	/** How many are ahead and the bound, without the reasons at each counter. */
	"position.read-place": { devices: ["kiosk"], customer: true },
	/** What customers are asked to have at hand. */
	"prompts.read": { roles: BRANCH, devices: ["kiosk"], customer: true, ask: "branch-head" },
	"status.read": { roles: [...BRANCH, ...ABOVE], services: ["status.read"], ask: "branch-head" },
	"branches.read": { roles: [...HEADS, ...ABOVE], services: ["status.read"], ask: "human-resources" },
	"reports.read": { roles: [...HEADS, ...LOBBY, ...ABOVE], services: ["reports.read"], ask: "branch-head" },
	"commits.read": { roles: ["auditor", "head-office-operator"], ask: "head-office-operator" },
	/** Ask for a live connection at all; what may be seen there has a permission of its own. */
	"live.open": {
		roles: [...BRANCH, ...ABOVE],
		devices: ["display", "kiosk", "counter-pad"],
		customer: true,
		ask: "branch-head",
	},
	"live.display": { roles: BRANCH, devices: ["display", "kiosk", "counter-pad"], ask: "branch-head" },
	"live.staff": { roles: BRANCH, devices: ["counter-pad"], ask: "branch-head" },
	"live.ticket": { customer: true },
	"live.status": { roles: [...BRANCH, ...ABOVE], ask: "branch-head" },
	/** See, lock and end one's own sessions. */
	"session.own": { roles: EVERYBODY, devices: ["display", "kiosk", "counter-pad"], ask: "human-resources" },
	"person.read": { roles: [...HEADS, ...ABOVE, "human-resources"], ask: "human-resources" },
	"person.manage": { roles: ["branch-head", "human-resources", "head-office-operator"], ask: "human-resources" },
	"person.end-sessions": {
		roles: [...HEADS, "human-resources", "head-office-operator", "it-support"],
		ask: "human-resources",
	},
	"institution.read": { roles: EVERYBODY, ask: "human-resources" },
	"institution.manage": { roles: ["head-office-operator"], ask: "head-office-operator" },
	"device.read": { roles: [...HEADS, ...LOBBY, "it-support", ...ABOVE], ask: "branch-head" },
	"device.approve": { roles: [...HEADS, ...LOBBY, "it-support", "head-office-operator"], ask: "branch-head" },
	"device.revoke": { roles: [...HEADS, "it-support", "head-office-operator"], ask: "branch-head" },
	"device.report": { devices: ["display", "kiosk", "counter-pad"] },
	"service-account.read": { roles: ["head-office-operator", "it-support", "auditor"], ask: "head-office-operator" },
	"service-account.manage": { roles: ["head-office-operator"], ask: "head-office-operator" },
	/** Ask the bank's directory who a card, number or phone belongs to; the answer never names a segment to a device. */
	"customer.recognise": { roles: HALL, devices: ["kiosk"], ask: "branch-head" },
	"referral.create": { roles: HALL, ask: "branch-head" },
	/** Every record of a branch, masked; who recognised the customer and who is assigned see their own. */
	"referral.read": { roles: [...HEADS, ...LOBBY], ask: "branch-head" },
	/** In full, with a reason, on record. */
	"referral.show": { roles: [...HEADS, ...LOBBY, ...ADVISERS], ask: "branch-head" },
	"referral.change": { roles: [...HEADS, ...LOBBY, ...ADVISERS], ask: "branch-head" },
	"referral.sign": { roles: [...ADVISERS], ask: "branch-head" },
	/** Sign what is assigned to somebody else, with a reason. */
	"referral.oversee": { roles: HEADS, ask: "branch-head" },
	/** One's own points for referrals. */
	"credit.own": { roles: BRANCH, ask: "branch-head" },
	/** Everybody's of the branch. */
	"credit.read": { roles: HEADS, ask: "branch-head" },
	/** Whoever meets a problem opens it; owner and opener see their own. */
	"problem.open": { roles: BRANCH, ask: "branch-head" },
	/** Every problem of a place. */
	"problem.read": {
		roles: [...HEADS, ...LOBBY, "duty-supervisor", "retail-department", "auditor"],
		ask: "branch-head",
	},
	"problem.oversee": { roles: [...HEADS, ...LOBBY], ask: "branch-head" },
	/** Ask for cases at all; which of them somebody may see and move, their kind says. */
	"case.work": { roles: [...BRANCH, ...ABOVE], ask: "branch-head" },
	"privacy.search": { roles: [...HEADS, ...LOBBY, ...ADVISERS, "retail-department"], ask: "branch-head" },
	"privacy.export": { roles: ["branch-head", "retail-department"], ask: "branch-head" },
	"privacy.erase": { roles: ["branch-head", "retail-department"], ask: "branch-head" },
	"privacy.rotate-keys": { roles: ["head-office-operator"], ask: "head-office-operator" },
	"audit.read": { roles: [...HEADS, ...ABOVE], ask: "human-resources" },
	"audit.export": { roles: ["auditor", "head-office-operator"], ask: "head-office-operator" },
	"audit.verify": { roles: ["auditor", "head-office-operator"], ask: "head-office-operator" },
	/** Which of the stores that the system stands on answer. */
	"health.read": { roles: ["head-office-operator", "it-support"], ask: "head-office-operator" },
	/** Open to everybody; the endpoint shows nothing of any branch. */
	public: { everybody: true },
} as const satisfies Readonly<Record<string, PermissionRow>>;

export type Permission = keyof typeof PERMISSIONS;
/** A permission that people hold in their roles, so that a page can offer it or say who gives it. */
export type Right = {
	[Name in Permission]: (typeof PERMISSIONS)[Name] extends { ask: RightGiver } ? Name : never;
}[Permission];

/** Whether people hold this permission in their roles, so that somebody can be asked for it. */
export function isRight(permission: Permission): permission is Right {
	return "ask" in PERMISSIONS[permission];
}
