import type { Role } from "../../schema/actor.ts";
import type { Permission } from "../../schema/permission.ts";

const HEADS = ["branch-head", "deputy-head"] as const;
const LOBBY = ["lobby-manager", "stand-in"] as const;
const ADVISERS = ["relationship-manager", "marketing-manager"] as const;
const COUNTER = ["closed-teller", "open-teller", ...ADVISERS, "lobby-usher"] as const;
const HALL = [...HEADS, ...LOBBY, ...COUNTER] as const;
const BRANCH = [...HALL, "duty-supervisor", "back-office", "it-support", "guard"] as const;
const ABOVE = ["retail-department", "head-office-operator", "auditor"] as const;

/**
 * Which roles hold the rights that the staff pages and the console offer something for, so that they offer nothing that
 * would be refused. It decides nothing: the server does, by the table that a test compares this one with.
 */
export const GRANTED = {
	"ticket.issue": HALL,
	"ticket.classify": [...HEADS, ...LOBBY, "lobby-usher", "relationship-manager"],
	"ticket.manage": HALL,
	"ticket.cancel-many": [...HEADS, ...LOBBY],
	"counter.run": [...COUNTER, ...HEADS],
	"counter.oversee": [...HEADS, ...LOBBY, "duty-supervisor"],
	"help.ask": BRANCH,
	"help.accept": [...HEADS, ...LOBBY, "lobby-usher", "duty-supervisor", "it-support", "guard"],
	"day.close": [...HEADS, ...LOBBY],
	"day.oversee": HEADS,
	"live.staff": BRANCH,
	"branch.configure": ["head-office-operator"],
	"branches.read": [...HEADS, ...ABOVE],
	"status.read": [...BRANCH, ...ABOVE],
	"reports.read": [...HEADS, ...LOBBY, ...ABOVE],
	"commits.read": ["auditor", "head-office-operator"],
	"session.own": [...BRANCH, ...ABOVE, "human-resources"],
	"person.read": [...HEADS, ...ABOVE, "human-resources"],
	"person.manage": ["branch-head", "human-resources", "head-office-operator"],
	"person.end-sessions": [...HEADS, "human-resources", "head-office-operator", "it-support"],
	"institution.read": [...BRANCH, ...ABOVE, "human-resources"],
	"institution.manage": ["head-office-operator"],
	"device.read": [...HEADS, ...LOBBY, "it-support", ...ABOVE],
	"device.approve": [...HEADS, ...LOBBY, "it-support"],
	"device.revoke": [...HEADS, "it-support", "head-office-operator"],
	"customer.recognise": HALL,
	"referral.create": HALL,
	"referral.read": [...HALL, "retail-department", "auditor"],
	"referral.show": [...HEADS, ...LOBBY, ...ADVISERS],
	"referral.change": [...HEADS, ...LOBBY, ...ADVISERS],
	"referral.sign": ADVISERS,
	"privacy.search": [...HEADS, ...LOBBY, ...ADVISERS, "retail-department"],
	"privacy.export": ["branch-head", "retail-department"],
	"privacy.erase": ["branch-head", "retail-department"],
	"audit.read": [...HEADS, ...ABOVE],
	"audit.export": ["auditor", "head-office-operator"],
	"audit.verify": ["auditor", "head-office-operator"],
} as const satisfies { readonly [Name in Permission]?: readonly Role[] };

export type Right = keyof typeof GRANTED;

/** What of it a paired pad holds at its counter. */
export const GRANTED_TO_PADS: readonly Right[] = [
	"ticket.manage",
	"counter.run",
	"help.ask",
	"live.staff",
	"session.own",
];
