import { env } from "cloudflare:workers";
import { describe, it } from "vitest";
import { LIMITS } from "../../../schema/configuration/limits/limits.ts";
import type { BranchLimits } from "../../../schema/hall/configuration.ts";
import { TOLD_WHILE_PUBLISHING_MAX } from "../../../schema/limits.ts";
import type { ReasonCode } from "../../../schema/reason-code.ts";
import { rollOutTurn } from "../../../worker/api/configuration/roll-out.ts";
import { eventually } from "../../branch/a-branch.ts";
import { AUDITOR, bearer, call } from "../callers.ts";
import {
	approvedVersion,
	aRegion,
	ask,
	DRAFTER,
	drafted,
	heldAt,
	plantBranches,
	publish,
	publishedVersion,
	SECOND,
	takeBack,
} from "./a-section.ts";

type Codes = { readonly codes: readonly ReasonCode[] };
const GRANT: ReasonCode = {
	id: "housing-grant",
	group: "business-need",
	name: { zh: "公积金大额提取", en: "Housing grant" },
};
/** Branches whose ids stand before the one that is named: more than one call tells. */
const BEFORE = TOLD_WHILE_PUBLISHING_MAX + 5;
const withGrant = ({ codes }: Codes) => ({ codes: [...codes, GRANT] });
const sooner = (limits: BranchLimits) => ({ ...limits, returnGraceMs: 600_000 });

describe("a version", () => {
	it("[CFG-7] [CFG-10] goes from a draft by a second person to the branch, and back to the letter", async ({
		expect,
	}) => {
		const { region, branches } = await aRegion();
		const [branch] = branches;
		if (branch === undefined) throw new Error("no branch");
		const before = await branch.stub().section("reason-codes");
		const wish = { nodeId: region, section: "reason-codes", change: withGrant };
		const draft = (await drafted(wish)).body.version;
		const path = `${region}/versions/${draft.versionId}`;
		const early = await ask(SECOND, "POST", `${path}/approve`, { version: draft.version });
		expect(early.body.code).toBe("draft-unchecked");
		const checked = (await ask(DRAFTER, "POST", `${path}/check`)).body.version;
		expect(checked.check).toMatchObject({ asked: 1, refused: 0, done: true });
		const own = await ask(DRAFTER, "POST", `${path}/approve`, { version: checked.version });
		expect([own.status, own.body.code]).toEqual([403, "own-draft"]);
		const approved = (await ask(SECOND, "POST", `${path}/approve`, { version: checked.version })).body.version;
		expect(await branch.stub().section("reason-codes")).toEqual(before);
		const out = await publish(approved);
		expect(out.told).toMatchObject({ count: 1, done: true });
		const held = await branch.stub().section("reason-codes");
		expect(held.key).toBe(`0.${out.ordinal}.0`);
		expect((held.value as Codes).codes.at(-1)).toEqual(GRANT);
		const back = await takeBack(out);
		expect(back.body.version).toMatchObject({ undoes: out.ordinal, status: "published" });
		expect(JSON.stringify(await branch.stub().section("reason-codes"))).toBe(JSON.stringify(before));
	});

	it("[CFG-10] leaves every step in the ledger", async ({ expect }) => {
		const { region } = await aRegion();
		await takeBack(await publishedVersion({ nodeId: region, section: "reason-codes", change: withGrant }));
		const acts = ["draftVersion", "approveVersion", "publishVersion", "takeBackVersion"];
		await eventually("the ledger to be copied", async () => {
			const response = await call(`/ledger?nodeId=${region}&limit=100`, { headers: await bearer(AUDITOR) });
			const { rows } = await response.json<{ rows: { act: string; outcome?: string }[] }>();
			return acts.every((act) => rows.some((row) => row.act === act));
		});
		expect(acts).toHaveLength(4);
	});

	it("[CFG-3] [CFG-11] of a live section is one commit, and what was there before holds again", async ({ expect }) => {
		const { region, branches } = await aRegion();
		const [branch] = branches;
		if (branch === undefined) throw new Error("no branch");
		const before = await branch.configuration();
		const out = await publishedVersion({ nodeId: region, section: "limits", change: sooner });
		expect(LIMITS.of(await branch.configuration())).toEqual((await heldAt(branch.branchId, "limits")).value);
		expect((await branch.configuration()).limits.returnGraceMs).toBe(600_000);
		const { seq } = (await branch.stub().status()) as { seq?: number };
		await branch.stub().sectionsChanged();
		await branch.stub().sectionsChanged();
		expect(((await branch.stub().status()) as { seq?: number }).seq).toBe(seq);
		await takeBack(out);
		expect(JSON.stringify(await branch.configuration())).toBe(JSON.stringify(before));
	});

	it("[CFG-8] keeps a branch's own word through what the level above publishes and takes back", async ({ expect }) => {
		const { region, branches } = await aRegion();
		const [branch] = branches;
		if (branch === undefined) throw new Error("no branch");
		const own: ReasonCode = { id: "own", group: "opening", name: { zh: "本行特有", en: "Our own" } };
		const mine = {
			nodeId: branch.branchId,
			section: "reason-codes",
			change: ({ codes }: Codes) => ({ codes: [...codes, own] }),
		};
		await publishedVersion(mine);
		const out = await publishedVersion({ nodeId: region, section: "reason-codes", change: withGrant });
		const ids = async () =>
			((await branch.stub().section("reason-codes")).value as Codes).codes.map(({ id }) => id).slice(-2);
		expect(await ids()).toEqual(["housing-grant", "own"]);
		expect((await heldAt(region, "reason-codes")).differing).toEqual([branch.branchId]);
		const held = await heldAt(branch.branchId, "reason-codes");
		expect(held.fields.find(({ field }) => field === "codes.own")?.origin).toMatchObject({
			nodeId: branch.branchId,
			by: "drafter",
		});
		expect(held.fields.find(({ field }) => field === "codes.housing-grant")?.origin?.nodeId).toBe(region);
		await takeBack(out);
		expect((await ids()).at(-1)).toBe("own");
		expect(await ids()).not.toContain("housing-grant");
	});

	it("[CFG-8] sets nothing that is locked above, and is refused when another came first", async ({ expect }) => {
		const { region, branches } = await aRegion();
		const [branch] = branches;
		if (branch === undefined) throw new Error("no branch");
		const wish = { nodeId: region, section: "limits", change: sooner, locked: ["returnGraceMs"] };
		const [first, second] = [await approvedVersion(wish), await approvedVersion(wish)];
		await publish(first);
		const late = await ask(SECOND, "POST", `${region}/versions/${second.versionId}/publish`, {
			version: second.version,
			body: { reach: { kind: "all" } },
		});
		expect(late.body.code).toBe("draft-stale");
		const other = (limits: BranchLimits) => ({ ...limits, returnGraceMs: 60_000 });
		const refused = await drafted({ nodeId: branch.branchId, section: "limits", change: other });
		expect([refused.status, refused.body.code, refused.body.detail]).toEqual([409, "field-locked", "returnGraceMs"]);
	});
});

