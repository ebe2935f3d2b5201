import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aBank } from "../a-bank.ts";
import { CONSOLE, openConsole, signInToConsole } from "../a-console.ts";
import { launchChromium } from "../chromium.ts";

const PASSWORD = "a long enough passphrase 7";
/** A role given or taken shows within a minute; pages and sessions are looked up twice as often. */
const ROLE_TAKES_EFFECT_MS = 75_000;
const CHINESE = /[\u4e00-\u9fff]/;

describe("the console", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	it(
		"[CON-1] [CON-2] [CON-4] tells a lobby manager whom to ask, until the branch head gives the role",
		async ({ expect }) => {
			const bank = await aBank();
			const at = (role: "branch-head" | "lobby-manager") => [{ role, nodeId: bank.branchId }];
			const signIn = (who: Parameters<typeof signInToConsole>[2]) => signInToConsole(browser, bank.base, who, PASSWORD);
			const head = await signIn(await bank.join("chen", "陈行长", at("branch-head")));
			const manager = await bank.join("li", "李经理", at("lobby-manager"));
			const theirs = await signIn(manager);
			expect(await theirs.getByRole("link", { name: "人员" }).count()).toBe(0);
			await theirs.goto(`${bank.base}/console/#/people`);
			await theirs.getByText("您没有这项权限").waitFor();
			const denied = await theirs.locator("main").innerText();
			for (const text of ["查看人员", "人力资源部", "See people", "Human resources", "Request ID"]) {
				expect(denied).toContain(text);
			}

			await head.getByRole("link", { name: "人员" }).click();
			await head.getByRole("link", { name: manager.staffId }).click();
			await head.getByRole("button", { name: "修改姓名和岗位" }).click();
			await head.getByRole("button", { name: "增加岗位" }).click();
			await head.getByLabel("岗位", { exact: true }).last().click();
			const offered = head.locator(".ant-select-item-option");
			await offered.first().waitFor();
			expect(await offered.filter({ hasText: "网点负责人" }).count()).toBe(0);
			await head.getByLabel("岗位", { exact: true }).last().fill("网点副职");
			await head.keyboard.press("Enter");
			await head.getByLabel("机构", { exact: true }).last().fill(bank.branchId);
			await head.locator(".ant-select-tree-title", { hasText: bank.branchId }).click();
			await head.getByRole("button", { name: "保存" }).click();
			await head.getByRole("dialog").waitFor({ state: "hidden" });
			await head.locator("main").getByText("网点副职").waitFor();

			await theirs.getByRole("link", { name: "人员" }).waitFor({ timeout: ROLE_TAKES_EFFECT_MS });
			await theirs.getByRole("link", { name: "我的登录" }).click();
			await theirs.getByRole("link", { name: "人员" }).click();
			await theirs.getByRole("link", { name: manager.staffId }).waitFor();
			await theirs.getByRole("button", { name: "退出登录" }).click();
			await theirs.getByText("您还没有登录").waitFor();
			expect(await theirs.locator("body").innerText()).not.toContain(manager.staffId);
		},
		2 * ROLE_TAKES_EFFECT_MS,
	);

	it("[CON-6] tries a file first, applies none of it while a line is wrong, and all of it when none is", async ({
		expect,
	}) => {
		const bank = await aBank();
		const page = await openConsole(browser, `${bank.base}/console/?as=head-office-operator#/people/import.csv`);
		const file = (...lines: string[]) => ({
			name: "people.csv",
			mimeType: "text/csv",
			buffer: Buffer.from(["工号,姓名,英文名,岗位,机构,状态", ...lines].join("\r\n")),
		});
		const good = `wu-${bank.tag},吴刚,Wu Gang,open-teller,${bank.branchId},在职`;
		const bad = `he-${bank.tag},何洋,He Yang,open-teller,sh-nowhere,在职`;
		await page.getByLabel("选择文件").setInputFiles(file(good, bad));
		await page.getByText("有错误的行，全部不会生效").waitFor();
		expect(await page.getByRole("button", { name: "确认导入" }).count()).toBe(0);
		expect(await page.locator("tbody").getByText("错误").count()).toBe(1);
		await page.getByLabel("选择文件").setInputFiles(file(good));
		await page.getByText("试算结果，尚未生效").waitFor();
		const path = `/people?nodeId=${bank.branchId}`;
		expect(await bank.ask("GET", path)).toMatchObject({ rows: [] });
		await page.getByRole("button", { name: "确认导入" }).click();
		await page.getByRole("dialog").getByRole("button", { name: "确认导入" }).click();
		await page.getByText("导入完成").waitFor();
		expect(await bank.ask("GET", path)).toMatchObject({ rows: [{ staffId: `wu-${bank.tag}` }] });
	});

	it("[CON-4] fills in the only place a head can mean", async ({ expect }) => {
		const bank = await aBank();
		const page = await openConsole(browser, `${bank.base}/console/?as=branch-head&branch=${bank.branchId}#/people`);
		await page.getByRole("button", { name: "新增人员" }).click();
		const dialog = page.getByRole("dialog");
		await dialog.getByLabel("工号").fill(`lu-${bank.tag}`);
		await dialog.getByLabel("中文姓名").fill("陆新");
		await dialog.getByLabel("英文姓名").fill("Lu Xin");
		await dialog.getByLabel("岗位", { exact: true }).last().fill("开放式柜员");
		await page.keyboard.press("Enter");
		await dialog.getByText(`（${bank.branchId}）`).waitFor();
		await dialog.getByRole("button", { name: "新增人员" }).click();
		expect(await page.getByRole("status", { name: "初始密码" }).innerText()).not.toBe("");
	});

	it("[CON-3] gives a first password once, and explains a conflict before anything is overwritten", async ({
		expect,
	}) => {
		const bank = await aBank();
		const page = await openConsole(
			browser,
			`${bank.base}/console/?as=head-office-operator#/people?node=${bank.branchId}`,
		);
		await page.getByRole("button", { name: "新增人员" }).click();
		const dialog = page.getByRole("dialog");
		await dialog.getByLabel("工号").fill(`sun-${bank.tag}`);
		await dialog.getByLabel("中文姓名").fill("孙丽");
		await dialog.getByLabel("英文姓名").fill("Sun Li");
		await dialog.getByLabel("岗位", { exact: true }).last().fill("开放式柜员");
		await page.keyboard.press("Enter");
		await dialog.getByLabel("机构", { exact: true }).last().fill(bank.branchId);
		await page.locator(".ant-select-tree-title", { hasText: bank.branchId }).last().click();
		await dialog.getByRole("button", { name: "新增人员" }).click();
		const password = await page.getByRole("status", { name: "初始密码" }).innerText();
		expect(password.length).toBeGreaterThan(9);
		await page.getByRole("button", { name: "关闭" }).click();
		await page.getByRole("link", { name: `sun-${bank.tag}` }).click();
		expect(await page.locator("body").innerText()).not.toContain(password);

		await page.getByRole("button", { name: "修改姓名和岗位" }).click();
		const address = `${bank.base}/api/people/sun-${bank.tag}`;
		const token = await bank.demoToken("head-office-operator");
		const headers = { Authorization: `Bearer ${token}`, "If-Match": "1", "Content-Type": "application/json" };
		const assignments = [{ role: "open-teller", nodeId: bank.branchId }];
		const body = JSON.stringify({ name: { zh: "孙莉", en: "Sun Li" }, assignments });
		expect((await fetch(address, { method: "PUT", headers, body })).status).toBe(200);
		await page.getByLabel("英文姓名").fill("Sun Lili");
		await page.getByRole("button", { name: "保存" }).click();
		await page.getByText("您打开之后，他人已修改此内容").waitFor();
		await page.getByRole("button", { name: "载入最新内容" }).click();
		await page.getByRole("dialog").locator('input[value="孙莉"]').waitFor();
		await page.getByLabel("英文姓名").fill("Sun Lili");
		await page.getByRole("button", { name: "保存" }).click();
		await page.getByRole("dialog").waitFor({ state: "hidden" });
		expect(await bank.ask("GET", `/people/sun-${bank.tag}`)).toMatchObject({
			name: { zh: "孙莉", en: "Sun Lili" },
			version: 3,
		});
	});

	it("[CON-5] [CON-7] shows a customer's details for a reason, for a minute, and never in the address", async ({
		expect,
	}) => {
		const bank = await aBank();
		await bank.configure();
		const manager = await bank.demoToken("relationship-manager", bank.branchId);
		const path = `/branches/${bank.branchId}/cases`;
		const fields = { name: "欧阳慧", contact: { kind: "phone", value: "13912345678" } };
		const record = { kind: "referral", fields, facts: { reasonCode: "gold-card" } };
		const { caseId } = await bank.ask<{ caseId: string }>("POST", path, record, manager);
		const listed = `/nodes/${bank.branchId}/cases?kind=referral`;
		await expect
			.poll(() => bank.ask("GET", listed, undefined, manager), { timeout: 20_000 })
			.toMatchObject({ rows: [{ caseId }] });
		const page = await (await browser.newContext(CONSOLE)).newPage();
		await page.clock.install();
		const address = `${bank.base}/console/?as=relationship-manager&branch=${bank.branchId}#/referrals`;
		await page.goto(`${address}/${caseId}`);
		await page.getByText("139****5678").waitFor();
		expect(await page.locator("body").innerText()).not.toContain("欧阳慧");
		await page.getByRole("button", { name: "查看客户信息" }).click();
		await page.getByLabel("联系方式").check();
		await page.getByLabel("原因").fill("约定回访时间");
		await page.getByRole("dialog").getByRole("button", { name: "查看客户信息" }).click();
		await page.getByText("13912345678").waitFor();
		expect(await page.getByRole("timer").innerText()).toMatch(/\d+ 秒后遮盖/);
		await page.clock.fastForward(61_000);
		await page.getByText("139****5678").waitFor();
		expect(await page.locator("body").innerText()).not.toContain("13912345678");

		await page.goto(address);
		await page.getByRole("button", { name: "按客户查找" }).click();
		await page.getByLabel("完整号码").fill("13912345678");
		await page.getByLabel("原因").fill("客户来电");
		await page.getByRole("dialog").getByRole("button", { name: "查找", exact: true }).click();
		await page.getByText("找到 1 条").waitFor();
		expect(page.url()).not.toContain("139");
	});

	it("[PRV-4] [AUD-1] erases a customer's details for a reason only, and that is on record", async ({ expect }) => {
		const bank = await aBank();
		await bank.configure();
		const head = await bank.demoToken("branch-head", bank.branchId);
		const path = `/branches/${bank.branchId}/cases`;
		const record = { kind: "referral", fields: { name: "欧阳慧" }, facts: { reasonCode: "gold-card" } };
		const { caseId } = await bank.ask<{ caseId: string }>("POST", path, record, head);
		const listed = `/nodes/${bank.branchId}/cases?kind=referral`;
		await expect
			.poll(() => bank.ask("GET", listed, undefined, head), { timeout: 20_000 })
			.toMatchObject({ rows: [{ caseId }] });
		const page = await (await browser.newContext(CONSOLE)).newPage();
		await page.goto(`${bank.base}/console/?as=branch-head&branch=${bank.branchId}#/referrals/${caseId}`);
		await page.getByRole("button", { name: "删除内容" }).click();
		const dialog = page.getByRole("dialog");
		await dialog.getByLabel("请输入“删除”确认").fill("删除");
		await dialog.getByRole("button", { name: "删除内容" }).click();
		await dialog.getByText("请填写", { exact: true }).waitFor();
		await dialog.getByLabel("原因").fill("客户书面要求");
		await dialog.getByRole("button", { name: "删除内容" }).click();
		await page.getByRole("heading", { name: "内容已删除" }).waitFor();
		const ledger = `/ledger?nodeId=${bank.branchId}&act=eraseCase`;
		await expect
			.poll(() => bank.ask("GET", ledger, undefined, head), { timeout: 20_000 })
			.toMatchObject({ rows: [{ subject: { caseId }, reason: "客户书面要求" }] });
	});

	it.for(["branches", "days", "people", "people/import.csv", "institution", "devices", "ledger", "mine"])(
		"[CON-8] %s is complete in English, keeps to the policy of pages, and reads at 1024",
		async (view, { expect }) => {
			const { base } = await aBank();
			const page = await (
				await browser.newContext({ viewport: { width: 1024, height: 768 }, locale: "zh-CN" })
			).newPage();
			const complaints: string[] = [];
			page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
			await page.goto(`${base}/console/?as=head-office-operator&lang=en#/${view}`);
			await page.locator("main h1").waitFor();
			await page.locator(".waiting").waitFor({ state: "hidden" });
			// The one Chinese word left offers the way back to Chinese; names of people and places are data.
			const chrome = await page
				.locator("nav, main h1, main label, main th, main button, .frame-head .ant-btn")
				.allInnerTexts();
			expect(chrome.join(" ").replaceAll("中文", "")).not.toMatch(CHINESE);
			expect(complaints).toEqual([]);
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1024);
		},
	);
});
