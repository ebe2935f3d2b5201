import { env } from "cloudflare:workers";
import { describe, it } from "vitest";
import type { HolderActor } from "../../../schema/actor.ts";
import type { CaseShown } from "../../../schema/customer/case.ts";
import { SHOWN_FOR_MS, SHOWS_PER_HOUR_MAX } from "../../../schema/limits.ts";
import type { Problem } from "../../../schema/problem.ts";
import { keyedHash } from "../../../worker/privacy/blind-index.ts";
import { vaultOf } from "../../../worker/privacy/vault.ts";
import { aBranch, newCommandId } from "../../branch/a-branch.ts";
import { copied, forwarded } from "../../ledger/a-ledger.ts";
import { MOBILE_SPELLINGS } from "../../schema/number-spellings.ts";
import { askRecord, caseIdOf, codeOf, recorded, rowOf } from "../a-referral.ts";
import { AUDITOR, deviceAt, staffAt } from "../callers.ts";
import type { PersonRecords, ReferralRow, ShownReferral } from "../record-words.ts";

const FULL = {
	name: "欧阳小明",
	number: { kind: "account", value: "6222021234561234" },
	contact: { kind: "phone", value: "13812345678" },
	bestContactTime: "工作日下午",
	remarks: "想了解大额存单",
} as const;
const REASON = "客户来电要求回访";

async function aHall() {
	const { branchId, ...branch } = await aBranch();
	return {
		...branch,
		branchId,
		path: `/branches/${branchId}/referrals`,
		manager: staffAt("lobby-manager", branchId, "li-na"),
		adviser: staffAt("relationship-manager", branchId, "hu-yue"),
		head: staffAt("branch-head", branchId, "zhang-wei"),
		teller: staffAt("closed-teller", branchId, "liu-yang"),
	};
}

const list = async (actor: HolderActor, path: string, query = "") =>
	(await askRecord<{ rows: ReferralRow[]; next: string | null }>(actor, "GET", `${path}?${query}`)).body;

