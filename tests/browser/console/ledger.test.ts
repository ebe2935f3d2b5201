import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aBank, DESK } from "../a-bank.ts";
import { openConsole } from "../a-console.ts";
import { launchChromium } from "../chromium.ts";

/** What an entry is made of and nobody should have to read. */
const RAW = /staffId|branchId|open-teller|addPerson|person-exists|refused:|@sh-/;

describe("the ledger's page", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	it("[AUD-12] [AUD-13] says of each act what came of it, in sentences with names, in both languages", async ({
		expect,
	}) => {
		const bank = await aBank();
		const head = await bank.demoToken("branch-head", bank.branchId);
		const staffId = `zhang-${bank.tag}`;
		const assignments = [{ role: "open-teller", nodeId: bank.branchId }];
		const body = JSON.stringify({ staffId, name: { zh: "张伟", en: "Zhang Wei" }, assignments });
		const headers = { Authorization: `Bearer ${head}`, "Content-Type": "application/json" };
		const add = () => fetch(`${bank.base}/api/people`, { method: "POST", headers, body });
		expect((await add()).status).toBe(200);
		expect((await add()).status).toBe(409);
		const path = `/ledger?nodeId=${bank.branchId}&act=addPerson`;
		type Rows = { rows: unknown[] };
		await expect
			.poll(async () => (await bank.ask<Rows>("GET", path, undefined, head)).rows.length, { timeout: 20_000 })
			.toBe(2);

		const own = `${bank.base}/console/?as=branch-head&branch=${bank.branchId}`;
		const view = `#/ledger?node=${bank.branchId}&act=addPerson`;
		const page = await openConsole(browser, own + view);
		const rows = page.getByRole("row").filter({ hasText: staffId });
		await rows.first().waitFor();
		const [refused = "", done = ""] = await rows.allInnerTexts();
		const sentence = `新增人员张伟（${staffId}），岗位：外滩支行${bank.tag}开放式柜员`;
		for (const line of [refused, done]) {
			expect(line).toContain(sentence);
			expect(line).toContain("网点负责人");
			expect(line).not.toMatch(RAW);
		}
		expect(done).toContain("已完成");
		expect(refused).toContain("被拒绝");
		expect(refused).toContain("该工号已存在");
		expect(refused).not.toContain("已完成");

		const english = await (await browser.newContext({ viewport: DESK, locale: "en-GB" })).newPage();
		await english.goto(own + view);
		const lines = english.getByRole("row").filter({ hasText: staffId });
		await lines.first().waitFor();
		const [no = "", yes = ""] = await lines.allInnerTexts();
		for (const line of [no, yes]) {
			expect(line).toContain(`Add Zhang Wei (${staffId}); roles: Open-counter teller at The Bund ${bank.tag}`);
			expect(line).not.toMatch(RAW);
			expect(line).not.toMatch(/[\u4e00-\u9fff]/);
		}
		expect(yes).toContain("Done");
		expect(no).toContain("Refused");
		expect(no).toContain("This staff number is taken");
	});
});
