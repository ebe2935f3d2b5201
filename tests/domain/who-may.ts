import type { Permission } from "../../rules/permission.ts";
import { type Actor, type DevicePurpose, type Place, type Role, ServiceScope } from "../../schema/actor.ts";
import type { CommandType } from "../../schema/hall/command.ts";
import { BRANCH_ID, customer, SYSTEM, staff } from "./a-day.ts";
import { DEVICES, ROLES } from "./every-command.ts";

export type Who = Role | DevicePurpose | `service ${ServiceScope}` | "customer" | "system";

// Written down a second time on purpose: whoever changes a grant must say so here as well.
const HEADS: Who[] = ["branch-head", "deputy-head"];
const LOBBY: Who[] = ["lobby-manager", "stand-in"];
const SELLERS: Who[] = ["relationship-manager", "marketing-manager"];
const TELLERS: Who[] = ["closed-teller", "open-teller"];
const HALL: Who[] = [...HEADS, ...LOBBY, ...SELLERS, ...TELLERS, "lobby-usher"];
const HOUSE: Who[] = [...HALL, "duty-supervisor", "back-office", "it-support", "guard"];
const ABOVE: Who[] = ["retail-department", "head-office-operator", "auditor"];
const PEOPLE: Who[] = [...HOUSE, ...ABOVE, "human-resources"];
const EVERYBODY: Who[] = [...PEOPLE, "display", "kiosk", "counter-pad"];
const AT_COUNTERS: Who[] = [...HEADS, ...SELLERS, ...TELLERS, "lobby-usher", "counter-pad"];
const WITH_TICKETS: Who[] = [...HALL, "counter-pad"];

export const WHO_MAY_ASK: Record<CommandType, Who[]> = {
	"issue-ticket": [...HALL, "kiosk", "service tickets.issue"],
	"open-counter": AT_COUNTERS,
	"pause-counter": AT_COUNTERS,
	"resume-counter": AT_COUNTERS,
	"close-counter": [...AT_COUNTERS, ...LOBBY, "duty-supervisor"],
	"change-counter-mode": AT_COUNTERS,
	"call-next": AT_COUNTERS,
	"call-ticket": AT_COUNTERS,
	"recall-ticket": WITH_TICKETS,
	"start-service": WITH_TICKETS,
	"finish-service": WITH_TICKETS,
	"mark-no-show": WITH_TICKETS,
	"return-ticket": WITH_TICKETS,
	"transfer-ticket": WITH_TICKETS,
	"hold-ticket": WITH_TICKETS,
	"resume-ticket": WITH_TICKETS,
	"take-back-ticket": WITH_TICKETS,
	"redirect-ticket": WITH_TICKETS,
	"cancel-ticket": [...WITH_TICKETS, "customer"],
	"cancel-tickets": [...HEADS, ...LOBBY],
	"ask-for-help": [...HOUSE, "kiosk", "counter-pad"],
	"accept-alert": HOUSE,
	"pass-on-alert": HOUSE,
	"decline-alert": HOUSE,
	"set-presence": HOUSE,
	"set-duty-order": HEADS,
	"end-alert": [...HOUSE, "kiosk", "counter-pad"],
	"accept-help": HOUSE,
	"close-day": [...HEADS, ...LOBBY],
	"reopen-day": [...HEADS, ...LOBBY],
	configure: ["head-office-operator"],
	"change-staff": ["system"],
	tick: ["system"],
};

