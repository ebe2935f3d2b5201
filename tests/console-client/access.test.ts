import { describe, expect, it } from "vitest";
import { kindOf, mayBeHeldAt, mayGrant } from "../../console-client/access/grantable.ts";
import { GRANTED, type Right } from "../../console-client/access/grants.ts";
import { may } from "../../console-client/access/may.ts";
import { holdsNode, nodeOfPlace } from "../../console-client/access/place.ts";
import { rightNeeded } from "../../console-client/access/right-needed.ts";
import { whomToAsk } from "../../console-client/access/whom-to-ask.ts";
import { mayStandUnder } from "../../console-client/institution/stand-under.ts";
import { type HolderActor, type Place, Role } from "../../schema/actor.ts";
import { ENDPOINTS } from "../../schema/api.ts";
import { kindOfNode } from "../../schema/institution.ts";
import { mayStandUnder as serverMayStandUnder } from "../../worker/domain/institution.ts";
import { GRANTS, isNodeWithin, nodeOf } from "../../worker/domain/may.ts";
import { mayBeHeldAt as serverMayBeHeldAt, mayGrant as serverMayGrant } from "../../worker/domain/person.ts";

const NODES = ["bank", "sh", "bj", "sh.pudong", "bj.cbd", "sh-lujiazui", "sh-zhangjiang", "bj-guomao"];
const PLACES: readonly Place[] = [
	{ kind: "bank" },
	{ kind: "region", region: "sh" },
	{ kind: "sub-branch", nodeId: "sh.pudong", branchIds: ["sh-lujiazui"] },
	{ kind: "branch", branchId: "sh-lujiazui" },
];
const ROLES = Role.options;
const actorOf = (role: Role, place: Place) => ({ kind: "staff" as const, staffId: "li-na", role, place });

describe("the console's tables are the server's", () => {
	it("[CON-1] roles and rights", () => {
		for (const right of Object.keys(GRANTED) as Right[]) {
			expect([right, [...GRANTED[right]].sort()]).toEqual([right, [...(GRANTS[right].roles ?? [])].sort()]);
		}
	});
	it("[CON-1] places and nodes", () => {
		for (const place of PLACES) {
			expect(nodeOfPlace(place)).toBe(nodeOf(place));
			for (const node of NODES)
				expect([place, node, holdsNode(place, node)]).toEqual([place, node, isNodeWithin(place, node)]);
		}
		for (const node of NODES) expect(kindOf(node)).toBe(kindOfNode(node));
	});
	it("[CON-4] which roles may be held where, and given by whom", () => {
		for (const role of ROLES) {
			for (const nodeId of NODES) {
				expect([role, nodeId, mayBeHeldAt(role, nodeId)]).toEqual([role, nodeId, serverMayBeHeldAt(role, nodeId)]);
				for (const place of PLACES) {
					for (const granter of ROLES) {
						const actors = [actorOf(granter, place)];
						const mine = mayGrant(actors, role, nodeId);
						expect([granter, place, role, nodeId, mine]).toEqual([
							granter,
							place,
							role,
							nodeId,
							serverMayGrant(actors, { role, nodeId }),
						]);
					}
				}
			}
		}
	});
	it("[CON-4] what may stand under what", () => {
		for (const node of NODES) {
			for (const parent of NODES) {
				expect([node, parent, mayStandUnder(node, parent)]).toEqual([node, parent, serverMayStandUnder(node, parent)]);
			}
		}
	});
});

describe("what a person may", () => {
	const both: HolderActor[] = [
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
	it("[CON-2] names for every call of the console the right it needs, and somebody who can give it", () => {
		const named = Object.keys(ENDPOINTS).filter((name) => rightNeeded(name) !== null);
		expect(named.length).toBeGreaterThan(30);
		for (const name of named) {
			const right = rightNeeded(name);
			expect(ENDPOINTS[name as keyof typeof ENDPOINTS].permission).toBe(right);
			expect(["branch-head", "human-resources", "head-office-operator"]).toContain(whomToAsk(right, "not-permitted"));
		}
		expect(whomToAsk("device.revoke", "not-permitted")).toBe("branch-head");
		expect(whomToAsk("institution.manage", "not-permitted")).toBe("head-office-operator");
		expect(whomToAsk("device.revoke", "wrong-place")).toBe("human-resources");
		expect(whomToAsk(null, "not-permitted")).toBe("human-resources");
	});
});
