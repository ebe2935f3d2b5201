import { env } from "cloudflare:workers";
import { describe, it } from "vitest";
import { referralIdOf } from "../../../rules/case/referral.ts";
import type { HolderActor } from "../../../schema/actor.ts";
import type { PersonExport } from "../../../schema/customer/case.ts";
import { keyedHash } from "../../../worker/privacy/blind-index.ts";
import { vaultOf } from "../../../worker/privacy/vault.ts";
import { MOBILE_SPELLINGS } from "../../schema/number-spellings.ts";
import { aHall, erased, found, inFull, searched, shown, stepped } from "../a-case.ts";
import { ask, codeOf, FIELDS, recorded } from "../a-referral.ts";

/** Everything held of whoever has this phone, over a part of the bank. */
function exported(actor: HolderActor, nodeId: string, phone: string) {
	const body = { by: "phone", value: phone, reason: "客户要求提供其个人信息" };
	return ask<PersonExport>(actor, "POST", `/nodes/${nodeId}/personal-data/export`, { body });
}

describe("one person's data", () => {
	it("[PRV-5] is found by number, phone or reference, never beyond the branch, and masked", async ({ expect }) => {
		const { manager, branchId, path } = await aHall();
		const sister = await aHall();
		const ties = { customerReference: "C-70000001" };
		const one = await recorded(manager, branchId, { fields: FIELDS, ties });
		const two = await recorded(manager, branchId, { fields: { contact: FIELDS.contact } });
		await recorded(sister.manager, sister.branchId, { fields: FIELDS });
		const search = async (by: string, value: string) => {
			const { text, body } = await searched(manager, path, by, value);
			expect(text).not.toContain(FIELDS.contact.value);
			return body.rows.map(({ caseId }) => caseId).sort();
		};
		expect(await search("phone", "138 1234 5678")).toEqual([one, two].sort());
		expect(await search("account", FIELDS.number.value)).toEqual([one]);
		expect(await search("id-number", FIELDS.number.value)).toEqual([]);
		expect(await search("reference", ties.customerReference)).toEqual([one]);
		expect(codeOf(await searched(manager, path, "name", FIELDS.name))).toBe("invalid-input");
	});

	it("[PRV-5] is found and exported however its number is written, and was stored", async ({ expect }) => {
		const { manager, head, branchId, path } = await aHall();
		const search = (by: string, value: string) => found(manager, path, by, value);
		const one = await recorded(manager, branchId, { fields: { contact: FIELDS.contact } });
		for (const value of MOBILE_SPELLINGS) expect(await search("phone", value), value).toEqual([one]);
		const desk = await recorded(manager, branchId, {
			fields: {
				contact: { kind: "phone", value: "+86 10 6505 1234 转 801" },
				number: { kind: "id-number", value: "99000019900307001Х" },
			},
			ties: { customerReference: "C-7000-0002" },
		});
		expect(await search("phone", "010-65051234-801")).toEqual([desk]);
		expect(await search("phone", "010-65051234")).toEqual([]);
		expect(await search("id-number", "990000 19900307 001×")).toEqual([desk]);
		for (const value of ["C-7000-0002", "c70000002", "Ｃ−７０００−０００２"]) {
			expect(await search("reference", value), value).toEqual([desk]);
		}
		const whole = await exported(head, branchId, "tel:+86-10-6505-1234;ext=801");
		expect(whole.body.cases.map((each) => each.shown.caseId)).toEqual([desk]);
		const vault = await vaultOf(env);
		if (vault === null) throw new Error("there are no keys");
		const former = await keyedHash(vault, "index:phone", "8613812345678");
		await env.DB.prepare("UPDATE cases SET body = json_set(body, '$.indexes.contact', ?) WHERE case_id = ?")
			.bind(former, one)
			.run();
		expect(await search("phone", "138 1234 5678")).toEqual([one]);
	});

	it("[PRV-15] is exported in full over a part of the bank, to whoever may", async ({ expect }) => {
		const [one, two] = [await aHall(), await aHall()];
		const contact = { kind: "phone", value: "13812340000" } as const;
		await recorded(one.manager, one.branchId, { fields: { ...FIELDS, contact } });
		await recorded(two.manager, two.branchId, { fields: { name: FIELDS.name, contact } });
		const region: HolderActor = {
			kind: "staff",
			role: "retail-department",
			staffId: "retail",
			place: { kind: "region", region: "sh" },
		};
		const of = (actor: HolderActor, nodeId: string) => exported(actor, nodeId, contact.value);
		const whole = await of(region, "sh");
		expect(whole.body.cases).toHaveLength(2);
		expect(whole.body.cut).toBe(false);
		expect(whole.body.cases.map((each) => each.fields.name)).toEqual([FIELDS.name, FIELDS.name]);
		const own = await of(one.head, one.branchId);
		expect(own.body.cases).toHaveLength(1);
		expect(own.body.cases[0]?.fields).toEqual({ ...FIELDS, contact, outcome: null });
		expect(codeOf(await of(one.head, two.branchId))).toBe("wrong-place");
		expect(codeOf(await of(one.manager, one.branchId))).toBe("not-permitted");
	});

	it("[PRV-4] is gone once erased for a reason, for every way of looking, and its count stays", async ({ expect }) => {
		const { manager, head, branchId, path } = await aHall();
		const ties = { customerReference: "C-70000002" };
		const caseId = await recorded(manager, branchId, { fields: FIELDS, ties });
		const one = `${path}/${caseId}`;
		expect(codeOf(await erased(manager, one))).toBe("not-permitted");
		for (const body of [{}, { reason: "" }, { reason: " " }, { reason: "x" }, { reason: 7 }])
			expect(codeOf(await ask(head, "POST", `${one}/erasure`, { body }))).toBe("invalid-input");
		expect(codeOf(await ask(head, "DELETE", one))).toBe("method-not-allowed");
		expect((await shown(manager, one)).erasedAt).toBeNull();
		expect(codeOf(await erased(head, one))).toBe("done");
		expect(codeOf(await erased(head, one))).toBe("done");
		const row = await shown(manager, one);
		expect([row.stage, row.fields, row.ties, row.signs]).toEqual(["offered", {}, {}, []]);
		expect(row.erasedAt).not.toBeNull();
		expect(codeOf(await inFull(manager, one, ["name"]))).toBe("case-erased");
		const change = { step: "change", fields: { name: "李明" } };
		expect(codeOf(await stepped(manager, one, row.version, change))).toBe("case-erased");
		expect(await found(manager, path, "account", FIELDS.number.value)).toEqual([]);
		const key = await env.DB.prepare("SELECT * FROM data_keys WHERE key_id = ?")
			.bind(`referral:${branchId}:${referralIdOf(caseId)}`)
			.first();
		expect(key).toMatchObject({ wrapped: null, wrapping_key_id: null });
	});
});
