import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aBank } from "../a-bank.ts";
import { signInToConsole } from "../a-console.ts";
import { launchChromium } from "../chromium.ts";

const PASSWORD = "lantern harbour 厅堂 88";

describe("the calendar's editor", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	it("[CFG-13] is a calendar: days are chosen in it, the holidays of a year filled in, and the draft says what changes", async ({
		expect,
	}) => {
		const bank = await aBank();
		await bank.configure();
		const drafter = await bank.join("drafter", "起草人", [{ role: "head-office-operator", nodeId: "bank" }]);
		const page = await signInToConsole(browser, bank.base, drafter, PASSWORD);
		await page.goto(`${bank.base}/console/#/configuration/${bank.branchId}/calendar`);
		await page.getByText("手工配置（尚未发布）").first().waitFor();
		await page.getByRole("button", { name: "起草", exact: true }).click();
		const heading = page.getByRole("dialog").locator("h3");
		while ((await heading.textContent()) !== "2026-10") {
			const later = ((await heading.textContent()) ?? "") < "2026-10";
			await page.getByRole("button", { name: later ? "下个月" : "上个月" }).click();
		}
		await page.getByRole("button", { name: "填入 2026 年国家节假日" }).click();
		const day = (number: number) => page.locator(".calendar-day").nth(number - 1);
		expect(await day(1).textContent()).toBe("1休息法定节假日");
		expect(await day(10).textContent()).toBe("1009:00–17:00调休上班");
		await day(20).click();
		await day(21).click();
		await page.getByText("已选 2 天").waitFor();
		await page.getByRole("dialog").getByRole("radio", { name: "营业" }).check();
		await page.getByLabel("所选日期 关门").fill("12:00");
		await page.getByLabel("所选日期 停止取号").fill("11:45");
		await page.getByLabel("中文名称").fill("停电检修");
		await page.getByLabel("英文名称").fill("Power works");
		await page.getByRole("button", { name: "用于所选日期" }).click();
		expect(await day(21).textContent()).toBe("2109:00–12:00停电检修");
		await page.getByRole("group", { name: "每周安排" }).getByLabel("星期日", { exact: true }).uncheck();
		expect(await day(25).textContent()).toContain("休息");
		await page.getByPlaceholder("写给复核人：为什么改").fill("录入全年节假日");
		await page.getByRole("button", { name: "保存草稿" }).click();
		await page.getByRole("dialog").getByText("停电检修").first().waitFor();
		await page
			.getByRole("dialog")
			.getByRole("row", { name: /^星期日/ })
			.waitFor();
	});
});