export const WHO_HOLDS: Record<Exclude<Permission, "public">, Who[]> = {
	"ticket.issue": [...HALL, "kiosk", "service tickets.issue"],
	"ticket.classify": [...HEADS, ...LOBBY, "lobby-usher", "relationship-manager"],
	"ticket.cancel-own": ["customer"],
	"ticket.manage": WITH_TICKETS,
	"ticket.cancel-many": [...HEADS, ...LOBBY],
	"counter.run": AT_COUNTERS,
	"counter.sign-on-others": [...HEADS, "counter-pad"],
	"counter.oversee": [...HEADS, ...LOBBY, "duty-supervisor"],
	"alert.raise": [...HOUSE, "kiosk", "counter-pad"],
	"alert.accept": HOUSE,
	"day.sign": [...HEADS, ...LOBBY],
	"presence.set": HOUSE,
	"presence.oversee": HEADS,
	"day.close": [...HEADS, ...LOBBY],
	"day.oversee": HEADS,
	"branch.configure": ["head-office-operator"],
	"branch.tick": ["system"],
	"branch.staff": ["system"],
	"branch.set-clock": ["head-office-operator"],
	"branch.renew-epoch": ["head-office-operator", "it-support"],
	"health.read": ["head-office-operator", "it-support"],
	"command.send": [...HOUSE, "head-office-operator", "kiosk", "counter-pad", "service tickets.issue", "customer"],
	"configuration.read": [...HOUSE, ...ABOVE, "service configuration.read", "service tickets.issue"],
	"ticket.read": [...HOUSE, ...ABOVE, "service tickets.read"],
	"position.read": [...HOUSE, "counter-pad"],
	"position.read-place": ["kiosk", "customer"],
	"prompts.read": [...HOUSE, "kiosk", "customer"],
	"configuration.look": [...HEADS, ...ABOVE],
	"configuration.draft": [...HEADS, "retail-department", "head-office-operator"],
	"configuration.publish": [...HEADS, "retail-department", "head-office-operator"],
	"status.read": [...HOUSE, ...ABOVE, "service status.read"],
	"branches.read": [...HEADS, ...ABOVE, "service status.read"],
	"reports.read": [...HEADS, ...LOBBY, ...ABOVE, "service reports.read"],
	"commits.read": ["auditor", "head-office-operator"],
	"live.open": [...HOUSE, ...ABOVE, "display", "kiosk", "counter-pad", "customer"],
	"live.display": [...HOUSE, "display", "kiosk", "counter-pad"],
	"live.staff": [...HOUSE, "counter-pad"],
	"live.ticket": ["customer"],
	"live.status": [...HOUSE, ...ABOVE],
	"session.own": EVERYBODY,
	"person.read": [...HEADS, ...ABOVE, "human-resources"],
	"person.manage": ["branch-head", "human-resources", "head-office-operator"],
	"person.end-sessions": [...HEADS, "it-support", "human-resources", "head-office-operator"],
	"institution.read": PEOPLE,
	"institution.manage": ["head-office-operator"],
	"device.read": [...HEADS, ...LOBBY, "it-support", ...ABOVE],
	"device.approve": [...HEADS, ...LOBBY, "it-support", "head-office-operator"],
	"device.revoke": [...HEADS, "it-support", "head-office-operator"],
	"device.report": ["display", "kiosk", "counter-pad"],
	"service-account.read": ["head-office-operator", "it-support", "auditor"],
	"service-account.manage": ["head-office-operator"],
	"customer.recognise": [...HALL, "kiosk"],
	"referral.create": HALL,
	"referral.read": [...HEADS, ...LOBBY],
	"referral.show": [...HEADS, ...LOBBY, ...SELLERS],
	"referral.change": [...HEADS, ...LOBBY, ...SELLERS],
	"referral.sign": SELLERS,
	"referral.oversee": HEADS,
	"credit.own": HOUSE,
	"credit.read": HEADS,
	"problem.open": HOUSE,
	"problem.read": [...HEADS, ...LOBBY, "duty-supervisor", "retail-department", "auditor"],
	"problem.oversee": [...HEADS, ...LOBBY],
	"case.work": [...HOUSE, ...ABOVE],
	"privacy.search": [...HEADS, ...LOBBY, ...SELLERS, "retail-department"],
	"privacy.export": ["branch-head", "retail-department"],
	"privacy.erase": ["branch-head", "retail-department"],
	"privacy.rotate-keys": ["head-office-operator"],
	"audit.read": [...HEADS, ...ABOVE],
	"audit.export": ["auditor", "head-office-operator"],
	"audit.verify": ["auditor", "head-office-operator"],
};

/** Places of the tree, and whether they hold the branch of these tests. */
export const PLACES: Record<string, [place: Place, holdsTheBranch: boolean]> = {
	"own branch": [{ kind: "branch", branchId: BRANCH_ID }, true],
	"sister branch": [{ kind: "branch", branchId: "sh-pudong" }, false],
	"own region": [{ kind: "region", region: "sh" }, true],
	"another region": [{ kind: "region", region: "bj" }, false],
	"own sub-branch": [{ kind: "sub-branch", nodeId: "sh.west", branchIds: ["sh-pudong", BRANCH_ID] }, true],
	"another sub-branch": [{ kind: "sub-branch", nodeId: "sh.east", branchIds: ["sh-pudong"] }, false],
	bank: [{ kind: "bank" }, true],
};

/** Everybody who can act from a place. */
export function everybodyAt(place: Place): [Who, Actor][] {
	const people = ROLES.map((role): [Who, Actor] => [role, staff(`some-${role}`, role, place)]);
	const devices = DEVICES.map((purpose): [Who, Actor] => [
		purpose,
		{ kind: "device", deviceId: "some-device", purpose, place, counterId: "1" },
	]);
	const programs = ServiceScope.options.map((scope): [Who, Actor] => [
		`service ${scope}`,
		{ kind: "service", accountId: "some-program", scopes: [scope], place },
	]);
	return [...people, ...devices, ...programs];
}
/** Those who belong to no place. */
export const AT_ANY_PLACE: [Who, Actor][] = [
	["customer", customer("A001")],
	["system", SYSTEM],
];
