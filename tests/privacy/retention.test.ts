import { createExecutionContext, createScheduledController, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, it } from "vitest";
import worker from "../../worker/index.ts";
import { newDataKey, RETENTION, unwrap } from "../../worker/privacy/data-key.ts";
import { openText, sealText } from "../../worker/privacy/envelope.ts";
import { retentionRun } from "../../worker/privacy/retention.ts";
import { rememberDataKey } from "../../worker/records/case/data-key.ts";
import { countDisclosure } from "../../worker/records/case/disclosure.ts";
import { memoryOf } from "../../worker/records/memory.ts";
import { found, hallOf, inFull, inMemory, shown } from "../api/a-case.ts";
import { ask, codeOf, recorded } from "../api/a-referral.ts";
import { AUDITOR } from "../api/callers.ts";
import { aBranch, DAY_MS, MONDAY, staff } from "../branch/a-branch.ts";
import { sentUpTo } from "../branch/storage.ts";
import { aVault } from "./a-vault.ts";

const memory = () => memoryOf(env.DB);
const NUMBER = { kind: "id-number", value: "990000199003070018" };
const CONTACT = { kind: "phone", value: "13812345678" };
const REFERENCE = "C-70000003";

describe("when the time of personal data is over", () => {
	it("[PRV-3] nothing of a record opens any more; facts, counts and chain still verify", async ({ expect }) => {
		const { branchId, done, setTime } = await aBranch();
		const { manager, path } = hallOf(branchId);
		const ticket = { type: "issue-ticket", services: ["cash"] } as const;
		await done(staff(branchId, "lobby-manager"), ticket);
		const personal = { fields: { number: NUMBER, contact: CONTACT }, ties: { customerReference: REFERENCE } };
		const caseId = await recorded(manager, branchId, personal);
		const one = `${path}/${caseId}`;
		const { seq } = await done(staff(branchId, "lobby-manager"), { type: "close-day" });
		await sentUpTo(branchId, seq);
		const kept = await inMemory(branchId, caseId);
		const expiresAt = Date.now() + RETENTION.referral.keptMs;
		await retentionRun(memory(), expiresAt - DAY_MS);
		expect(await shown(manager, one)).toMatchObject({ fields: { name: "李*明" }, erasedAt: null });

		expect(await retentionRun(memory(), expiresAt + DAY_MS)).toBeGreaterThan(0);
		// The branch, which has the key of what is open, destroys it at the same time.
		await setTime(expiresAt + DAY_MS);
		const row = await shown(manager, one);
		expect([row.fields, row.ties, row.stage]).toEqual([{}, {}, "offered"]);
		expect(codeOf(await inFull(manager, one, ["name"]))).toBe("case-erased");
		for (const [by, value] of [
			["phone", CONTACT.value],
			["id-number", NUMBER.value],
			["reference", REFERENCE],
		] as const) {
			expect(await found(manager, path, by, value)).toEqual([]);
		}
		// Whoever kept a copy of the sealed values, of any time, is left without a key.
		const after = await inMemory(branchId, caseId);
		expect(kept?.key).not.toBeNull();
		expect(after?.key).toBeNull();
		const report = await ask(AUDITOR, "GET", `/branches/${branchId}/reports/${MONDAY}/verification`);
		expect(report.body).toMatchObject({ identical: true, brokenAt: null, stored: true });
	});

	it("[PRV-3] each class goes at its own time, a destroyed key never comes back, and a run ends", async ({
		expect,
	}) => {
		const vault = await aVault();
		const now = Date.UTC(2040, 0, 1);
		const subject = crypto.randomUUID();
		const visit = await newDataKey(vault, { retention: "visit", branchId: "sh-one", subject }, now);
		const record = await newDataKey(vault, { retention: "referral", branchId: "sh-one", subject }, now);
		const place = { branchId: "sh-one", table: "visits", column: "note", row: subject };
		const sealed = await sealText(visit.key, place, "李小明");
		for (const { stored } of [visit, record]) await rememberDataKey(memory(), stored);
		const left = async () =>
			(
				await env.DB.prepare("SELECT retention FROM data_keys WHERE key_id LIKE ? AND wrapped IS NOT NULL ORDER BY 1")
					.bind(`%${subject}`)
					.all<{ retention: string }>()
			).results.map(({ retention }) => retention);
		await retentionRun(memory(), now + 35 * DAY_MS - 1);
		expect(await left()).toEqual(["referral", "visit"]);
		await retentionRun(memory(), now + 35 * DAY_MS);
		expect(await left()).toEqual(["referral"]);
		await rememberDataKey(memory(), visit.stored);
		expect(await left()).toEqual(["referral"]);
		expect(await retentionRun(memory(), now + 35 * DAY_MS)).toBe(0);
		// Until somebody has lost the wrapped key, it opens: destroying it is what counts.
		expect(await openText(await unwrap(vault, visit.stored), place, sealed)).toBe("李小明");
	});

	it("[PRV-3] more than one transaction's worth goes in one run", async ({ expect }) => {
		const at = Date.UTC(2050, 0, 1);
		const keys = Array.from({ length: 1_100 }, (_, index) =>
			env.DB.prepare(
				"INSERT INTO data_keys (key_id, retention, branch_id, wrapping_key_id, wrapped, created_at, expires_at) VALUES (?, 'visit', 'sh-many', 'one', 'x', 0, ?)",
			).bind(`visit:sh-many:${index}`, at),
		);
		await env.DB.batch(keys);
		await retentionRun(memory(), at - 1);
		expect(await retentionRun(memory(), at)).toBe(1_100);
	});

	it("[PRV-3] [PRV-7] every night by itself; the counts of past hours are forgotten", async ({ expect }) => {
		const at = Date.UTC(2060, 0, 1);
		await env.DB.prepare(
			"INSERT INTO data_keys (key_id, retention, branch_id, wrapping_key_id, wrapped, created_at, expires_at) VALUES ('visit:sh-night:1', 'visit', 'sh-night', 'one', 'x', 0, ?)",
		)
			.bind(at - 1)
			.run();
		await countDisclosure(memory(), { staffId: "somebody", kind: "show", max: 5 }, at - DAY_MS);
		const controller = createScheduledController({ scheduledTime: new Date(at), cron: "17 19 * * *" });
		const context = createExecutionContext();
		await worker.scheduled(controller, env);
		await waitOnExecutionContext(context);
		expect(await env.DB.prepare("SELECT wrapped FROM data_keys WHERE key_id = 'visit:sh-night:1'").first()).toEqual({
			wrapped: null,
		});
		expect(await env.DB.prepare("SELECT * FROM disclosures WHERE staff_id = 'somebody'").first()).toBeNull();
	});
});
