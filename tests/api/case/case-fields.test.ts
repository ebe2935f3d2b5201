import { describe, it } from "vitest";
import type { HolderActor } from "../../../schema/actor.ts";
import type { Output } from "../../../schema/endpoint/api.ts";
import { newCommandId } from "../../branch/a-branch.ts";
import { copied, forwarded } from "../../ledger/a-ledger.ts";
import { aHall, known, shown, stepped } from "../a-case.ts";
import { ask, codeOf } from "../a-referral.ts";

const CONTACT = { kind: "phone", value: "13812345678" };
const RECORD = { kind: "referral", fields: { name: "李小明", contact: CONTACT }, facts: { reasonCode: "large-cash" } };
const REASON = "客户来电";

async function aRecord(more: object = {}) {
	const hall = await aHall();
	const open = (body: object, actor: HolderActor = hall.teller) =>
		ask<Output<"openCase">>(actor, "POST", hall.path, { body, commandId: newCommandId() });
	const { body } = await open({ ...RECORD, ...more });
	await known(hall.branchId, body);
	return { ...hall, open, ...body, one: `${hall.path}/${body.caseId}` };
}

describe("a kind with fields, ties and facts", () => {
	it("[CASE-26] takes what its definition says at the shared doors, and refuses the rest by name", async ({
		expect,
	}) => {
		const { open, teller, manager, adviser, one } = await aRecord({ ties: { customerReference: "C-20481234" } });
		const row = await shown(manager, one);
		expect(row).toMatchObject({
			fields: { name: "李*明", contact: { kind: "phone", value: "138****5678" } },
			ties: { customerReference: "C-20481234" },
			facts: { reasonCode: "large-cash", staffId: "liu-yang", isAssigned: 0 },
			signs: ["unsigned", "no-contact"],
		});
		expect(row.names).toEqual({});
		for (const wrong of [
			{ fields: { age: "7" } },
			{ facts: { ...RECORD.facts, consent: "perhaps" } },
			{ ties: { x: "y" } },
		])
			expect(codeOf(await open({ ...RECORD, ...wrong }))).toBe("invalid-input");
		expect(codeOf(await open({ ...RECORD, kind: "problem", texts: { what: "x" }, ownerId: "zhang-wei" }))).toBe(
			"wrong-for-step",
		);
		expect(codeOf(await open({ ...RECORD, stage: "concluded" }))).toBe("wrong-for-step");
		// A step is for whoever may do it, in the stages among which they choose.
		expect((await shown(adviser, one)).possible).toEqual(["change", "sign", "outcome"]);
		expect((await shown(teller, one)).possible).toEqual([]);
		expect(codeOf(await stepped(adviser, one, 1, { step: "sign" }))).toBe("wrong-for-step");
		expect(codeOf(await stepped(adviser, one, 1, { step: "sign", stage: "offered" }))).toBe("wrong-for-step");
		expect(codeOf(await stepped(adviser, one, 1, { step: "sign", stage: "introduced" }))).toBe("done");
		expect(await shown(adviser, one)).toMatchObject({
			signs: ["signed", "no-contact"],
			possible: ["change", "outcome"],
		});
	});

	it("[CASE-26] [CASE-7] shows a field in full with a reason to whoever may see it, and that is on record", async ({
		expect,
	}) => {
		const { branchId, teller, manager, one, caseId } = await aRecord();
		const body = { fields: ["contact"], reason: REASON };
		const show = (actor: HolderActor) => ask<Output<"showCase">>(actor, "POST", `${one}/shown`, { body });
		expect(codeOf(await show(teller))).toBe("not-permitted");
		const { texts, fields } = (await show(manager)).body;
		expect([texts, fields]).toEqual([{}, { contact: CONTACT }]);
		expect(codeOf(await stepped(manager, one, 1, { step: "change", fields: { contact: null } }))).toBe("done");
		await forwarded(branchId);
		const entries = (await copied(branchId)).map((entry) => JSON.parse(entry.body));
		const of = (act: string) => entries.find((entry) => entry.act === act && entry.outcome === undefined);
		expect(of("showCase")).toMatchObject({ subject: { caseId, fields: "contact" }, reason: REASON });
		expect(of("moveCase")).toMatchObject({ subject: { caseId, step: "change", fields: "contact" } });
	});

	it("[CASE-26] stands in the lists of its kind for those who have a part in it, and for nobody else", async ({
		expect,
	}) => {
		const { branchId, manager, teller, other, adviser, caseId, one } = await aRecord({ stage: "to_follow_up" });
		const list = async (actor: HolderActor, query = "") => {
			const path = `/nodes/${branchId}/cases?kind=referral&open=any&sort=opened&order=desc${query}`;
			return (await ask<Output<"cases">>(actor, "GET", path)).body.rows?.map((row) => row.caseId);
		};
		for (const actor of [manager, teller, adviser]) expect(await list(actor)).toEqual([caseId]);
		expect(await list(other)).toEqual([]);
		expect([await list(adviser, "&list=mine"), await list(teller, "&list=mine")]).toEqual([[], [caseId]]);
		expect(await list(manager, "&list=incomplete")).toEqual([]);
		await stepped(manager, one, 1, { step: "change", fields: { contact: null }, ownerId: "hu-yue" });
		expect(await list(adviser, "&list=incomplete")).toEqual([caseId]);
		const nowhere = await ask(manager, "GET", `/nodes/${branchId}/cases?kind=problem&list=incomplete`);
		expect(codeOf(nowhere)).toBe("invalid-input");
	});
});