describe("an identified-customer record", () => {
	it("[PRV-8] [PRV-6] of a name and a reason is taken, and everybody who may read it sees it masked", async ({
		expect,
	}) => {
		const { manager, teller, adviser, branchId, path } = await aHall();
		const referralId = await recorded(manager, branchId);
		const row = await rowOf(adviser, branchId, referralId);
		expect(row).toMatchObject({
			branchId,
			businessDay: "2026-11-23",
			status: "offered",
			staffId: "li-na",
			role: "lobby-manager",
			name: "李*明",
			number: null,
			contact: null,
			has: { bestContactTime: false, remarks: false, outcome: false },
			consent: { status: "not-asked", how: null, at: null },
			mayContact: false,
			incomplete: false,
			signed: null,
			version: 1,
		});
		const full = await rowOf(teller, branchId, await recorded(teller, branchId, FULL));
		expect(full).toMatchObject({
			name: "欧阳*明",
			number: { kind: "account", value: "6222********1234" },
			contact: { kind: "phone", value: "138****5678" },
			has: { bestContactTime: true, remarks: true, outcome: false },
		});
		expect((await list(manager, path)).rows.map((each) => each.referralId).sort()).toEqual(
			[referralId, full.referralId].sort(),
		);
		expect(codeOf(await askRecord(deviceAt("kiosk", branchId), "GET", path))).toBe("not-permitted");
	});

	it("[PRV-20] is seen by whom it concerns; to everybody else it is as if there were none", async ({ expect }) => {
		const { manager, teller, adviser, head, branchId, path } = await aHall();
		const other = staffAt("relationship-manager", branchId, "xu-na");
		const id = await recorded(manager, branchId, { ...FULL, identifiedBy: "liu-yang", managerId: "hu-yue" });
		const own = await recorded(teller, branchId);
		const listed = async (actor: HolderActor) => (await list(actor, path)).rows.map((row) => row.referralId).sort();
		for (const actor of [manager, head, teller, adviser]) {
			expect((await rowOf(actor, branchId, id)).managerId).toBe("hu-yue");
			expect(await listed(actor)).toEqual([id, own].sort());
		}
		// Nobody is assigned to the teller's own one: every manager may take it.
		expect(await listed(other)).toEqual([own]);
		expect(await listed(staffAt("closed-teller", branchId, "chen-jing"))).toEqual([]);
		expect(codeOf(await askRecord(AUDITOR, "GET", `${path}/${id}`))).toBe("unknown-case");
		const show = { body: { fields: ["name"], reason: REASON } };
		const change = { body: { status: "introduced" }, version: 1 };
		const tried = [
			await askRecord(other, "GET", `${path}/${id}`),
			await askRecord(other, "POST", `${path}/${id}/shown`, show),
			await askRecord(other, "PUT", `${path}/${id}`, change),
			await askRecord(other, "POST", `${path}/${id}/signature`, change),
			await askRecord(other, "PUT", `${path}/${id}/outcome`, { body: { accounts: [], sold: [] }, version: 1 }),
		];
		expect(tried.map(codeOf)).toEqual(tried.map(() => "unknown-case"));
		const search = { body: { by: "account", value: FULL.number.value, reason: REASON } };
		const found = async (actor: HolderActor) =>
			(await askRecord<{ rows: ReferralRow[] }>(actor, "POST", `${path}/search`, search)).body.rows.length;
		expect([await found(other), await found(adviser), await found(head)]).toEqual([0, 1, 1]);
	});

	it("[PRV-21] is among the own tasks of its manager, masked, and of nobody else", async ({ expect }) => {
		const { branchId, manager, adviser } = await aHall();
		const tasks = (actor: typeof manager) =>
			askRecord<{ rows: CaseShown[] }>(actor, "GET", `/branches/${branchId}/cases?kind=referral&mine=true`);
		const id = await recorded(manager, branchId, { managerId: "hu-yue" });
		const { rows } = (await tasks(adviser)).body;
		expect(rows).toMatchObject([{ caseId: caseIdOf(branchId, id), fields: { name: "李*明" }, stage: "offered" }]);
		expect(JSON.stringify(rows)).not.toContain("李小明");
		expect((await tasks(manager)).body.rows).toEqual([]);
	});

	it("[PRV-20] is signed by a head in place of its manager, with a reason that stands in it and on record", async ({
		expect,
	}) => {
		const { manager, head, branchId, path } = await aHall();
		const id = await recorded(manager, branchId, { managerId: "hu-yue" });
		const sign = (body: object) =>
			askRecord<ReferralRow>(head, "POST", `${path}/${id}/signature`, { body, version: 1 });
		expect(codeOf(await sign({ status: "introduced" }))).toBe("wrong-for-step");
		const signed = await sign({ status: "introduced", reason: "胡悦请假" });
		expect(signed.body).toMatchObject({ managerId: "hu-yue", signed: { by: "zhang-wei", status: "introduced" } });
		const kept = await askRecord<CaseShown>(head, "GET", `/branches/${branchId}/cases/${caseIdOf(branchId, id)}`);
		expect(kept.body).toMatchObject({ kind: "referral", texts: { "why.2": "胡悦请假" } });
		await forwarded(branchId);
		const entries = (await copied(branchId)).filter(({ body }) => body.includes('"moveCase"'));
		expect(entries.some(({ body }) => body.includes("胡悦请假"))).toBe(true);
	});

	it("[PRV-20] handed to another manager is then the other's, and no longer for whoever handed it over", async ({
		expect,
	}) => {
		const { manager, adviser, branchId, path } = await aHall();
		const id = await recorded(manager, branchId, { managerId: "hu-yue" });
		const change = { body: { managerId: "xu-na" }, version: 1 };
		const handed = await askRecord<ReferralRow>(adviser, "PUT", `${path}/${id}`, change);
		expect(handed.body).toMatchObject({ version: 2 });
		expect(codeOf(await askRecord(adviser, "GET", `${path}/${id}`))).toBe("unknown-case");
		expect((await rowOf(staffAt("relationship-manager", branchId, "xu-na"), branchId, id)).version).toBe(2);
	});

	it("[PRV-8] with a reason code that is none, or nobody's name, is refused", async ({ expect }) => {
		const { manager, path } = await aHall();
		const send = (body: object) => askRecord(manager, "POST", path, { body, commandId: newCommandId() });
		expect(codeOf(await send({ name: "李明", reasonCode: "luxury-car" }))).toBe("unknown-reason-code");
		expect(codeOf(await send({ reasonCode: "appearance" }))).toBe("reference-needed");
		expect(codeOf(await send({ name: "李明", reasonCode: "appearance", link: "x" }))).toBe("invalid-input");
		expect(codeOf(await send({ customerReference: "C-20481234", reasonCode: "appearance" }))).toBe("done");
	});

	it("[PRV-8] is listed by day, status, signature, what it lacks, whose it is, and by pages", async ({ expect }) => {
		const { manager, teller, adviser, branchId, path } = await aHall();
		const offered = await recorded(manager, branchId);
		const lacking = await recorded(teller, branchId, { status: "to_follow_up", managerId: "hu-yue" });
		const complete = await recorded(teller, branchId, { status: "to_follow_up", contact: FULL.contact });
		await askRecord(adviser, "POST", `${path}/${complete}/signature`, { body: { status: "to_follow_up" }, version: 1 });
		const ids = async (query: string, actor = manager) =>
			(await list(actor, path, query)).rows.map((row) => row.referralId).sort();
		expect(await ids("incomplete=true")).toEqual([lacking]);
		expect(await ids("status=offered")).toEqual([offered]);
		expect(await ids("unsigned=true")).toEqual([offered, lacking].sort());
		expect(await ids("mine=true", adviser)).toEqual([lacking, complete].sort());
		expect(await ids("from=2026-11-24")).toEqual([]);
		expect(await ids("from=2026-11-23&to=2026-11-23")).toHaveLength(3);
		const seen: string[] = [];
		for (let cursor: string | null = ""; cursor !== null; ) {
			const page = await list(manager, path, `limit=2${cursor === "" ? "" : `&cursor=${cursor}`}`);
			seen.push(...page.rows.map((row) => row.referralId));
			cursor = page.next;
		}
		expect(seen.sort()).toEqual([offered, lacking, complete].sort());
	});
});

