import { describe, expect, it } from "vitest";
import type { Actor, DevicePurpose, Place, Role } from "../../schema/actor.ts";
import type { CommandType } from "../../schema/command.ts";
import { Permission } from "../../schema/permission.ts";
import { holds, may } from "../../worker/domain/may.ts";
import { aDay, BRANCH_ID, customer, DISPLAY, KIOSK, LIU, OPERATOR, SYSTEM, staff } from "./a-day.ts";
import { COMMAND_TYPES, DEVICES, EVERY_COMMAND, ROLES } from "./every-command.ts";

type Who = Role | DevicePurpose | "customer" | "system";

// Written down a second time on purpose: whoever changes a grant must say so here as well.
const HEADS: Who[] = ["branch-head", "deputy-head"];
const LOBBY: Who[] = ["lobby-manager", "stand-in"];
const SELLERS: Who[] = ["relationship-manager", "marketing-manager"];
const TELLERS: Who[] = ["closed-teller", "open-teller"];
const HALL: Who[] = [...HEADS, ...LOBBY, ...SELLERS, ...TELLERS, "lobby-usher"];
const HOUSE: Who[] = [...HALL, "duty-supervisor", "back-office", "it-support", "guard"];
const ABOVE: Who[] = ["retail-department", "head-office-operator", "auditor"];
const AT_COUNTERS: Who[] = [...HEADS, ...SELLERS, ...TELLERS, "lobby-usher", "counter-pad"];
const WITH_TICKETS: Who[] = [...HALL, "counter-pad"];

const WHO_MAY_ASK: Record<CommandType, Who[]> = {
	"issue-ticket": [...HALL, "kiosk"],
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
	"redirect-ticket": WITH_TICKETS,
	"cancel-ticket": [...WITH_TICKETS, "customer"],
	"ask-for-help": [...HOUSE, "kiosk", "counter-pad"],
	"accept-help": [...HEADS, ...LOBBY, "lobby-usher", "duty-supervisor", "it-support", "guard"],
	"close-day": [...HEADS, ...LOBBY],
	configure: ["head-office-operator"],
	tick: ["system"],
};

const WHO_HOLDS: Record<Exclude<Permission, "public">, Who[]> = {
	"ticket.issue": [...HALL, "kiosk"],
	"ticket.classify": [...HEADS, ...LOBBY, "lobby-usher", "relationship-manager"],
	"ticket.cancel-own": ["customer"],
	"ticket.manage": WITH_TICKETS,
	"counter.run": AT_COUNTERS,
	"counter.sign-on-others": [...HEADS, "counter-pad"],
	"counter.oversee": [...HEADS, ...LOBBY, "duty-supervisor"],
	"help.ask": [...HOUSE, "kiosk", "counter-pad"],
	"help.accept": [...HEADS, ...LOBBY, "lobby-usher", "duty-supervisor", "it-support", "guard"],
	"day.close": [...HEADS, ...LOBBY],
	"branch.configure": ["head-office-operator"],
	"branch.tick": ["system"],
	"branch.set-clock": ["head-office-operator"],
	"branch.renew-epoch": ["head-office-operator", "it-support"],
	"command.send": [...HOUSE, "head-office-operator", "kiosk", "counter-pad", "customer"],
	"configuration.read": [...HOUSE, ...ABOVE],
	"position.read": [...HOUSE, "counter-pad"],
	"position.read-place": ["kiosk", "customer"],
	"status.read": [...HOUSE, ...ABOVE],
	"branches.read": [...HEADS, ...ABOVE],
	"reports.read": [...HEADS, ...LOBBY, ...ABOVE],
	"commits.read": ["auditor", "head-office-operator"],
	"live.open": [...HOUSE, ...ABOVE, "display", "kiosk", "counter-pad", "customer"],
	"live.display": [...HOUSE, "display", "kiosk", "counter-pad"],
	"live.staff": [...HOUSE, "counter-pad"],
	"live.ticket": ["customer"],
	"live.status": [...HOUSE, ...ABOVE],
};

const PLACES: Record<string, [place: Place, holdsTheBranch: boolean]> = {
	"own branch": [{ kind: "branch", branchId: BRANCH_ID }, true],
	"sister branch": [{ kind: "branch", branchId: "sh-pudong" }, false],
	"own region": [{ kind: "region", region: "sh" }, true],
	"another region": [{ kind: "region", region: "bj" }, false],
	bank: [{ kind: "bank" }, true],
};

