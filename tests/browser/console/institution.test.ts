import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aBank } from "../a-bank.ts";
import { CONSOLE, openConsole } from "../a-console.ts";
import { launchChromium } from "../chromium.ts";

type Nodes = { readonly rows: readonly { readonly nodeId: string; readonly parentId: string | null }[] };

describe("the institution tree in the console", () => {
	let browser: Browser;
	let context: BrowserContext;
	let bank: Awaited<ReturnType<typeof aBank>>;
	beforeAll(async () => {
		[browser, bank] = await Promise.all([launchChromium(), aBank()]);
		context = await browser.newContext(CONSOLE);
	});
	afterAll(() => browser.close());

	const open = (role: string) => openConsole(context, `${bank.base}/console/?as=${role}#/institution`);
	const row = (page: Page, nodeId: string) => page.getByRole("row").filter({ hasText: nodeId });
	const isOffered = (page: Page, nodeId: string) =>
		page
			.locator(".ant-select-tree-treenode", { hasText: `（${nodeId}）` })
			.and(page.locator(":not(.ant-select-tree-treenode-disabled)"))
			.count();

	/** Chooses the node above in the dialog's tree, found by its id. */
	async function under(page: Page, nodeId: string) {
		await page.getByRole("dialog").getByLabel("上级机构", { exact: true }).last().fill(nodeId);
		await page.locator(".ant-select-tree-title", { hasText: `（${nodeId}）` }).click();
	}

	/** Opens the dialog for a new node and fills in its level and id. */
	async function begin(page: Page, level: string, nodeId: string) {
		await page.getByRole("button", { name: "新增机构" }).click();
		await page.getByRole("dialog").getByLabel("级别").click();
		await page.locator(".ant-select-item-option", { hasText: level }).click();
		await page.getByRole("dialog").getByLabel("编号").fill(nodeId);
	}

	async function finish(page: Page, zh: string, en: string) {
		const dialog = page.getByRole("dialog");
		await dialog.getByLabel("中文名称").fill(zh);
		await dialog.getByLabel("英文名称").fill(en);
		await dialog.getByRole("button", { name: "新增机构" }).click();
	}

	it("[PPL-9] [CON-4] head office adds a region, sub-branch and branch, renames the branch and moves it", async ({
		expect,
	}) => {
		const page = await open("head-office-operator");
		const region = `r${bank.tag}`;
		const [sub, branch] = [`${region}.east`, `${region}-quay`];
		const gone = () => page.getByRole("dialog").waitFor({ state: "hidden" });
		for (const [level, nodeId, parentId, zh, en] of [
			["分行", region, "bank", "江城分行", "River City"],
			["支行", sub, region, "东城支行", "East"],
			["网点", branch, region, "码头支行", "The Quay"],
		] as const) {
			await begin(page, level, nodeId);
			await under(page, parentId);
			await finish(page, zh, en);
			await gone();
		}
		await row(page, branch).getByText("码头支行").waitFor();

		await row(page, branch).getByRole("button", { name: "改名或调整上级" }).click();
		await page.getByLabel("中文名称").fill("码头理财支行");
		await page.getByRole("dialog").getByLabel("上级机构", { exact: true }).last().fill("");
		await page.getByRole("dialog").getByLabel("上级机构", { exact: true }).last().click();
		await page.locator(".ant-select-tree-title", { hasText: sub }).waitFor();
		// Only where a branch of this region may stand: not under the bank, another region, or another branch.
		const offered = await Promise.all([region, sub, "bank", "sh", bank.branchId].map((id) => isOffered(page, id)));
		expect(offered).toEqual([1, 1, 0, 0, 0]);
		await under(page, sub);
		await page.getByRole("button", { name: "保存" }).click();
		await gone();
		await row(page, branch).getByText("码头理财支行").waitFor();
		const { rows } = await bank.ask<Nodes>("GET", "/institution/nodes?limit=200");
		expect(rows.find(({ nodeId }) => nodeId === branch)).toMatchObject({ parentId: sub, name: { zh: "码头理财支行" } });
	});

	it("[CON-3] [PPL-9] an id in the wrong form is not sent, one that exists is refused, and nothing typed is lost", async ({
		expect,
	}) => {
		const page = await open("head-office-operator");
		const dialog = page.getByRole("dialog");
		await begin(page, "网点", "sh-Bund!");
		await finish(page, "外滩支行", "The Bund");
		await dialog.locator(".ant-form-item-explain-error").first().waitFor();
		expect(await dialog.locator(".ant-form-item-explain-error").allInnerTexts()).toEqual([
			"分行编号、连字符、网点编号，例如 sh-lujiazui",
			"请填写",
		]);
		await dialog.getByLabel("编号").fill(bank.branchId);
		await under(page, "sh");
		await dialog.getByRole("button", { name: "新增机构" }).click();
		await dialog.getByRole("alert").getByText("机构编号已存在").waitFor();
		expect(await dialog.getByLabel("中文名称").inputValue()).toBe("外滩支行");
		await dialog.getByRole("button", { name: "取消" }).click();
		await row(page, bank.branchId).getByText(`外滩支行${bank.tag}`).waitFor();
	});

	it("[CON-10] without a network a change fails at once and is not sent later, and the page stays", async ({
		expect,
	}) => {
		const page = await open("head-office-operator");
		const nodeId = `sh-late${bank.tag}`;
		await begin(page, "网点", nodeId);
		await under(page, "sh");
		await context.setOffline(true);
		await finish(page, "晚到支行", "Late");
		await page.getByRole("dialog").getByRole("alert").getByText("网络不通，请检查网络后重试").waitFor();
		await page.getByRole("dialog").getByRole("button", { name: "取消" }).click();
		// Nor does a section that was never looked at take the page with it.
		await page.getByRole("link", { name: "设备" }).click();
		await page.getByText("这个栏目没有载入").waitFor();
		await context.setOffline(false);
		await page.getByRole("button", { name: "重新载入" }).click();
		await page.getByRole("heading", { name: "设备" }).waitFor();
		await page.getByRole("link", { name: "机构" }).click();
		await row(page, bank.branchId).waitFor();
		const { rows } = await bank.ask<Nodes>("GET", "/institution/nodes?limit=200");
		expect(rows.map((each) => each.nodeId)).not.toContain(nodeId);
	});

	it("[CON-1] who only looks is offered no change", async ({ expect }) => {
		const page = await open("auditor");
		await row(page, bank.branchId).waitFor();
		await page.getByRole("heading", { name: "机构" }).waitFor();
		expect(await page.getByRole("button", { name: /新增机构|改名或调整上级/ }).count()).toBe(0);
	});
});
