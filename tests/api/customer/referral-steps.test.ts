import { describe, it } from "vitest";
import type { HolderActor } from "../../../schema/actor.ts";
import type { Problem } from "../../../schema/problem.ts";
import { aBranch, newCommandId } from "../../branch/a-branch.ts";
import { aHall, hallOf, inFull, moved, shown, stepped } from "../a-case.ts";
import { ask, codeOf, FIELDS, listedIds, openRecord, recorded } from "../a-referral.ts";

const SOLD = [{ product: "三年期大额存单", amountFen: 30_000_000 }];
const ACCOUNTS = [{ kind: "理财金账户", number: "6222025555667788" }];
const SIGN = { step: "sign", stage: "introduced" };

describe("a record's changes", () => {
	it("[PRV-9] hold only for the version that was read, whatever the number of writers", async ({ expect }) => {
		const { manager, head, branchId, path } = await aHall();
		const one = `${path}/${await recorded(manager, branchId)}`;
		const change = (more: object, version: number, actor = manager) =>
			stepped(actor, one, version, { step: "change", ...more });
		const both = await Promise.all([
			change({ fields: { contact: FIELDS.contact } }, 1),
			change({ fields: { contact: { kind: "phone", value: "13900001111" } } }, 1, head),
		]);
		expect(both.map(codeOf).sort()).toEqual(["changed-since-read", "done"]);
		expect((await shown(manager, one)).version).toBe(2);
		const next = await moved(manager, one, 2, {
			step: "change",
			stage: "to_follow_up",
			fields: { contact: null, remarks: "改约周五" },
			ownerId: "hu-yue",
		});
		expect(next).toMatchObject({ version: 3, stage: "to_follow_up", ownerId: "hu-yue", facts: { isAssigned: 1 } });
		expect(next.fields).toEqual({ name: "李*明", remarks: null });
		expect(next.signs).toContain("incomplete");
		expect(codeOf(await change({ facts: { reasonCode: "nothing" } }, 3))).toBe("unknown-reason-code");
		expect((await change({}, 7)).status).toBe(412);
		const nowhere = `${path}/${branchId}_${"0".repeat(24)}`;
		expect(codeOf(await stepped(manager, nowhere, 1, { step: "change" }))).toBe("unknown-case");
	});

	it("[PRV-13] keep consent and objection with their time; only consent without objection allows contact", async ({
		expect,
	}) => {
		const { manager, branchId, path } = await aHall();
		const given = { consent: "given", consentHow: "spoken" };
		const one = `${path}/${await recorded(manager, branchId, { fields: FIELDS, facts: given })}`;
		const first = await shown(manager, one);
		expect(first).toMatchObject({ facts: given, signs: ["unsigned"] });
		expect(Math.abs(Number(first.facts.consentAt) - Date.now())).toBeLessThan(60_000);
		const change = (facts: object, version: number) => moved(manager, one, version, { step: "change", facts });
		const objected = await change({ objection: 1 }, 1);
		expect(objected).toMatchObject({ facts: given, signs: ["unsigned", "objected", "no-contact"] });
		expect(objected.facts.objectedAt).not.toBeNull();
		expect(await change({ objection: 0 }, 2)).toMatchObject({ facts: { objectedAt: null }, signs: ["unsigned"] });
		expect(await change({ consent: "refused" }, 3)).toMatchObject({ signs: ["unsigned", "no-contact"] });
	});

	it("[PRV-9] a relationship manager confirms once and adds what came of it", async ({ expect }) => {
		const { manager, adviser, branchId, path } = await aHall();
		const one = `${path}/${await recorded(manager, branchId, { fields: FIELDS })}`;
		expect(codeOf(await stepped(manager, one, 1, SIGN))).toBe("not-permitted");
		expect(await moved(adviser, one, 1, SIGN)).toMatchObject({
			stage: "introduced",
			ownerId: "hu-yue",
			facts: { isAssigned: 1, signedBy: "hu-yue", signedStatus: "introduced" },
		});
		expect(codeOf(await stepped(adviser, one, 2, SIGN))).toBe("already-signed");
		const outcome = { accounts: ACCOUNTS, sold: SOLD };
		const told = await moved(adviser, one, 2, { step: "outcome", fields: { outcome } });
		expect(told).toMatchObject({ version: 3, fields: { outcome: null } });
		expect((await inFull(adviser, one, ["outcome"])).body.fields).toEqual({ outcome });
	});

	it("[PRV-19] an outcome says where the record stands, and the lists follow", async ({ expect }) => {
		const { manager, adviser, branchId, path } = await aHall();
		const ids = (query: string) => listedIds(adviser, branchId, query);
		const id = await recorded(manager, branchId, { stage: "to_follow_up" });
		const none = await recorded(manager, branchId, { stage: "to_follow_up" });
		const [one, other] = [`${path}/${id}`, `${path}/${none}`];
		expect(await ids("list=incomplete")).toEqual([id, none].sort());

		const outcome = (sold: object[], more: object = {}) => ({
			...{ step: "outcome", fields: { outcome: { accounts: [], sold } } },
			...more,
		});
		const done = await moved(adviser, one, 1, outcome(SOLD));
		expect(done).toMatchObject({
			stage: "concluded",
			ownerId: "hu-yue",
			facts: { isAssigned: 1, signedBy: "hu-yue", signedStatus: "concluded" },
			fields: { outcome: null },
		});
		const over = await moved(adviser, other, 1, outcome([], { stage: "not_interested" }));
		expect(over.stage).toBe("not_interested");
		expect(over.fields).not.toHaveProperty("outcome");
		expect(over.facts.outcomeAt).not.toBeNull();
		for (const { signs } of [done, over]) expect(signs).not.toContain("incomplete");
		expect(await ids("stage=to_follow_up")).toEqual([]);
		expect(await ids("list=incomplete")).toEqual([]);
		expect(await ids("list=unsigned")).toEqual([]);
		expect(await ids("stage=concluded")).toEqual([id]);
		expect(await ids("stage=not_interested")).toEqual([none]);

		const step = (actor: HolderActor, body: object) => stepped(actor, one, 2, body);
		const both = await step(adviser, outcome(SOLD, { stage: "not_interested" }));
		expect(both.body as unknown as Problem).toMatchObject({ code: "wrong-for-step", detail: "stage" });
		expect(codeOf(await step(adviser, outcome([], { stage: "concluded" })))).toBe("wrong-for-step");
		expect(codeOf(await step(manager, { step: "change", stage: "concluded" }))).toBe("wrong-for-step");
		const later = await moved(adviser, one, 2, outcome(SOLD, { stage: "to_follow_up" }));
		expect(later).toMatchObject({ stage: "to_follow_up", fields: { outcome: null }, version: 3 });
		const again = await moved(manager, other, 2, { step: "change", stage: "to_follow_up" });
		expect(again).toMatchObject({ stage: "to_follow_up", version: 3 });
	});

	it("[PRV-10] in reference only mode bring in no name, contact or number either", async ({ expect }) => {
		const { branchId } = await aBranch(undefined, (configuration) => ({ ...configuration, referenceOnly: true }));
		const { manager, adviser, path } = hallOf(branchId);
		expect(codeOf(await openRecord(manager, branchId, { fields: FIELDS }))).toBe("reference-only");
		const ties = { customerReference: "C-20481234" };
		const body = { kind: "referral", stage: "to_follow_up", ties, facts: { reasonCode: "large-cash" } };
		const opened = await ask<{ caseId: string }>(manager, "POST", path, { body, commandId: newCommandId() });
		const one = `${path}/${opened.body.caseId}`;
		await expect.poll(async () => (await ask(manager, "GET", one)).status).toBe(200);
		const row = await shown(manager, one);
		expect(row.fields).toEqual({});
		expect(row.ties).toEqual(ties);
		expect(row.signs).not.toContain("incomplete");
		const refused = async (actor: HolderActor, step: string, more: object) =>
			codeOf(await stepped(actor, one, 1, { step, ...more }));
		for (const field of ["name", "number", "contact"] as const) {
			expect(await refused(manager, "change", { fields: { [field]: FIELDS[field] } })).toBe("reference-only");
		}
		expect(await refused(manager, "change", { ties: { customerReference: null } })).toBe("reference-needed");
		const outcome = { accounts: ACCOUNTS, sold: [] };
		expect(await refused(adviser, "outcome", { fields: { outcome } })).toBe("reference-only");
	});
});