describe("publishing in stages", () => {
	it("[CFG-9] reaches named branches first and the others later; paused, nobody further", async ({ expect }) => {
		const { region, branches } = await aRegion(3);
		const [one, other] = branches;
		if (one === undefined || other === undefined) throw new Error("no branch");
		const keyOf = async ({ stub }: typeof one) => (await stub().section("reason-codes")).key;
		const approved = await approvedVersion({ nodeId: region, section: "reason-codes", change: withGrant });
		const some = await publish(approved, { kind: "branches", branchIds: [one.branchId] });
		expect([await keyOf(one), await keyOf(other)]).toEqual([`0.${some.ordinal}.0`, "0.0.0"]);
		const path = `${region}/versions/${some.versionId}`;
		const still = (await ask(SECOND, "POST", `${path}/pause`, { version: some.version, body: { reason: "先看看" } }))
			.body.version;
		expect(still.status).toBe("paused");
		await other.stub().sectionsChanged();
		expect(await keyOf(other)).toBe("0.0.0");
		const all = await publish(still);
		expect(all.told.count).toBe(3);
		expect([await keyOf(one), await keyOf(other)]).toEqual([`0.${some.ordinal}.0`, `0.${some.ordinal}.0`]);
	});

	it("[CFG-9] is at once where it was named, however many branches come before, and gone as fast", async ({
		expect,
	}) => {
		const { region, branches } = await aRegion(1);
		const [branch] = branches;
		if (branch === undefined) throw new Error("no branch");
		const approved = await approvedVersion({ nodeId: region, section: "reason-codes", change: withGrant });
		const before = await branch.stub().section("reason-codes");
		await plantBranches(`${region}-a`, region, BEFORE);
		const out = await publish(approved, { kind: "branches", branchIds: [branch.branchId] });
		expect(out.told).toMatchObject({ count: 1, done: true });
		expect((await branch.stub().section("reason-codes")).key).toBe(`0.${out.ordinal}.0`);
		const back = (await takeBack(out)).body.version;
		expect(back.told.done).toBe(false);
		expect(await branch.stub().section("reason-codes")).toEqual(before);
	});

	it("[CFG-9] is published at its time by the clock, and not before", async ({ expect }) => {
		const { region, branches } = await aRegion();
		const [branch] = branches;
		if (branch === undefined) throw new Error("no branch");
		const approved = await approvedVersion({ nodeId: region, section: "reason-codes", change: withGrant });
		const at = Date.now() + 3_600_000;
		expect((await publish(approved, { kind: "all" }, { at })).status).toBe("approved");
		await rollOutTurn(env, at - 1);
		expect((await branch.stub().section("reason-codes")).key).toBe("0.0.0");
		await rollOutTurn(env, at);
		expect((await branch.stub().section("reason-codes")).key).toBe(`0.${approved.ordinal}.0`);
	});
});