describe("personal values in full", () => {
	it("[PRV-7] are shown field by field, with a reason, written down first, and say when to hide again", async ({
		expect,
	}) => {
		const { manager, branchId, path } = await aHall();
		const referralId = await recorded(manager, branchId, FULL);
		const show = (body: object) => askRecord<ShownReferral>(manager, "POST", `${path}/${referralId}/shown`, { body });
		const before = Date.now();
		const shown = await show({ fields: ["name", "contact", "outcome"], reason: REASON });
		expect(shown.body.values).toEqual({ name: FULL.name, contact: FULL.contact, outcome: null });
		expect(shown.body.hideAt - before).toBeGreaterThanOrEqual(SHOWN_FOR_MS);
		expect(shown.body.hideAt - Date.now()).toBeLessThanOrEqual(SHOWN_FOR_MS);
		const rest = await show({ fields: ["number", "bestContactTime", "remarks"], reason: REASON });
		const { name: _, contact: __, ...others } = FULL;
		expect(rest.body.values).toEqual(others);
		expect(codeOf(await show({ fields: ["name"] }))).toBe("invalid-input");
		expect(codeOf(await show({ fields: [], reason: REASON }))).toBe("invalid-input");
		await forwarded(branchId);
		const written = (await copied(branchId)).filter((entry) => entry.body.includes('"showCase"'));
		expect(written.filter(({ body }) => !body.includes('"refersTo"'))).toHaveLength(2);
		for (const { body } of written) {
			expect(JSON.parse(body)).toMatchObject({
				reason: REASON,
				subject: { branchId, caseId: caseIdOf(branchId, referralId) },
			});
			expect(body).not.toContain(FULL.name);
		}
	});

	it("[PRV-7] are for the roles that need them, and for each of them only so often an hour", async ({ expect }) => {
		const { manager, teller, branchId, path } = await aHall();
		const referralId = await recorded(teller, branchId, FULL);
		const body = { fields: ["name"], reason: REASON };
		const show = (actor: HolderActor) => askRecord(actor, "POST", `${path}/${referralId}/shown`, { body });
		expect(codeOf(await show(teller))).toBe("not-permitted");
		expect(codeOf(await show(staffAt("lobby-manager", "bj-elsewhere")))).toBe("wrong-place");
		const own = staffAt("lobby-manager", branchId, `busy-${branchId.slice(-6)}`);
		const hour = Math.floor(Date.now() / 3_600_000);
		await env.DB.batch(
			[hour, hour + 1].map((at) =>
				env.DB.prepare("INSERT INTO disclosures VALUES (?, ?, 'show', ?)").bind(
					at,
					own.kind === "staff" ? own.staffId : "",
					SHOWS_PER_HOUR_MAX - 1,
				),
			),
		);
		expect(codeOf(await show(own))).toBe("done");
		expect(codeOf(await show(own))).toBe("too-many-shows");
		expect(codeOf(await show(manager))).toBe("done");
	});
});

