import { describe, expect, it } from "vitest";
import { ENDPOINTS } from "../../../schema/endpoint/api.ts";
import type { Endpoint } from "../../../schema/endpoint/endpoint.ts";
import type { LedgerEntry, LedgerSubject } from "../../../schema/ledger/ledger.ts";
import { ACT_SENTENCES } from "../../../worker/domain/ledger/act-sentences.ts";
import { idsIn, type LedgerNames, whoOf } from "../../../worker/domain/ledger/ledger-names.ts";
import { resultOf } from "../../../worker/domain/ledger/ledger-result.ts";
import { sentenceOf } from "../../../worker/domain/ledger/ledger-sentence.ts";

const NAMES: LedgerNames = {
	staff: new Map([["z1024", { zh: "张伟", en: "Zhang Wei" }]]),
	nodes: new Map([["sh-bund", { zh: "外滩支行", en: "The Bund" }]]),
	devices: new Map([["dev1", "一号取号机"]]),
	cases: new Map([["00112233aabbcc", { businessDay: "2026-11-23", reasonCode: "large-cash" }]]),
};

function entryOf(act: string, subject: LedgerSubject, more: Partial<LedgerEntry> = {}): LedgerEntry {
	const actor = { kind: "staff", staffId: "z1024", role: "branch-head", nodeId: "sh-bund" } as const;
	const place = { chain: "sh-bund", seq: 7, hash: "h7" };
	return { entryId: "entry-0001", at: 1, actor, requestId: "request", act, subject, ...place, ...more };
}

const said = (act: string, subject: LedgerSubject) => sentenceOf(entryOf(act, subject), NAMES);