function everybodyAt(place: Place): [Who, Actor][] {
	const people = ROLES.map((role): [Who, Actor] => [role, staff(`some-${role}`, role, place)]);
	const devices = DEVICES.map((purpose): [Who, Actor] => [
		purpose,
		{ kind: "device", deviceId: "some-device", purpose, place, counterId: "1" },
	]);
	return [...people, ...devices];
}
const AT_ANY_PLACE: [Who, Actor][] = [
	["customer", customer("A001")],
	["system", SYSTEM],
];

describe("may", () => {
	it.each(COMMAND_TYPES)("[MAY-1] exactly those listed may ask for %s at their own branch", (type) => {
		const everybody = [...everybodyAt({ kind: "branch", branchId: BRANCH_ID }), ...AT_ANY_PLACE];
		const allowed = everybody.filter(([, actor]) => may(actor, EVERY_COMMAND[type], BRANCH_ID) === "yes");
		expect(allowed.map(([who]) => who).sort()).toEqual(WHO_MAY_ASK[type].slice().sort());
	});

	it.each(Object.entries(PLACES))(
		"[MAY-2] %s: of every command and everybody, the place is asked about before the grant",
		(_, [place, inside]) => {
			for (const type of COMMAND_TYPES) {
				for (const [who, actor] of everybodyAt(place)) {
					const granted = WHO_MAY_ASK[type].includes(who) ? "yes" : "not-permitted";
					expect([type, who, may(actor, EVERY_COMMAND[type], BRANCH_ID)]).toEqual([
						type,
						who,
						inside ? granted : "wrong-place",
					]);
				}
			}
		},
	);

	it.each(Object.entries(WHO_HOLDS))("[MAY-1] %s is held by exactly those listed", (permission, listed) => {
		const everybody = [...everybodyAt({ kind: "bank" }), ...AT_ANY_PLACE];
		const holders = everybody.filter(([, actor]) => holds(actor, permission as Permission)).map(([who]) => who);
		expect(holders.sort()).toEqual(listed.slice().sort());
	});

	it("[MAY-1] no permission is left out of the table", () => {
		expect([...Object.keys(WHO_HOLDS), "public"].sort()).toEqual(Permission.options.slice().sort());
	});

	it("[MAY-5] a customer may ask for one thing alone", () => {
		const allowed = COMMAND_TYPES.filter((type) => may(customer("A001"), EVERY_COMMAND[type], BRANCH_ID) === "yes");
		expect(allowed).toEqual(["cancel-ticket"]);
	});
});

describe("the first question about a command", () => {
	it.each([
		["a screen asks for a number", DISPLAY, EVERY_COMMAND["issue-ticket"]],
		["a kiosk calls at a counter that does not exist", KIOSK, { ...EVERY_COMMAND["call-next"], counterId: "99" }],
		["a teller configures the branch", LIU, EVERY_COMMAND.configure],
		["somebody sends the branch's own alarm", OPERATOR, EVERY_COMMAND.tick],
	] as const)("[MAY-1] %s: refused whatever else is wrong, without a trace in the log", (_, actor, command) => {
		for (const day of [aDay(), aDay(null)]) {
			const seq = day.state.seq;
			expect(day.when(actor, command)).toEqual({ refused: "not-permitted" });
			expect(day.state.seq).toBe(seq);
		}
	});

	it("[MAY-2] staff of a sister branch are refused before anything is looked up", () => {
		const stranger = staff("liu-yang", "closed-teller", { kind: "branch", branchId: "sh-pudong" });
		const day = aDay();
		expect(day.when(stranger, EVERY_COMMAND["open-counter"])).toEqual({ refused: "wrong-place" });
		expect(day.state.seq).toBe(1);
	});

	it("[MAY-2] a place above the branch holds it", () => {
		const teller = staff("liu-yang", "closed-teller", { kind: "region", region: "sh" });
		expect("events" in aDay().when(teller, EVERY_COMMAND["open-counter"])).toBe(true);
	});

	it.each(COMMAND_TYPES.filter((type) => type !== "configure"))(
		"[CFG-1] a branch without a configuration does nothing: %s",
		(type) => {
			const actor = type === "tick" ? SYSTEM : type === "cancel-ticket" ? customer("A001") : actorFor(type);
			const day = aDay(null);
			expect(day.when(actor, EVERY_COMMAND[type])).toEqual({ refused: "branch-not-configured" });
			expect(day.state.seq).toBe(0);
		},
	);
});

function actorFor(type: CommandType): Actor {
	const role = ROLES.find((each) => WHO_MAY_ASK[type].includes(each));
	if (role === undefined) throw new Error(`nobody may ask for ${type}`);
	return staff("somebody", role);
}
