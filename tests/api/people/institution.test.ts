import { describe, it } from "vitest";
import type { InstitutionNode } from "../../../schema/institution.ts";
import { BRANCHES_PER_SUB_BRANCH_MAX } from "../../../schema/limits.ts";
import { addNode } from "../../../worker/records/bank/institution.ts";
import { profileOf } from "../../../worker/records/people/person.ts";
import { aBank, aboveRegion, added, ask, codeOf, headOf, joinerAt } from "../a-bank.ts";
import { OPERATOR, staffAt } from "../callers.ts";

const NAME = { zh: "浦东支行", en: "Pudong" };

describe("the institution tree", () => {
	it("[PPL-9] grows where a node belongs, and nowhere else", async ({ expect }) => {
		const { region, main, subBranch } = await aBank();
		const other = await aBank();
		for (const [nodeId, parentId, code] of [
			[`${region}-new`, region, "done"],
			[`${region}-newer`, subBranch, "done"],
			[`${region}-new`, region, "node-exists"],
			[`${region}.west`, region, "done"],
			[`${region}-xx`, "bank", "node-misplaced"],
			[`${region}-xx`, main, "node-misplaced"],
			[`${region}-xx`, other.region, "node-misplaced"],
			[`${region}-xx`, `${region}.nowhere`, "unknown-node"],
			[`${region}.xx`, subBranch, "node-misplaced"],
			["bank", null, "node-misplaced"],
		] as const) {
			const answer = await ask(OPERATOR, "POST", "/institution/nodes", { body: { nodeId, parentId, name: NAME } });
			expect([nodeId, parentId, codeOf(answer)]).toEqual([nodeId, parentId, code]);
		}
	});

	it("[PPL-2] [PPL-9] is changed by operators alone, within their own place", async ({ expect }) => {
		const { region, main } = await aBank();
		const other = await aBank();
		const regional = aboveRegion("head-office-operator", region);
		const add = (nodeId: string, parentId: string) => ({ body: { nodeId, parentId, name: NAME } });
		expect(codeOf(await ask(regional, "POST", "/institution/nodes", add(`${region}-nn`, region)))).toBe("done");
		const beside = await ask(regional, "POST", "/institution/nodes", add(`${other.region}-nn`, other.region));
		expect(codeOf(beside)).toBe("wrong-place");
		const rename = { body: { name: NAME, parentId: other.region }, version: 1 };
		expect(codeOf(await ask(regional, "PUT", `/institution/nodes/${other.main}`, rename))).toBe("wrong-place");
		const head = await ask(headOf(main), "PUT", `/institution/nodes/${main}`, rename);
		expect(codeOf(head)).toBe("not-permitted");
	});

	it("[PPL-5] of two changes of one node at once leaves one", async ({ expect }) => {
		const { region, main } = await aBank();
		const names = ["甲", "乙"].map((zh) => ({ zh, en: zh }));
		const both = await Promise.all(
			names.map((name) =>
				ask(OPERATOR, "PUT", `/institution/nodes/${main}`, { body: { name, parentId: region }, version: 1 }),
			),
		);
		expect(both.map(codeOf).sort()).toEqual(["changed-since-read", "done"]);
		const missing = { body: { name: NAME, parentId: region }, version: 1 };
		expect(codeOf(await ask(OPERATOR, "PUT", `/institution/nodes/${region}-none`, missing))).toBe("unknown-node");
	});

	it("[PPL-9] a branch that moves is reached by the people of its new parent, no longer by those of the old", async ({
		expect,
	}) => {
		const { region, main, subBranch, memory } = await aBank();
		const { person } = await added(OPERATOR, joinerAt(subBranch, "human-resources"));
		const reach = async () => (await profileOf(memory, person.staffId))?.actors[0]?.place;
		expect(await reach()).toEqual({ kind: "sub-branch", nodeId: subBranch, branchIds: [] });
		const move = (parentId: string, version: number) =>
			ask(OPERATOR, "PUT", `/institution/nodes/${main}`, { body: { name: NAME, parentId }, version });
		expect(codeOf(await move(subBranch, 1))).toBe("done");
		expect(await reach()).toEqual({ kind: "sub-branch", nodeId: subBranch, branchIds: [main] });
		expect(codeOf(await move(region, 2))).toBe("done");
		expect(await reach()).toEqual({ kind: "sub-branch", nodeId: subBranch, branchIds: [] });
	});

	it("[PPL-9] a sub-branch holds so many branches and not one more", async ({ expect }) => {
		const { region, main, subBranch, memory } = await aBank();
		for (let at = 0; at < BRANCHES_PER_SUB_BRANCH_MAX; at++) {
			await addNode(memory, { nodeId: `${region}-b${at}b`, parentId: subBranch, name: NAME });
		}
		const body = { nodeId: `${region}-more`, parentId: subBranch, name: NAME };
		expect(codeOf(await ask(OPERATOR, "POST", "/institution/nodes", { body }))).toBe("sub-branch-full");
		const move = { body: { name: NAME, parentId: subBranch }, version: 1 };
		expect(codeOf(await ask(OPERATOR, "PUT", `/institution/nodes/${main}`, move))).toBe("sub-branch-full");
		const rename = await ask(OPERATOR, "PUT", `/institution/nodes/${region}-b0b`, move);
		expect(codeOf(rename)).toBe("done");
	});

	it("[PPL-6] shows each place its own part, with what stands above it", async ({ expect }) => {
		const { region, main, sister, subBranch } = await aBank();
		await aBank();
		const ids = async (actor: Parameters<typeof ask>[0]) =>
			((await ask(actor, "GET", "/institution/nodes?limit=200")).body as { rows: InstitutionNode[] }).rows.map(
				(row) => row.nodeId,
			);
		expect(await ids(staffAt("guard", main))).toEqual(["bank", region, main]);
		expect(await ids(aboveRegion("auditor", region))).toEqual(["bank", region, main, sister, subBranch].sort());
		expect((await ids(OPERATOR)).length).toBeGreaterThan(9);
	});
});
