import { describe, expect, it } from "vitest";
import { holds } from "../../../rules/holding.ts";
import { PERMISSIONS, type Permission } from "../../../rules/permission.ts";
import type { Actor } from "../../../schema/actor.ts";
import type { CommandType } from "../../../schema/hall/command.ts";
import { actingFor, may } from "../../../worker/domain/commit/may.ts";
import { aDay, BRANCH_ID, customer, DISPLAY, HEAD, KIOSK, LIU, MANAGER, OPERATOR, SYSTEM, staff } from "../a-day.ts";
import { COMMAND_TYPES, EVERY_COMMAND, ROLES } from "../every-command.ts";
import { AT_ANY_PLACE, everybodyAt, PLACES, WHO_HOLDS, WHO_MAY_ASK } from "../who-may.ts";

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
		expect([...Object.keys(WHO_HOLDS), "public"].sort()).toEqual(Object.keys(PERMISSIONS).sort());
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

	it("[ACC-13] of several roles that may, the one that may do most of it acts", () => {
		const roles = [LIU, MANAGER, HEAD] as const;
		const acting = (type: CommandType) => {
			const actor = actingFor(roles, EVERY_COMMAND[type], BRANCH_ID);
			return "role" in actor ? actor.role : actor.kind;
		};
		expect(
			["call-next", "finish-service", "close-counter", "open-counter", "issue-ticket"].map((type) =>
				acting(type as CommandType),
			),
		).toEqual(["closed-teller", "lobby-manager", "lobby-manager", "branch-head", "lobby-manager"]);
	});

	// Who works here may be known before what the branch is.
	it.each(COMMAND_TYPES.filter((type) => type !== "configure" && type !== "change-staff"))(
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
