import { expect, it } from "vitest";
import { byWidth, covers, nodeOf, placeAt } from "../../rules/place.ts";
import type { Place } from "../../schema/actor.ts";

const NODES = ["bank", "sh", "sh.pudong", "sh-lujiazui", "sh-zhangjiang", "shx", "shx-a", "bj.cbd", "bj-guomao"];
const PLACES: readonly (readonly [nodeId: string, place: Place, covered: readonly string[]])[] = [
	["bank", { kind: "bank" }, NODES],
	["sh", { kind: "region", region: "sh" }, ["sh", "sh.pudong", "sh-lujiazui", "sh-zhangjiang"]],
	["sh.pudong", { kind: "sub-branch", nodeId: "sh.pudong", branchIds: ["sh-lujiazui"] }, ["sh.pudong", "sh-lujiazui"]],
	["sh-lujiazui", { kind: "branch", branchId: "sh-lujiazui" }, ["sh-lujiazui"]],
];

it.each(PLACES)("[MAY-2] %s covers itself and what lies below it, nothing else", (nodeId, place, covered) => {
	expect(NODES.filter((node) => covers(place, node))).toEqual(covered);
	expect(nodeOf(place)).toBe(nodeId);
	expect(placeAt(nodeId, ["sh-lujiazui"])).toEqual(place);
});

it("[MAY-2] a region called like the bank does not cover the bank", () => {
	expect(covers({ kind: "region", region: "bank" }, "bank")).toBe(false);
	expect(covers({ kind: "region", region: "bank" }, "bank-lujiazui")).toBe(true);
});

it("[MAY-6] of several places the widest comes first", () => {
	const places = PLACES.map(([, place]) => place);
	expect(places.toReversed().sort(byWidth)).toEqual(places);
});
