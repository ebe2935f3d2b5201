import { describe, it } from "vitest";
import type { Output } from "../../../schema/endpoint/api.ts";
import type { BranchLimits } from "../../../schema/hall/configuration.ts";
import { aRegion, ask, DRAFTER, drafted, heldAt, publishedVersion, takeBack } from "./a-section.ts";

const graceOf = (returnGraceMs: number) => (limits: BranchLimits) => ({ ...limits, returnGraceMs });

describe("what a branch has set otherwise", () => {
	it("[CFG-19] tells both sides when a level above changes what a branch has set otherwise; nothing of it is lost", async ({
		expect,
	}) => {
		const { region, branches } = await aRegion(2);
		const [branch] = branches;
		if (branch === undefined) throw new Error("no branch");
		const own = { nodeId: branch.branchId, section: "limits", change: graceOf(300_000) };
		await publishedVersion(own);
		expect((await heldAt(branch.branchId, "limits")).overtaken).toEqual([]);
		const closing = (limits: BranchLimits) => ({ ...limits, closeAfterMs: 1_200_000 });
		await publishedVersion({ nodeId: region, section: "limits", change: closing });
		expect((await heldAt(region, "limits")).overtaken).toEqual([]);
		const out = await publishedVersion({ nodeId: region, section: "limits", change: graceOf(600_000) });
		const told = [
			{ nodeId: branch.branchId, field: "returnGraceMs", changedAt: region, before: 900_000, after: 600_000 },
		];
		for (const nodeId of [branch.branchId, region]) expect((await heldAt(nodeId, "limits")).overtaken).toEqual(told);
		expect((await branch.configuration()).limits).toMatchObject({ returnGraceMs: 300_000, closeAfterMs: 1_200_000 });
		const rowOf = async (nodeId: string) => {
			const { body } = await ask<Output<"sections">>(DRAFTER, "GET", `${nodeId}/sections`);
			const row = body.sections.find(({ section }) => section === "limits");
			return [row?.overtaken, row?.overtakenBelow];
		};
		expect(await rowOf(branch.branchId)).toEqual([1, 0]);
		expect(await rowOf(region)).toEqual([0, 1]);
		await takeBack(out);
		expect((await heldAt(region, "limits")).overtaken).toEqual([]);
		await publishedVersion({ nodeId: region, section: "limits", change: graceOf(600_000) });
		await publishedVersion(own);
		expect((await heldAt(branch.branchId, "limits")).overtaken).toEqual([]);
	});
});

describe("what cannot be drafted", () => {
	it("[CFG-20] is refused with what to do, at 5 MB, of an unknown section, stale or unfit; the draft stays, and branches go on", async ({
		expect,
	}) => {
		const { region, branches } = await aRegion();
		const [branch] = branches;
		if (branch === undefined) throw new Error("no branch");
		const before = JSON.stringify(await branch.configuration());
		const draft = (await drafted({ nodeId: region, section: "limits", change: graceOf(600_000) })).body.version;
		const { value } = await heldAt(region, "limits");
		const send = (section: string, body: object) =>
			ask<{ code: string; title: string; titleEn: string; detail?: string }>(
				DRAFTER,
				"POST",
				`${region}/sections/${section}/versions`,
				{ body, commandId: `draft-${crypto.randomUUID()}` },
			);
		const good = { value, locked: [], note: "一次改动", basedOn: 0 };
		const refused = await Promise.all([
			send("limits", { ...good, value: { filler: "长".repeat(1_700_000) } }),
			send("nothing", good),
			send("limits", { ...good, basedOn: 7 }),
			send("limits", { ...good, value: { ...(value as object), returnGraceMs: -1 } }),
			send("limits", { ...good, locked: ["../x"] }),
		]);
		expect(refused.map(({ status, body }) => [status, body.code])).toEqual([
			[413, "body-too-large"],
			[422, "invalid-input"],
			[409, "draft-stale"],
			[422, "section-unfit"],
			[422, "invalid-input"],
		]);
		for (const { body } of refused) {
			expect(body.title).toMatch(/请/);
			expect(body.titleEn).toMatch(/[a-z]: [a-z]/);
		}
		expect(refused[3]?.body.detail).toMatch(/请/);
		expect((await heldAt(region, "limits")).versions).toEqual([draft]);
		expect(JSON.stringify(await branch.configuration())).toBe(before);
	});
});
