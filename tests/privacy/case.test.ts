import { env } from "cloudflare:workers";
import { afterEach, describe, it } from "vitest";
import type { CaseShown, StoredCase } from "../../schema/customer/case.ts";
import { unwrap } from "../../worker/privacy/data-key.ts";
import { openText } from "../../worker/privacy/envelope.ts";
import { retentionRun } from "../../worker/privacy/retention.ts";
import { rememberCase } from "../../worker/records/case/case.ts";
import { memoryOf } from "../../worker/records/memory.ts";
import { aHall, inMemory, known, opened, shown, stepped, WHAT } from "../api/a-case.ts";
import { ask, codeOf } from "../api/a-referral.ts";
import { OPERATOR } from "../api/callers.ts";
import { DAY_MS, eventually } from "../branch/a-branch.ts";
import { nextTry } from "../branch/bank-memory.ts";
import { breakMemory } from "../branch/failing-memory.ts";
import { setMemoryBack, takeMemory } from "../branch/set-back.ts";
import { dumpOf } from "../branch/storage.ts";
import { aVault, ringWith } from "./a-vault.ts";

type Hall = Awaited<ReturnType<typeof aHall>>;
const CUSTOMER = "李小明 13812345678";
const CRAWL = 1e-3;
const memory = () => memoryOf(env.DB);
let mend = () => {};
afterEach(() => mend());

async function withCustomer(hall: Hall) {
	await hall.setTime(Date.UTC(2026, 10, 23, 2), CRAWL);
	const { body } = await opened(hall.teller, hall.path, { texts: { what: WHAT, customer: CUSTOMER } });
	return { ...body, at: `${hall.path}/${body.caseId}` };
}
const erase = (hall: Hall, at: string) => ask(hall.head, "POST", `${at}/erasure`, { body: { reason: "客户要求" } });

/** Whether the living key of a case is anywhere: in the branch's tables, or in D1. */
async function keysLeft(hall: Hall, caseId: string): Promise<string[]> {
	const rows = (await dumpOf(hall.branchId)).cases ?? [];
	const here = rows.filter((row) => row.case_id === caseId && String(row.body).includes('"wrapped"'));
	const there = await env.DB.prepare("SELECT key_id FROM data_keys WHERE key_id LIKE ? AND wrapped IS NOT NULL")
		.bind(`%${caseId}`)
		.all<{ key_id: string }>();
	const texts = (await inMemory(hall.branchId, caseId))?.texts ?? {};
	return [
		...here.map(() => "branch"),
		...there.results.map(() => "D1"),
		...Object.keys(texts).map((text) => `D1 ${text}`),
	];
}

describe("erasing a case", () => {
	it("[CASE-8] ends one that is open, and leaves nothing that opens: here, in D1, or in what was on its way", async ({
		expect,
	}) => {
		const hall = await aHall();
		const { caseId, at, version } = await withCustomer(hall);
		await known(hall.branchId, { caseId, version });
		const late = await hall.stub().caseOf(caseId);
		expect((await erase(hall, at)).status).toBe(200);
		const gone = await shown(hall.head, at);
		expect([gone.stage, gone.texts, gone.personal, gone.version]).toEqual(["dropped", {}, [], 2]);
		await known(hall.branchId, { caseId, version: 2 });
		// What was sent before comes late, and twice.
		for (let times = 0; times < 2; times++) await rememberCase(memory(), late as StoredCase, 1);
		expect(await keysLeft(hall, caseId)).toEqual([]);
		expect((await inMemory(hall.branchId, caseId))?.erasedAt).toBeGreaterThan(0);
		expect(codeOf(await stepped(hall.head, at, 2, { step: "solve", texts: { result: "好了" } }))).not.toBe("done");
		expect(
			codeOf(await ask(hall.head, "POST", `${at}/shown`, { body: { texts: ["customer.1"], reason: "核对" } })),
		).toBe("case-erased");
		expect(codeOf(await erase(hall, at))).toBe("done");
		expect(codeOf(await erase(hall, `${hall.path}/${hall.branchId}_${"0".repeat(24)}`))).toBe("unknown-case");
		expect(codeOf(await ask(hall.teller, "POST", `${at}/erasure`, { body: { reason: "不行" } }))).toBe("not-permitted");
	});

	it("[CASE-8] while D1 is away takes hold in the branch at once, and in D1 as soon as it answers", async ({
		expect,
	}) => {
		const hall = await aHall();
		const first = await withCustomer(hall);
		await known(hall.branchId, first);
		mend = breakMemory("rejects");
		const unheard = await withCustomer(hall);
		for (const { at } of [first, unheard]) expect(codeOf(await erase(hall, at))).toBe("not-ready");
		await hall.evict();
		for (const { caseId } of [first, unheard]) {
			const here = await hall.stub().caseOf(caseId);
			expect([here?.key, here?.texts, here?.stage]).toEqual([null, {}, "dropped"]);
		}
		mend();
		await nextTry(hall);
		for (const { caseId } of [first, unheard]) {
			await known(hall.branchId, { caseId, version: 2 });
			expect(await keysLeft(hall, caseId)).toEqual([]);
		}
	});

	it("[CASE-8] [CASE-9] of one that is over reaches its copy too: a database set back does not bring it back", async ({
		expect,
	}) => {
		const hall = await aHall();
		const { caseId, at } = await withCustomer(hall);
		const { body: over } = await stepped(hall.head, at, 1, { step: "solve", texts: { result: "好了" } });
		await known(hall.branchId, over);
		await eventually("it to have left", async () => (await hall.stub().caseOf(caseId)) === null);
		const before = await takeMemory();
		expect(codeOf(await erase(hall, at))).toBe("done");
		await eventually("nothing to open", async () => (await keysLeft(hall, caseId)).length === 0);
		await setMemoryBack(before);
		expect(await keysLeft(hall, caseId)).not.toEqual([]);
		await hall.stub().sendAgain();
		await eventually("nothing to open", async () => (await keysLeft(hall, caseId)).length === 0);
		const gone = await shown(hall.head, at);
		expect([gone.stage, gone.texts, gone.version]).toEqual(["solved", {}, 2]);
	});
});