describe("a record's changes", () => {
	it("[PRV-9] hold only for the version that was read, whatever the number of writers", async ({ expect }) => {
		const { manager, head, branchId, path } = await aHall();
		const referralId = await recorded(manager, branchId);
		const change = (body: object, version: number, actor = manager) =>
			askRecord<ReferralRow>(actor, "PUT", `${path}/${referralId}`, { body, version });
		const both = await Promise.all([
			change({ contact: FULL.contact }, 1),
			change({ contact: { kind: "phone", value: "13900001111" } }, 1, head),
		]);
		expect(both.map(codeOf).sort()).toEqual(["changed-since-read", "done"]);
		const now = await rowOf(manager, branchId, referralId);
		expect(now.version).toBe(2);
		const next = await change({ status: "to_follow_up", contact: null, remarks: "改约周五", managerId: "hu-yue" }, 2);
		expect(next.body).toMatchObject({
			version: 3,
			status: "to_follow_up",
			contact: null,
			incomplete: true,
			managerId: "hu-yue",
			has: { remarks: true },
			name: "李*明",
		});
		expect(codeOf(await change({ reasonCode: "nothing" }, 3))).toBe("unknown-reason-code");
		expect((await change({}, 7)).status).toBe(412);
		expect(codeOf(await askRecord(manager, "PUT", `${path}/r${"0".repeat(24)}`, { body: {}, version: 1 }))).toBe(
			"unknown-case",
		);
	});

	it("[PRV-13] keep consent and objection with their time; only consent without objection allows contact", async ({
		expect,
	}) => {
		const { manager, branchId, path } = await aHall();
		const referralId = await recorded(manager, branchId, { ...FULL, consent: { status: "given", how: "spoken" } });
		const first = await rowOf(manager, branchId, referralId);
		expect(first).toMatchObject({ consent: { status: "given", how: "spoken" }, mayContact: true });
		expect(Math.abs((first.consent.at ?? 0) - Date.now())).toBeLessThan(60_000);
		const change = async (body: object, version: number) =>
			(await askRecord<ReferralRow>(manager, "PUT", `${path}/${referralId}`, { body, version })).body;
		const objected = await change({ objection: true }, 1);
		expect(objected).toMatchObject({ mayContact: false, consent: { status: "given" } });
		expect(objected.objectedAt).not.toBeNull();
		expect(await change({ objection: false }, 2)).toMatchObject({ mayContact: true, objectedAt: null });
		expect(await change({ consent: { status: "refused" } }, 3)).toMatchObject({ mayContact: false });
	});

	it("[PRV-9] a relationship manager confirms once and adds what came of it", async ({ expect }) => {
		const { manager, adviser, branchId, path } = await aHall();
		const referralId = await recorded(manager, branchId, FULL);
		const sign = (actor: HolderActor, version: number) =>
			askRecord<ReferralRow>(actor, "POST", `${path}/${referralId}/signature`, {
				body: { status: "introduced" },
				version,
			});
		expect(codeOf(await sign(manager, 1))).toBe("not-permitted");
		const signed = await sign(adviser, 1);
		expect(signed.body).toMatchObject({
			status: "introduced",
			managerId: "hu-yue",
			signed: { by: "hu-yue", status: "introduced" },
		});
		expect(codeOf(await sign(adviser, 2))).toBe("already-signed");
		const body = {
			accounts: [{ kind: "理财金账户", number: "6222025555667788" }],
			sold: [{ product: "三年期大额存单", amountFen: 30_000_000 }],
		};
		const outcome = await askRecord<ReferralRow>(adviser, "PUT", `${path}/${referralId}/outcome`, { body, version: 2 });
		expect(outcome.body).toMatchObject({ version: 3, has: { outcome: true } });
		const shown = await askRecord<ShownReferral>(adviser, "POST", `${path}/${referralId}/shown`, {
			body: { fields: ["outcome"], reason: REASON },
		});
		expect(shown.body.values.outcome).toEqual(body);
	});

	it("[PRV-19] an outcome says where the record stands, and the lists follow", async ({ expect }) => {
		const { manager, adviser, branchId, path } = await aHall();
		const sold = [{ product: "三年期大额存单", amountFen: 30_000_000 }];
		const outcome = (id: string, body: object, version: number) =>
			askRecord<ReferralRow>(adviser, "PUT", `${path}/${id}/outcome`, { body, version });
		const ids = async (query: string) => (await list(adviser, path, query)).rows.map((row) => row.referralId);
		const one = await recorded(manager, branchId, { status: "to_follow_up" });
		const none = await recorded(manager, branchId, { status: "to_follow_up" });
		expect(await ids("incomplete=true")).toHaveLength(2);

		const done = await outcome(one, { accounts: [], sold }, 1);
		expect(done.body).toMatchObject({
			status: "concluded",
			incomplete: false,
			managerId: "hu-yue",
			signed: { by: "hu-yue", status: "concluded" },
			has: { outcome: true },
		});
		const nothing = { status: "not_interested", accounts: [], sold: [] };
		const over = await outcome(none, nothing, 1);
		expect(over.body).toMatchObject({ status: "not_interested", incomplete: false, has: { outcome: false } });
		expect(over.body.outcomeAt).not.toBeNull();
		expect(await ids("status=to_follow_up")).toEqual([]);
		expect(await ids("incomplete=true")).toEqual([]);
		expect(await ids("unsigned=true")).toEqual([]);
		expect(await ids("status=concluded")).toEqual([one]);
		expect(await ids("status=not_interested")).toEqual([none]);

		const both = await askRecord<Problem>(adviser, "PUT", `${path}/${one}/outcome`, {
			body: { ...nothing, sold },
			version: 2,
		});
		expect(both.body).toMatchObject({ code: "wrong-for-step", detail: "stage" });
		expect(codeOf(await outcome(one, { ...nothing, status: "concluded" }, 2))).toBe("wrong-for-step");
		expect(
			codeOf(await askRecord(manager, "PUT", `${path}/${one}`, { body: { status: "concluded" }, version: 2 })),
		).toBe("wrong-for-step");
		const later = await outcome(one, { status: "to_follow_up", accounts: [], sold }, 2);
		expect(later.body).toMatchObject({ status: "to_follow_up", has: { outcome: true }, version: 3 });
		const again = await askRecord<ReferralRow>(manager, "PUT", `${path}/${none}`, {
			body: { status: "to_follow_up" },
			version: 2,
		});
		expect(again.body).toMatchObject({ status: "to_follow_up", version: 3 });
	});

	it("[PRV-10] in reference only mode bring in no name, contact or number either", async ({ expect }) => {
		const { branchId } = await aBranch(undefined, (configuration) => ({ ...configuration, referenceOnly: true }));
		const path = `/branches/${branchId}/referrals`;
		const manager = staffAt("lobby-manager", branchId, "li-na");
		const adviser = staffAt("relationship-manager", branchId, "hu-yue");
		const body = { ...FULL, reasonCode: "large-cash" };
		expect(codeOf(await askRecord(manager, "POST", path, { body, commandId: newCommandId() }))).toBe("reference-only");
		const answer = await askRecord<{ referralId: string }>(manager, "POST", path, {
			body: { customerReference: "C-20481234", reasonCode: "large-cash", status: "to_follow_up" },
			commandId: newCommandId(),
		});
		const { referralId } = answer.body;
		await expect.poll(async () => (await askRecord(manager, "GET", `${path}/${referralId}`)).status).toBe(200);
		expect(await rowOf(manager, branchId, referralId)).toMatchObject({ name: null, incomplete: false });
		for (const [field, value] of Object.entries({ name: FULL.name, number: FULL.number, contact: FULL.contact })) {
			const changed = await askRecord(manager, "PUT", `${path}/${referralId}`, {
				body: { [field]: value },
				version: 1,
			});
			expect(codeOf(changed)).toBe("reference-only");
		}
		const dropped = await askRecord(manager, "PUT", `${path}/${referralId}`, {
			body: { customerReference: null },
			version: 1,
		});
		expect(codeOf(dropped)).toBe("reference-needed");
		const outcome = { accounts: [{ kind: "理财金账户", number: "6222025555667788" }], sold: [] };
		const refused = await askRecord(adviser, "PUT", `${path}/${referralId}/outcome`, { body: outcome, version: 1 });
		expect(codeOf(refused)).toBe("reference-only");
	});
});