describe("the sentence of an entry", () => {
	it("[AUD-13] names people, places, devices and records instead of their ids, in both languages", () => {
		expect(said("leave", { staffId: "z1024" })).toEqual({
			zh: "为张伟（z1024）办理离职",
			en: "Record Zhang Wei (z1024) as left",
		});
		expect(said("addPerson", { staffId: "new1", roles: "open-teller@sh-bund stand-in@sh-bund" })).toEqual({
			zh: "新增人员 new1，岗位：外滩支行开放式柜员、外滩支行递补人员",
			en: "Add new1; roles: Open-counter teller at The Bund, Stand-in at The Bund",
		});
		expect(said("sign-in", { staffId: "z1024", method: "demo" })).toEqual({ zh: "登录（演示）", en: "Sign in (demo)" });
		const guessed = { method: "password", tries: "9", unknownNumbers: "5", staffIds: "z1024:3 l1:1" };
		expect(said("sign-in-refused", guessed)).toEqual({
			zh: "一分钟内登录 9 次（工号密码），其中 5 次用本行没有的工号；本行工号：张伟（z1024） 3 次、l1 1 次",
			en: "Sign in 9 times within a minute (password), 5 with numbers that nobody has; numbers of this bank: Zhang Wei (z1024): 3, l1: 1",
		});
		expect(said("revokeDevice", { branchId: "sh-bund", deviceId: "dev1" })).toEqual({
			zh: "停用外滩支行的设备“一号取号机”",
			en: "Revoke the device “一号取号机” of The Bund",
		});
		expect(
			said("showReferral", { branchId: "sh-bund", referralId: "r00112233aabbcc", fields: "name contact" }),
		).toEqual({
			zh: "查看 2026-11-23 的“大额现金”推介记录（…aabbcc）的姓名、联系方式",
			en: "Show of the referral “Large cash” of 2026-11-23 (…aabbcc): name, contact",
		});
		const caseId = "sh-bund_00112233aabbcc";
		expect(said("moveCase", { branchId: "sh-bund", caseId, step: "sign", status: "introduced" }).zh).toBe(
			"2026-11-23 的“大额现金”推介记录（…aabbcc）：签收，状态改为“已推介”",
		);
		expect(said("eraseCase", { branchId: "sh-bund", caseId: "sh-bund_ffff" }).en).toBe(
			"Erase the text of a case (…d_ffff)",
		);
		expect(whoOf(entryOf("lock", {}), NAMES)).toEqual({
			zh: "张伟（z1024） · 网点负责人 · 外滩支行",
			en: "Zhang Wei (z1024) · Branch head · The Bund",
		});
	});

	it("[AUD-13] is there for every call that is on record, and leaves no brace and no name of a part", () => {
		const audited = Object.entries<Endpoint>(ENDPOINTS).filter(([, endpoint]) => endpoint.audit !== undefined);
		expect(audited.map(([act]) => act).filter((act) => !Object.hasOwn(ACT_SENTENCES, act))).toEqual([]);
		for (const [act, sentences] of Object.entries(ACT_SENTENCES)) {
			for (const sentence of sentences) {
				const parts = [...sentence.zh.matchAll(/\{(\w+)\}/g)].map(([, part = ""]) => part);
				expect([...sentence.en.matchAll(/\{(\w+)\}/g)].map(([, part]) => part).sort()).toEqual(parts.toSorted());
				const { zh, en } = said(act, Object.fromEntries(parts.map((part) => [part, "x"])));
				expect(zh + en).not.toMatch(/[{}]/);
				expect(en).not.toMatch(/[\u4e00-\u9fff]/);
			}
		}
	});

	it("[AUD-13] of an act that this release does not know is what was written, and so is a word it does not know", () => {
		expect(said("toString", { constructor: "x" }).en).toBe("toString constructor x");
		expect(said("recognise", { branchId: "sh-far", by: "constructor" }).en).toBe(
			"Identify a customer at sh-far, by constructor",
		);
	});

	it("[AUD-13] needs the names of every id that stands in an entry", () => {
		const ids = idsIn([
			entryOf("addPerson", { staffId: "new1", roles: "guard@sh-two" }),
			entryOf("revokeDevice", { branchId: "sh-one", deviceId: "dev1" }, { actor: null }),
		]);
		expect([[...ids.staff], [...ids.nodes], [...ids.devices]]).toEqual([
			["z1024", "new1"],
			["sh-bund", "sh-two", "sh-one"],
			["dev1"],
		]);
	});
});

describe("what came of an entry", () => {
	const announced = entryOf("leave", { staffId: "z1024" });
	const followedBy = (outcome: string) => entryOf("leave", {}, { seq: 9, hash: "h9", outcome, refersTo: 7 });

	it("[AUD-12] is done only when the chain says so", () => {
		expect(resultOf(announced, followedBy("done"))).toEqual({
			state: "done",
			code: null,
			why: null,
			toldBy: { seq: 9, hash: "h9" },
		});
		expect(resultOf(announced, null)).toEqual({ state: "unknown", code: null, why: null, toldBy: null });
		expect(resultOf(entryOf("sign-in", { method: "demo" }), null).state).toBe("done");
	});

	it("[AUD-12] is refused with its reason in both languages", () => {
		const { state, code, why } = resultOf(announced, followedBy("refused:person-exists"));
		expect([state, code]).toEqual(["refused", "person-exists"]);
		expect(why?.zh).toMatch(/[\u4e00-\u9fff]/);
		expect(why?.en).not.toMatch(/[\u4e00-\u9fff]|person-exists/);
		const own = entryOf("sign-in-refused", { method: "password" }, { outcome: "refused:sign-in-failed" });
		expect(resultOf(own, null)).toMatchObject({ state: "refused", toldBy: null });
	});

	it("[AUD-12] is not known where the call broke off or the store gave no answer, also when written down as refused", () => {
		for (const outcome of ["unknown:unexpected", "unknown:not-ready", "refused:unexpected", "refused:not-ready"]) {
			expect(resultOf(announced, followedBy(outcome)).state).toBe("unknown");
		}
	});
});
