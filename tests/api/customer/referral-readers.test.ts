import { describe, it } from "vitest";
import type { HolderActor } from "../../../schema/actor.ts";
import type { CaseShown } from "../../../schema/customer/case.ts";
import { copied, forwarded } from "../../ledger/a-ledger.ts";
import { aHall, found, inFull, moved, shown, stepped } from "../a-case.ts";
import { ask, codeOf, FIELDS, listedIds, recorded } from "../a-referral.ts";
import { AUDITOR, staffAt } from "../callers.ts";

describe("an identified-customer record and its people", () => {
	it("[PRV-20] is seen by whom it concerns; to everybody else it is as if there were none", async ({ expect }) => {
		const { manager, teller, adviser, head, branchId, path, other: uninvolved } = await aHall();
		const other = staffAt("relationship-manager", branchId, "xu-na");
		const assigned = { fields: FIELDS, facts: { identifiedBy: "liu-yang" }, ownerId: "hu-yue" };
		const id = await recorded(manager, branchId, assigned);
		const own = await recorded(teller, branchId);
		const one = `${path}/${id}`;
		for (const actor of [manager, head, teller, adviser]) {
			expect(await shown(actor, one)).toMatchObject({ ownerId: "hu-yue", facts: { isAssigned: 1 } });
			expect(await listedIds(actor, branchId)).toEqual([id, own].sort());
		}
		// Nobody is assigned to the teller's own one: every manager may take it.
		expect(await listedIds(other, branchId)).toEqual([own]);
		expect(await listedIds(uninvolved, branchId)).toEqual([]);
		expect(codeOf(await ask(AUDITOR, "GET", one))).toBe("unknown-case");
		const tried = [
			await ask(other, "GET", one),
			await inFull(other, one, ["name"]),
			await stepped(other, one, 1, { step: "change", stage: "introduced" }),
			await stepped(other, one, 1, { step: "sign", stage: "introduced" }),
			await stepped(other, one, 1, { step: "outcome", fields: { outcome: { accounts: [], sold: [] } } }),
		];
		expect(tried.map(codeOf)).toEqual(tried.map(() => "unknown-case"));
		const foundBy = (actor: HolderActor) => found(actor, path, "account", FIELDS.number.value);
		expect([await foundBy(other), await foundBy(adviser), await foundBy(head)]).toEqual([[], [id], [id]]);
	});

	it("[PRV-21] is among the own tasks of its manager, masked, and of nobody else", async ({ expect }) => {
		const { branchId, path, manager, adviser } = await aHall();
		const tasks = (actor: HolderActor) => ask<{ rows: CaseShown[] }>(actor, "GET", `${path}?kind=referral&mine=true`);
		const caseId = await recorded(manager, branchId, { ownerId: "hu-yue" });
		const { rows } = (await tasks(adviser)).body;
		expect(rows).toMatchObject([{ caseId, fields: { name: "李*明" }, stage: "offered" }]);
		expect(JSON.stringify(rows)).not.toContain("李小明");
		expect((await tasks(manager)).body.rows).toEqual([]);
	});

	it("[PRV-20] is signed by a head in place of its manager, with a reason that stands in it and on record", async ({
		expect,
	}) => {
		const { manager, head, branchId, path } = await aHall();
		const one = `${path}/${await recorded(manager, branchId, { ownerId: "hu-yue" })}`;
		const sign = { step: "sign", stage: "introduced" };
		expect(codeOf(await stepped(head, one, 1, sign))).toBe("wrong-for-step");
		expect(await moved(head, one, 1, { ...sign, texts: { why: "胡悦请假" } })).toMatchObject({
			kind: "referral",
			ownerId: "hu-yue",
			facts: { isAssigned: 1, signedBy: "zhang-wei", signedStatus: "introduced" },
			texts: { "why.2": "胡悦请假" },
		});
		await forwarded(branchId);
		const entries = (await copied(branchId)).filter(({ body }) => body.includes('"moveCase"'));
		expect(entries.some(({ body }) => body.includes("胡悦请假"))).toBe(true);
	});

	it("[PRV-20] handed to another manager is then the other's, and no longer for whoever handed it over", async ({
		expect,
	}) => {
		const { manager, adviser, branchId, path } = await aHall();
		const one = `${path}/${await recorded(manager, branchId, { ownerId: "hu-yue" })}`;
		const handed = await stepped(adviser, one, 1, { step: "change", ownerId: "xu-na" });
		expect(handed.body).toMatchObject({ version: 2 });
		expect(codeOf(await ask(adviser, "GET", one))).toBe("unknown-case");
		const next = staffAt("relationship-manager", branchId, "xu-na");
		expect(await shown(next, one)).toMatchObject({ ownerId: "xu-na", version: 2 });
	});
});
