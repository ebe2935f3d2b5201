import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aBank } from "../a-bank.ts";
import { openConsole } from "../a-console.ts";
import { launchChromium } from "../chromium.ts";

describe("service accounts in the console", () => {
	let browser: Browser;
	let bank: Awaited<ReturnType<typeof aBank>>;
	beforeAll(async () => {
		[browser, bank] = await Promise.all([launchChromium(), aBank()]);
	});
	afterAll(() => browser.close());

	const open = (role: string) => openConsole(browser, `${bank.base}/console/?as=${role}#/services`);
	const row = (page: Page, accountId: string) => page.getByRole("row").filter({ hasText: accountId });
	const secretIn = (page: Page) => page.getByRole("dialog").getByRole("status", { name: "密钥" }).innerText();
	const closed = (page: Page) => page.getByRole("dialog").waitFor({ state: "hidden" });

	async function statusWith(secret: string): Promise<number> {
		const headers = { Authorization: `Bearer ${secret}` };
		const response = await fetch(`${bank.base}/api/branches/${bank.branchId}/status`, { headers });
		// The branch is not set up: whoever may ask is told so.
		return response.status;
	}

	it("[SVC-5] [SVC-3] head office makes one, is shown its secret once, renews and revokes it", async ({ expect }) => {
		const page = await open("head-office-operator");
		const accountId = `wall-${bank.tag}`;
		await page.getByRole("button", { name: "新建服务账号" }).click();
		const dialog = page.getByRole("dialog");
		await dialog.getByLabel("编号").fill("Wall!");
		await dialog.getByLabel("名称").fill(`大屏 ${bank.tag}`);
		await dialog.getByLabel("有效范围", { exact: true }).last().fill(bank.branchId);
		await page.locator(".ant-select-tree-title", { hasText: `（${bank.branchId}）` }).click();
		await dialog.getByLabel("查看网点状况").check();
		const submit = dialog.getByRole("button", { name: "新建服务账号" });
		await submit.click();
		await dialog.locator(".ant-form-item-explain-error").first().waitFor();
		await dialog.getByLabel("编号").fill(accountId);
		await submit.click();
		await page.getByText("密钥只显示这一次").waitFor();
		const first = await secretIn(page);
		expect(first).toMatch(new RegExp(`^a\\.${accountId}\\.[A-Za-z0-9_-]{22}$`));
		expect(await statusWith(first)).toBe(409);
		await page.getByRole("dialog").getByRole("button", { name: "关闭" }).click();
		await closed(page);
		await row(page, accountId).getByText("使用中").waitFor();
		await page.reload();
		await row(page, accountId).getByText("查看网点状况").waitFor();
		expect(await page.locator("body").innerText()).not.toContain(first);

		await row(page, accountId).getByRole("button", { name: "换密钥" }).click();
		await page.getByRole("dialog").getByRole("button", { name: "换密钥" }).click();
		await page.getByText("旧密钥可用到").waitFor();
		const second = await secretIn(page);
		expect([await statusWith(first), await statusWith(second)]).toEqual([409, 409]);
		await page.getByRole("dialog").getByRole("button", { name: "关闭" }).click();
		await closed(page);

		await row(page, accountId).getByRole("button", { name: "停用" }).click();
		await page.getByRole("dialog").getByRole("button", { name: "停用" }).click();
		await closed(page);
		await row(page, accountId).getByText("已停用").waitFor();
		expect([await statusWith(first), await statusWith(second)]).toEqual([401, 401]);
		expect(await row(page, accountId).getByRole("button").count()).toBe(0);
	});

	it.for(["zh", "en"])(
		"[SVC-5] the list shows until when each lasts without scrolling sideways (%s)",
		async (lang, { expect }) => {
			const accountId = `long-${lang}-${bank.tag}`.padEnd(32, "x");
			await bank.ask("POST", `/nodes/${bank.branchId}/service-accounts`, {
				accountId,
				name: "上海分行数据仓库夜间抽取程序 · 信息科技部数据平台组（王建国）".padEnd(80, "长"),
				...{ scopes: ["status.read", "reports.read"], lastsDays: 365 },
			});
			const page = await openConsole(browser, `${bank.base}/console/?as=head-office-operator&lang=${lang}#/services`);
			await row(page, accountId).waitFor();
			const sideways = () =>
				page.locator(".ant-table-body").evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
			expect(await sideways()).toBeLessThanOrEqual(0);
			await row(page, accountId).getByRole("button").first().click();
			// As long again as it was given: nobody shortens it by leaving the field alone.
			await page
				.getByRole("dialog")
				.getByText(lang === "zh" ? "365 天" : "365 days")
				.waitFor();
		},
	);

	it("[SVC-5] an auditor sees them and is offered nothing, a branch head does not even find them", async ({
		expect,
	}) => {
		await bank.ask("POST", `/nodes/${bank.branchId}/service-accounts`, {
			...{ accountId: `seen-${bank.tag}`, name: "数据仓库", scopes: ["reports.read"], lastsDays: 30 },
		});
		const page = await open("auditor");
		await row(page, `seen-${bank.tag}`).waitFor();
		expect(await page.getByRole("button", { name: "新建服务账号" }).count()).toBe(0);
		expect(await row(page, `seen-${bank.tag}`).getByRole("button").count()).toBe(0);
		const head = await openConsole(browser, `${bank.base}/console/?as=branch-head&branch=${bank.branchId}#/branches`);
		await head.getByRole("navigation", { name: "栏目" }).waitFor();
		expect(await head.getByRole("link", { name: "服务账号" }).count()).toBe(0);
	});
});
