import { env } from "cloudflare:workers";
import { describe, it, vi } from "vitest";
import type { PublicWords } from "../../../schema/configuration/public-words/public-words.ts";
import type { BranchConfiguration } from "../../../schema/hall/configuration.ts";
import type { Notices } from "../../../schema/hall/notice.ts";
import { newCommandId, staff } from "../../branch/a-branch.ts";
import {
	approvedVersion,
	aRegion,
	ask,
	DRAFTER,
	drafted,
	heldAt,
	publish,
	publishedVersion,
	takeBack,
} from "./a-section.ts";

const DIAMOND = { zh: "钻石服务", en: "Diamond service" };
const keepingOff = ({ words }: PublicWords) => ({ words: [...words, "钻石"] });
const withDiamond = ({ services }: BranchConfiguration) => ({
	services: services.map((each) => (each.id === "cash" ? { ...each, name: DIAMOND } : each)),
});
const noticed = ({ notices }: Notices) => ({ notices: [...notices, { id: "own", title: DIAMOND, text: DIAMOND }] });

/** The branches that would not take this, with the sentence why. */
async function refusalsOf(nodeId: string, section: string, change: (value: never) => object) {
	const draft = (await drafted({ nodeId, section, change })).body.version;
	const path = `${nodeId}/versions/${draft.versionId}/check`;
	return (await ask<{ refusals: { branchId: string; code: string; detail: string }[] }>(DRAFTER, "POST", path)).body
		.refusals;
}

describe("words that the bank keeps off public labels", () => {
	it("[CFG-24] hold for drafts at every place below, until they are taken back", async ({ expect }) => {
		const { region, branches } = await aRegion(2);
		const [one] = branches;
		if (one === undefined) throw new Error("no branch");
		const out = await publishedVersion({ nodeId: region, section: "public-words", change: keepingOff });
		expect((await heldAt(region, "public-words")).said).toMatchObject({ holds: 2, refused: 0 });
		for (const nodeId of [region, one.branchId]) {
			for (const [section, change] of [
				["services", withDiamond],
				["notices", noticed],
			] as const) {
				const refused = await drafted({ nodeId, section, change: change as never });
				expect([refused.status, refused.body.code]).toEqual([422, "section-unfit"]);
				expect(refused.body.detail?.split("\n")).toEqual([
					expect.stringMatching(/“钻石服务”含有本行不得对外公示的词“钻石”：请换一个说法/),
					expect.stringMatching(/“Diamond service” says “钻石”, which .+: put it another way/),
				]);
			}
		}
		await takeBack(out);
		expect((await drafted({ nodeId: region, section: "notices", change: noticed })).status).toBe(200);
	});

	it("[CFG-24] that one branch alone keeps off stand in its refusal of what the region drafts", async ({ expect }) => {
		const { region, branches } = await aRegion(2);
		const [one, other] = branches;
		if (one === undefined || other === undefined) throw new Error("no branch");
		await publishedVersion({ nodeId: other.branchId, section: "public-words", change: keepingOff });
		for (const [section, change] of [
			["services", withDiamond],
			["notices", noticed],
		] as const) {
			expect(await refusalsOf(region, section, change as never)).toEqual([
				{ branchId: other.branchId, code: "section-unfit", detail: expect.stringContaining("请换一个说法") },
			]);
		}
	});

	it("[CFG-24] are not published while a branch's texts say one: it is listed with the text, and its customers go on", async ({
		expect,
	}) => {
		const { region, branches } = await aRegion(2);
		const [one, other] = branches;
		if (one === undefined || other === undefined) throw new Error("no branch");
		const send = (command: object) =>
			one
				.stub()
				.execute({ commandId: newCommandId(), command: command as never }, staff(one.branchId, "lobby-manager"));
		await send({ type: "issue-ticket", services: ["cash"] });
		const services = await publishedVersion({ nodeId: one.branchId, section: "services", change: withDiamond });
		await publishedVersion({ nodeId: other.branchId, section: "notices", change: noticed });
		const refusals = await refusalsOf(region, "public-words", keepingOff as never);
		expect(refusals.map(({ branchId }) => branchId)).toEqual([one.branchId, other.branchId]);
		for (const { detail } of refusals) expect(detail).toContain("“钻石服务”含有本行不得对外公示的词“钻石”");
		expect(await send({ type: "issue-ticket", services: ["cash"] })).toMatchObject({ status: "done" });
		await takeBack(services);
		expect((await refusalsOf(region, "public-words", keepingOff as never)).map(({ branchId }) => branchId)).toEqual([
			other.branchId,
		]);
	});

	it("[CFG-24] that go while a name comes which says one: a branch that hears of both at once takes both", async ({
		expect,
	}) => {
		const { region, branches } = await aRegion();
		const [branch] = branches;
		if (branch === undefined) throw new Error("no branch");
		const held = async () => {
			const { publicWords = [], services } = await branch.configuration();
			return [publicWords, services.find(({ id }) => id === "cash")?.name.zh];
		};
		const services = await approvedVersion({ nodeId: region, section: "services", change: withDiamond });
		const words = await publishedVersion({ nodeId: region, section: "public-words", change: keepingOff });
		expect(await held()).toEqual([["钻石"], "现金存取"]);
		const away = vi.spyOn(env.BRANCH, "getByName").mockImplementation(() => {
			throw new Error("the branch is away");
		});
		await takeBack(words);
		await publish(services);
		away.mockRestore();
		expect(await held()).toEqual([["钻石"], "现金存取"]);
		await branch.stub().sectionsChanged();
		expect(await held()).toEqual([[], "钻石服务"]);
		expect((await heldAt(region, "services")).said).toMatchObject({ holds: 1, refused: 0 });
	});
});