describe("when the time of a case's texts is over", () => {
	it("[CASE-8] [PRV-3] nothing of it opens any more, also of one still open; its facts stay", async ({ expect }) => {
		const hall = await aHall();
		const { caseId, at } = await withCustomer(hall);
		const { body: open } = await opened(hall.teller, hall.path);
		const { body: over } = await stepped(hall.head, at, 1, { step: "solve", texts: { result: "好了" } });
		for (const each of [over, open]) await known(hall.branchId, each);
		const expiresAt = (await inMemory(hall.branchId, caseId))?.key?.expiresAt ?? 0;
		await retentionRun(memory(), expiresAt - DAY_MS);
		expect(await shown(hall.head, at)).toMatchObject({ texts: { "result.2": "好了" } });
		expect(await retentionRun(memory(), expiresAt + DAY_MS)).toBeGreaterThanOrEqual(2);
		const there = await inMemory(hall.branchId, caseId);
		expect([there?.key, there?.texts, there?.stage, there?.version]).toEqual([null, {}, "solved", 2]);
		// The branch has a copy of the key of what is open, and needs nobody to tell it that its time is over.
		await hall.setTime(expiresAt + DAY_MS);
		await known(hall.branchId, { ...open, version: 2 });
		const dropped = await inMemory(hall.branchId, open.caseId);
		expect([dropped?.key, dropped?.texts, dropped?.stage]).toEqual([null, {}, "dropped"]);
		expect(await keysLeft(hall, open.caseId)).toEqual([]);
	});
});

describe("turning the keys", () => {
	it("[CASE-8] [PRV-2] reaches the branch's rows and D1: the old one can go, and no read fails meanwhile", async ({
		expect,
	}) => {
		const hall = await aHall();
		const open = await withCustomer(hall);
		const closed = await withCustomer(hall);
		const { body: over } = await stepped(hall.head, closed.at, 1, { step: "solve", texts: { result: "好了" } });
		for (const each of [open, over]) await known(hall.branchId, each);
		const secrets = ringWith("two");
		for (let left = 1, batch = 0; left > 0; batch++) {
			expect(batch).toBeLessThan(100);
			const turned = await ask<{ left: number }>(OPERATOR, "POST", "/keys/rotation", { body: { limit: 50 }, secrets });
			left = turned.body.left;
			expect((await ask<CaseShown>(hall.head, "GET", open.at, { secrets })).body.texts).toEqual({ "what.1": WHAT });
		}
		const alone = ringWith("two", ["two"]);
		for (const { at } of [open, closed]) {
			const { body } = await ask<CaseShown>(hall.head, "GET", at, { secrets: alone });
			expect(body.texts).toMatchObject({ "what.1": WHAT });
		}
		// Its copy too: what a database that was set back gets again opens with the new key.
		const rows = (await dumpOf(hall.branchId)).cases ?? [];
		const vault = await aVault(alone);
		for (const row of rows) {
			const { key, texts, branchId, caseId } = JSON.parse(String(row.body)) as StoredCase;
			if (key === null) throw new Error("its key is gone");
			const place = { branchId, table: "cases", column: "customer.1", row: caseId };
			expect(await openText(await unwrap(vault, key), place, texts["customer.1"] ?? "")).toBe(CUSTOMER);
		}
		expect(rows).toHaveLength(2);
	});

	it("[CASE-8] leaves the keys of a branch that does not answer for the next time", async ({ expect }) => {
		const hall = await aHall();
		const open = await withCustomer(hall);
		await known(hall.branchId, open);
		const { BRANCH } = env;
		const real = BRANCH.getByName.bind(BRANCH);
		const value = (name: string) => {
			if (name === hall.branchId) throw new Error("it does not answer");
			return real(name);
		};
		Object.defineProperty(BRANCH, "getByName", { configurable: true, value });
		mend = () => Object.defineProperty(BRANCH, "getByName", { configurable: true, value: real });
		const secrets = ringWith("two");
		const turn = () => ask<{ left: number }>(OPERATOR, "POST", "/keys/rotation", { body: { limit: 200 }, secrets });
		expect((await turn()).body.left).toBeGreaterThan(0);
		mend();
		for (let tries = 0; tries < 50 && (await turn()).body.left > 0; tries++);
		const alone = ringWith("two", ["two"]);
		expect((await ask<CaseShown>(hall.head, "GET", open.at, { secrets: alone })).body.texts).toEqual({
			"what.1": WHAT,
		});
	});
});
