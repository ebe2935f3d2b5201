import { describe, expect, it } from "vitest";
import { RIGHT_NAMES } from "../../client-kit/words/right-names.ts";
import { anyHolds, holds, rolesWithRight, whomToAsk } from "../../rules/holding.ts";
import { PERMISSIONS, type Permission, type Right } from "../../rules/permission.ts";
import { mayBeHeldAt, ROLES, type Role } from "../../rules/role.ts";
import type { Actor, HolderActor, Place } from "../../schema/actor.ts";

const ALL = Object.keys(PERMISSIONS) as Permission[];
const RIGHTS = Object.keys(RIGHT_NAMES) as Right[];
const BRANCH: Place = { kind: "branch", branchId: "sh-lujiazui" };
const actorOf = (role: Role, place: Place): HolderActor => ({ kind: "staff", staffId: "li-na", role, place });
const padAt = (branchId: string): HolderActor => ({
	kind: "device",
	deviceId: "pad-1",
	purpose: "counter-pad",
	place: { kind: "branch", branchId },
	counterId: "1",
});

describe("the table of permissions", () => {
	it("[MAY-1] names a role only where somebody can hold it, each once, and some role for every right", () => {
		for (const right of RIGHTS) {
			const roles = rolesWithRight(right);
			expect([right, new Set(roles).size]).toEqual([right, roles.length]);
			expect(roles.length).toBeGreaterThan(0);
		}
		for (const role of ROLES) {
			expect(["bank", "sh", "sh.pudong", "sh-lujiazui"].some((node) => mayBeHeldAt(role, node))).toBe(true);
		}
	});
	it("[MAY-1] gives everybody what is public, the branch itself its own two, and a customer what a ticket's link is for", () => {
		const system: Actor = { kind: "system" };
		const customer: Actor = { kind: "customer", ticketId: "20261123-A001" };
		expect(ALL.filter((each) => holds(system, each))).toEqual(["branch.tick", "branch.staff", "public"]);
		expect(ALL.filter((each) => holds(customer, each))).toEqual([
			"ticket.cancel-own",
			"command.send",
			"position.read-place",
			"prompts.read",
			"live.open",
			"live.ticket",
			"public",
		]);
	});
	it("[CON-1] [SCR-7] has a name in both languages for each right that people hold", () => {
		const held = ALL.filter((each) => each !== "public" && ROLES.some((role) => holds(actorOf(role, BRANCH), each)));
		expect(RIGHTS).toEqual(held);
		for (const { zh, en } of Object.values(RIGHT_NAMES)) {
			expect(zh).toMatch(/[\u4e00-\u9fff]/);
			expect(en).toMatch(/^[A-Z][ -~]+$/);
		}
		for (const language of ["zh", "en"] as const) {
			expect(new Set(Object.values(RIGHT_NAMES).map((each) => each[language])).size).toBe(RIGHTS.length);
		}
	});
});

describe("what somebody may", () => {
	const both = [actorOf("branch-head", BRANCH), actorOf("auditor", { kind: "region", region: "bj" })];
	it("[CON-1] is the sum of their roles, each at its place", () => {
		expect(anyHolds(both, "person.manage")).toBe(true);
		expect(anyHolds(both, "person.manage", "sh-lujiazui")).toBe(true);
		expect(anyHolds(both, "person.manage", "bj-guomao")).toBe(false);
		expect(anyHolds(both, "audit.verify", "bj-guomao")).toBe(true);
		expect(anyHolds(both, "institution.manage")).toBe(false);
		expect(anyHolds([], "session.own")).toBe(false);
	});
	it("[DEV-6] is for a pad what belongs to its counter, at its own branch", () => {
		const pad = padAt("sh-lujiazui");
		expect(anyHolds([pad], "counter.run", "sh-lujiazui")).toBe(true);
		expect(anyHolds([pad], "counter.run", "sh-zhangjiang")).toBe(false);
		expect(anyHolds([pad], "referral.create", "sh-lujiazui")).toBe(false);
	});
	it("[ACC-8] [CON-2] can be asked of somebody who may give it", () => {
		for (const right of RIGHTS) {
			expect(["branch-head", "human-resources", "head-office-operator"]).toContain(whomToAsk(right, "not-permitted"));
			expect(whomToAsk(right, "wrong-place")).toBe("human-resources");
		}
		expect(whomToAsk("live.staff", "not-permitted")).toBe("branch-head");
		expect(whomToAsk("device.revoke", "not-permitted")).toBe("branch-head");
		expect(whomToAsk("institution.manage", "not-permitted")).toBe("head-office-operator");
		expect(whomToAsk(null, "not-permitted")).toBe("human-resources");
	});
});
