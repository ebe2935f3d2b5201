import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aBank } from "../a-bank.ts";
import { signInToConsole } from "../a-console.ts";
import { aHall, COUNTER } from "../a-hall.ts";
import { aPublisher } from "../a-publisher.ts";
import { launchChromium } from "../chromium.ts";

const PASSWORD = "lantern harbour 厅堂 88";
/** Five seconds are promised where nothing else is at work; here as many pages as there are processors are. */
const WITHIN = { timeout: 20_000 };

describe("counters and services as tables", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	it("[CFG-14] a mode is changed in its row, and the page of the open counter shows it at once", async ({ expect }) => {
		const bank = await aBank();
		const hall = await aHall(browser);
		const publisher = await aPublisher(hall);
		const drafter = await bank.join("drafter", "起草人", [{ role: "head-office-operator", nodeId: "sh" }]);
		await hall.openCounter("liu-yang", "4");
		const { page: desk } = await hall.open("/counter/?as=closed-teller&staff=liu-yang", COUNTER);
		await desk.getByText("4号窗口").first().click();
		await desk.getByRole("banner").getByText("现金", { exact: true }).waitFor();

		const page = await signInToConsole(browser, bank.base, drafter, PASSWORD);
		await page.goto(`${bank.base}/console/#/configuration/${hall.branchId}/counters`);
		await page.getByRole("button", { name: "起草", exact: true }).click();
		const modes = page.getByRole("region", { name: "4号窗口 · 模式" });
		await modes.getByLabel("cash 名称 中文名称").fill("现金与零钞");
		await modes.getByLabel("cash 名称 英文名称").fill("Cash and change");
		await page.getByPlaceholder("写给复核人：为什么改").fill("四号窗口兼办零钞");
		await page.getByRole("button", { name: "保存草稿" }).click();
		await page.getByText("现金与零钞").first().waitFor();
		await publisher.publishDraft("counters");
		await desk.getByRole("banner").getByText("现金与零钞").waitFor(WITHIN);
		expect(await desk.getByRole("banner").getByText("现金与零钞").count()).toBe(1);
	});

	it("[CFG-14] a service is renamed and another one added in the table; one called alike is refused with what to do", async ({
		expect,
	}) => {
		const bank = await aBank();
		await bank.configure();
		const drafter = await bank.join("drafter", "起草人", [{ role: "head-office-operator", nodeId: "bank" }]);
		const page = await signInToConsole(browser, bank.base, drafter, PASSWORD);
		await page.goto(`${bank.base}/console/#/configuration/${bank.branchId}/services`);
		await page.getByRole("button", { name: "起草", exact: true }).click();
		const table = page.getByRole("region", { name: "业务", exact: true });
		await table.getByRole("button", { name: "添加一项" }).click();
		const last = table.getByRole("row").last();
		await last.getByRole("textbox").first().fill("pension");
		await last.getByLabel("pension 名称 中文名称").fill("现金存取");
		await last.getByLabel("pension 名称 英文名称").fill("Pensions");
		await page.getByPlaceholder("写给复核人：为什么改").fill("新增养老金业务");
		await page.getByRole("button", { name: "保存草稿" }).click();
		await page.getByText("与另一项重名或代码相同").first().waitFor();
		await last.getByLabel("pension 名称 中文名称").fill("养老金");
		await page.getByRole("button", { name: "保存草稿" }).click();
		await page.getByRole("button", { name: "检查涉及的网点" }).waitFor();
		await page
			.getByRole("dialog")
			.getByRole("row", { name: /养老金/ })
			.waitFor();
		expect(await page.getByText("与另一项重名或代码相同").count()).toBe(0);
	});
});
