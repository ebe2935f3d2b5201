import type { Role } from "../../schema/actor.ts";
import type { Right } from "./grants.ts";

/** Those who can give a right to somebody who misses it. */
export type Helper = Extract<Role, "branch-head" | "human-resources" | "head-office-operator">;

/** Rights that come with a branch's own roles are given there; those of roles above it by HR; the bank's own by its operator. */
const HELPERS: Readonly<Record<Right, Helper>> = {
	"ticket.issue": "branch-head",
	"ticket.classify": "branch-head",
	"ticket.manage": "branch-head",
	"ticket.cancel-many": "branch-head",
	"counter.run": "branch-head",
	"counter.oversee": "branch-head",
	"help.ask": "branch-head",
	"help.accept": "branch-head",
	"day.close": "branch-head",
	"day.oversee": "branch-head",
	"live.staff": "branch-head",
	"branch.configure": "head-office-operator",
	"branches.read": "human-resources",
	"status.read": "branch-head",
	"reports.read": "branch-head",
	"commits.read": "head-office-operator",
	"session.own": "human-resources",
	"person.read": "human-resources",
	"person.manage": "human-resources",
	"person.end-sessions": "human-resources",
	"institution.read": "human-resources",
	"institution.manage": "head-office-operator",
	"device.read": "branch-head",
	"device.approve": "branch-head",
	"device.revoke": "branch-head",
	"customer.recognise": "branch-head",
	"referral.create": "branch-head",
	"referral.read": "branch-head",
	"referral.show": "branch-head",
	"referral.change": "branch-head",
	"referral.sign": "branch-head",
	"privacy.search": "branch-head",
	"privacy.export": "branch-head",
	"privacy.erase": "branch-head",
	"audit.read": "human-resources",
	"audit.export": "head-office-operator",
	"audit.verify": "head-office-operator",
};

/** Whom to ask for a right; when only the place is wrong, HR, who say where somebody works. */
export function whomToAsk(right: Right | null, code: string): Helper {
	return right === null || code === "wrong-place" ? "human-resources" : HELPERS[right];
}