describe("one person's data", () => {
	it("[PRV-5] is found by number, phone or reference, never beyond the branch, and masked", async ({ expect }) => {
		const { manager, branchId, path } = await aHall();
		const sister = await aHall();
		const one = await recorded(manager, branchId, { ...FULL, customerReference: "C-70000001" });
		const two = await recorded(manager, branchId, { contact: FULL.contact });
		await recorded(sister.manager, sister.branchId, FULL);
		const search = async (by: string, value: string) => {
			const answer = await askRecord<{ rows: ReferralRow[] }>(manager, "POST", `${path}/search`, {
				body: { by, value, reason: REASON },
			});
			expect(answer.text).not.toContain(FULL.contact.value);
			return answer.body.rows.map((row) => row.referralId).sort();
		};
		expect(await search("phone", "138 1234 5678")).toEqual([one, two].sort());
		expect(await search("account", FULL.number.value)).toEqual([one]);
		expect(await search("id-number", FULL.number.value)).toEqual([]);
		expect(await search("reference", "C-70000001")).toEqual([one]);
		const byName = await askRecord(manager, "POST", `${path}/search`, {
			body: { by: "name", value: FULL.name, reason: REASON },
		});
		expect(codeOf(byName)).toBe("invalid-input");
	});

	it("[PRV-5] is found and exported however its number is written, and was stored", async ({ expect }) => {
		const { manager, head, branchId, path } = await aHall();
		const found = async (by: string, value: string) => {
			const body = { by, value, reason: REASON };
			const answer = await askRecord<{ rows: ReferralRow[] }>(manager, "POST", `${path}/search`, { body });
			return answer.body.rows.map((row) => row.referralId);
		};
		const one = await recorded(manager, branchId, { contact: { kind: "phone", value: "13812345678" } });
		for (const value of MOBILE_SPELLINGS) expect(await found("phone", value), value).toEqual([one]);
		const desk = await recorded(manager, branchId, {
			contact: { kind: "phone", value: "+86 10 6505 1234 转 801" },
			number: { kind: "id-number", value: "99000019900307001Х" },
			customerReference: "C-7000-0002",
		});
		expect(await found("phone", "010-65051234-801")).toEqual([desk]);
		expect(await found("phone", "010-65051234")).toEqual([]);
		expect(await found("id-number", "990000 19900307 001×")).toEqual([desk]);
		for (const value of ["C-7000-0002", "c70000002", "Ｃ−７０００−０００２"]) {
			expect(await found("reference", value), value).toEqual([desk]);
		}
		const body = { by: "phone", value: "tel:+86-10-6505-1234;ext=801", reason: "客户要求提供其个人信息" };
		const whole = await askRecord<PersonRecords>(head, "POST", `/nodes/${branchId}/personal-data/export`, { body });
		expect(whole.body.referrals.map(({ record }) => record.referralId)).toEqual([desk]);
		const vault = await vaultOf(env);
		if (vault === null) throw new Error("there are no keys");
		const former = await keyedHash(vault, "index:phone", "8613812345678");
		await env.DB.prepare("UPDATE cases SET body = json_set(body, '$.indexes.contact', ?) WHERE case_id = ?")
			.bind(former, caseIdOf(branchId, one))
			.run();
		expect(await found("phone", "138 1234 5678")).toEqual([one]);
	});

	it("[PRV-17] is taken with an ID number whose check digit or date is wrong, and shown as it was typed", async ({
		expect,
	}) => {
		const { manager, head, branchId, path } = await aHall();
		const value = "110105194913310021";
		const id = await recorded(manager, branchId, { number: { kind: "id-number", value } });
		const body = { fields: ["number"], reason: REASON };
		const shown = await askRecord<ShownReferral>(head, "POST", `${path}/${id}/shown`, { body });
		expect(shown.body.values.number).toEqual({ kind: "id-number", value });
	});

	it("[PRV-15] is exported in full over a part of the bank, to whoever may", async ({ expect }) => {
		const one = await aHall();
		const two = await aHall();
		const phone = { kind: "phone", value: "13812340000" } as const;
		await recorded(one.manager, one.branchId, { ...FULL, contact: phone });
		await recorded(two.manager, two.branchId, { name: "欧阳小明", contact: phone });
		const body = { by: "phone", value: phone.value, reason: "客户要求提供其个人信息" };
		const region: HolderActor = {
			kind: "staff",
			role: "retail-department",
			staffId: "retail",
			place: { kind: "region", region: "sh" },
		};
		const ask1 = (actor: HolderActor, nodeId: string) =>
			askRecord<PersonRecords>(actor, "POST", `/nodes/${nodeId}/personal-data/export`, { body });
		const whole = await ask1(region, "sh");
		expect(whole.body.referrals).toHaveLength(2);
		expect(whole.body.cut).toBe(false);
		expect(whole.body.referrals.map((each) => each.values.name)).toEqual([FULL.name, FULL.name]);
		const own = await ask1(one.head, one.branchId);
		expect(own.body.referrals).toHaveLength(1);
		expect(own.body.referrals[0]?.values).toMatchObject({ ...FULL, contact: phone, outcome: null });
		expect(codeOf(await ask1(one.head, two.branchId))).toBe("wrong-place");
		expect(codeOf(await ask1(one.manager, one.branchId))).toBe("not-permitted");
	});

	it("[PRV-4] is gone once erased for a reason, for every way of looking, and its count stays", async ({ expect }) => {
		const { manager, head, branchId, path } = await aHall();
		const referralId = await recorded(manager, branchId, { ...FULL, customerReference: "C-70000002" });
		const erase = (actor: typeof head, wish: object = { reason: REASON }) =>
			askRecord(actor, "POST", `${path}/${referralId}/erasure`, { body: wish });
		expect(codeOf(await erase(manager))).toBe("not-permitted");
		for (const reason of [undefined, "", " ", "x", 7])
			expect(codeOf(await erase(head, { reason }))).toBe("invalid-input");
		expect(codeOf(await askRecord(head, "DELETE", `${path}/${referralId}`))).toBe("method-not-allowed");
		expect((await rowOf(manager, branchId, referralId)).erasedAt).toBeNull();
		expect(codeOf(await erase(head))).toBe("done");
		expect(codeOf(await erase(head))).toBe("done");
		const row = await rowOf(manager, branchId, referralId);
		expect(row).toMatchObject({
			status: "offered",
			name: null,
			number: null,
			contact: null,
			customerReference: null,
			incomplete: false,
		});
		expect(row.erasedAt).not.toBeNull();
		const body = { fields: ["name"], reason: REASON };
		expect(codeOf(await askRecord(manager, "POST", `${path}/${referralId}/shown`, { body }))).toBe("case-erased");
		const change = await askRecord(manager, "PUT", `${path}/${referralId}`, {
			body: { name: "李明" },
			version: row.version,
		});
		expect(codeOf(change)).toBe("case-erased");
		const found = await askRecord<{ rows: ReferralRow[] }>(manager, "POST", `${path}/search`, {
			body: { by: "account", value: FULL.number.value, reason: REASON },
		});
		expect(found.body.rows).toEqual([]);
		const key = await env.DB.prepare("SELECT * FROM data_keys WHERE key_id = ?")
			.bind(`referral:${branchId}:${referralId}`)
			.first();
		expect(key).toMatchObject({ wrapped: null, wrapping_key_id: null });
	});
});
