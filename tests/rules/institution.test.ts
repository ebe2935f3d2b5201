import { expect, it } from "vitest";
import { mayStandUnder } from "../../rules/institution.ts";
import { nodesTouchedByMove } from "../../worker/domain/bank/institution.ts";

const NODES = ["bank", "sh", "bj", "sh.pudong", "bj.east", "sh-lujiazui", "bj-guomao"];
// Written down a second time on purpose.
const PARENTS: Record<string, readonly (string | null)[]> = {
	bank: [null],
	sh: ["bank"],
	bj: ["bank"],
	"sh.pudong": ["sh"],
	"bj.east": ["bj"],
	"sh-lujiazui": ["sh", "sh.pudong"],
	"bj-guomao": ["bj", "bj.east"],
};

it.each(NODES)("[PPL-9] %s stands under nodes of the level above it, in its own region", (nodeId) => {
	const possible = [null, ...NODES].filter((parentId) => mayStandUnder(nodeId, parentId));
	expect(possible).toEqual(PARENTS[nodeId]);
});

it("[PPL-9] a branch whose region is called like the bank does not stand under the bank", () => {
	expect(mayStandUnder("bank-lujiazui", "bank")).toBe(false);
	expect(mayStandUnder("bank.pudong", "bank")).toBe(false);
});

it("[PPL-9] a move touches the people of both parents, a new name nobody", () => {
	expect(nodesTouchedByMove("sh", "sh.pudong")).toEqual(["sh", "sh.pudong"]);
	expect(nodesTouchedByMove("sh", "sh")).toEqual([]);
	expect(nodesTouchedByMove(null, null)).toEqual([]);
});
