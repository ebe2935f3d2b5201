import { describe, expect, it } from "vitest";
import { GRANTED, GRANTED_TO_PADS, type Right } from "../../client-kit/access/grants.ts";
import { may } from "../../client-kit/access/may.ts";
import { whomToAsk } from "../../client-kit/access/whom-to-ask.ts";
import { covers } from "../../rules/place.ts";
import { type HolderActor, type Place, Role } from "../../schema/actor.ts";
import { GRANTS, holds } from "../../worker/domain/may.ts";

const NODES = ["bank", "sh", "bj", "sh.pudong", "bj.cbd", "sh-lujiazui", "sh-zhangjiang", "bj-guomao", "shx-a"];
const PLACES: readonly Place[] = [
	{ kind: "bank" },
	{ kind: "region", region: "sh" },
	{ kind: "sub-branch", nodeId: "sh.pudong", branchIds: ["sh-lujiazui"] },
	{ kind: "branch", branchId: "sh-lujiazui" },
];
const RIGHTS = Object.keys(GRANTED) as Right[];
const actorOf = (role: Role, place: Place): HolderActor => ({ kind: "staff", staffId: "li-na", role, place });
const padAt = (branchId: string): HolderActor => ({
	kind: "device",
	deviceId: "pad-1",
	purpose: "counter-pad",
	place: { kind: "branch", branchId },
	counterId: "1",
});

describe("the pages' table of rights is the server's", () => {
	it("[CON-1] roles and rights", () => {
		for (const right of RIGHTS) {
			expect([right, [...GRANTED[right]].sort()]).toEqual([right, [...(GRANTS[right].roles ?? [])].sort()]);
		}
	});
	it("[CON-1] what a pad may do at its counter", () => {
		const granted = RIGHTS.filter((right) => GRANTS[right].devices?.includes("counter-pad"));
		expect([...GRANTED_TO_PADS].sort()).toEqual(granted.sort());
	});
	it("[ACC-13] every right of every role at every place", () => {
		for (const role of Role.options) {
			for (const place of PLACES) {
				const actor = actorOf(role, place);
				for (const right of RIGHTS) {
					expect([actor, right, may([actor], right)]).toEqual([actor, right, holds(actor, right)]);
					for (const branch of NODES.filter((node) => node.includes("-"))) {
						const theirs = holds(actor, right) && covers(place, branch);
						expect([actor, right, branch, may([actor], right, branch)]).toEqual([actor, right, branch, theirs]);
					}
				}
			}
		}
	});
});

describe("what somebody may", () => {
	const both = [
		actorOf("branch-head", { kind: "branch", branchId: "sh-lujiazui" }),
		actorOf("auditor", { kind: "region", region: "bj" }),
	];
	it("[CON-1] is the sum of their roles, each at its place", () => {
		expect(may(both, "person.manage")).toBe(true);
		expect(may(both, "person.manage", "sh-lujiazui")).toBe(true);
		expect(may(both, "person.manage", "bj-guomao")).toBe(false);
		expect(may(both, "audit.verify", "bj-guomao")).toBe(true);
		expect(may(both, "institution.manage")).toBe(false);
		expect(may([], "session.own")).toBe(false);
	});
	it("[DEV-6] is for a pad what belongs to its counter, at its own branch", () => {
		expect(may([padAt("sh-lujiazui")], "counter.run", "sh-lujiazui")).toBe(true);
		expect(may([padAt("sh-lujiazui")], "counter.run", "sh-zhangjiang")).toBe(false);
		expect(may([padAt("sh-lujiazui")], "referral.create", "sh-lujiazui")).toBe(false);
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
