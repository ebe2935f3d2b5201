import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aBank } from "../a-bank.ts";
import { signInToConsole } from "../a-console.ts";
import { aHall, PHONE } from "../a-hall.ts";
import { launchChromium } from "../chromium.ts";

/** Five seconds are promised where nothing else is at work; here as many pages as there are processors are. */
const WITHIN_MS = 20_000;
const REASON = "公积金大额提取";
const PASSWORD = "lantern harbour 厅堂 88";

describe("the configuration", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	async function draftReason(page: Page): Promise<void> {
		await page.getByRole("button", { name: "起草", exact: true }).click();
		await page.locator("#root_codes__add").click();
		const item = (field: string) => page.locator(`[id^="root_codes_"][id$="_${field}"]`).last();
		await item("id").fill("housing-grant");
		await item("name_zh").fill(REASON);
		await item("name_en").fill("Housing grant");
		await item("group").click();
		await page.getByTitle("业务需要").last().click();
		await page.getByPlaceholder("写给复核人：为什么改").fill("支行反映常见");
		await page.getByRole("button", { name: "保存草稿" }).click();
	}

	it("[CFG-10] [CFG-12] a reason is drafted, approved by a second person, on a phone within five seconds, and taken back as fast", async ({
		expect,
	}) => {
		const bank = await aBank();
		const hall = await aHall(browser);
		const name = { zh: "外滩支行", en: "The Bund" };
		await bank.ask("POST", "/institution/nodes", { nodeId: hall.branchId, parentId: "sh", name });
		const place = [{ role: "head-office-operator" as const, nodeId: "sh" }];
		const drafter = await bank.join("drafter", "起草人", place);
		const second = await bank.join("second", "复核人", place);
		const { page: phone } = await hall.open("/staff/", PHONE);
		await phone.getByRole("button", { name: "推介", exact: true }).click();
		await phone.getByRole("button", { name: "大额现金" }).waitFor();

		const one = await signInToConsole(browser, bank.base, drafter, PASSWORD);
		await one.goto(`${bank.base}/console/#/configuration/sh/reason-codes`);
		await draftReason(one);
		await one.getByRole("button", { name: "检查涉及的网点" }).click();
		await one.getByText(/个网点均可采用/).waitFor();
		await one.getByRole("button", { name: "复核通过" }).click();
		await one.getByText("不能复核自己起草的版本").waitFor();

		const other = await signInToConsole(browser, bank.base, second, PASSWORD);
		await other.goto(one.url());
		await other.getByText(REASON).first().waitFor();
		await other.getByRole("button", { name: "复核通过" }).click();
		await other.getByRole("button", { name: "发布", exact: true }).click();
		await other.getByLabel("发布范围").click();
		await other.getByTitle("指定网点").click();
		await other.getByRole("combobox", { name: "指定网点" }).last().fill(hall.branchId);
		await other.locator(".ant-select-tree-title", { hasText: `外滩支行（${hall.branchId}）` }).click();
		await other.getByRole("dialog").last().getByRole("button", { name: "发布", exact: true }).click();
		await phone.getByRole("button", { name: REASON }).waitFor({ timeout: WITHIN_MS });

		await other.getByRole("button", { name: "撤回", exact: true }).click();
		await other.getByLabel("原因").fill("先不用");
		await other.getByRole("dialog").last().getByRole("button", { name: "撤回", exact: true }).click();
		await phone.getByRole("button", { name: REASON }).waitFor({ state: "detached", timeout: WITHIN_MS });
		expect(await phone.getByRole("button", { name: "大额现金" }).count()).toBe(1);
	});
});
