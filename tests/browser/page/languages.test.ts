import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aBank, DESK } from "../a-bank.ts";
import { openConsole } from "../a-console.ts";
import { aHall, COUNTER, KIOSK, PHONE, SCREEN } from "../a-hall.ts";
import { launchChromium } from "../chromium.ts";

const CHINESE = /[\u4e00-\u9fff]/;

describe("every page", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	it.for([
		["/", COUNTER, "Shanghai Lujiazui"],
		["/kiosk/?lang=en", KIOSK, "Deposits and withdrawals"],
		["/counter/?lang=en&as=open-teller", COUNTER, "Counter 5"],
		["/staff/?lang=en", PHONE, "Counter 5"],
		["/sign-in/?lang=en", PHONE, "Staff sign-in"],
	] as const)("[SCR-7] %s is complete in English", async ([path, size, expected], { expect }) => {
		const hall = await aHall(browser);
		await hall.openCounter("wang-fang", "5");
		const { page } = await hall.open(path === "/" ? "/?lang=en" : path, size);
		await page.getByText(expected).first().waitFor();
		const text = await page.locator("body").innerText();
		// The one Chinese word left offers the way back to Chinese.
		expect(text.replaceAll("中文", "").replaceAll("厅堂", "").replaceAll("中", "")).not.toMatch(CHINESE);
	});

	it("[SCR-7] the lobby screen speaks both languages at once", async ({ expect }) => {
		const hall = await aHall(browser);
		await hall.openCounter("wang-fang", "5");
		const { page } = await hall.open("/display/", SCREEN);
		await page.getByText("The Bund").first().waitFor();
		const text = await page.locator("body").innerText();
		expect(text).toContain("外滩支行");
		expect(text).toContain("Opening hours");
		expect(text).toContain("营业时间");
		const size = await page.evaluate(() => [
			document.documentElement.scrollWidth,
			document.documentElement.scrollHeight,
		]);
		expect(size).toEqual([SCREEN.width, SCREEN.height]);
	});

	it("[SCR-14] every section of the console is English in an English browser, and so is the calendar of its days", async ({
		expect,
	}) => {
		const bank = await aBank();
		await bank.configure();
		const context = await browser.newContext({ viewport: DESK, locale: "en-GB" });
		const page = await openConsole(context, `${bank.base}/console/?as=head-office-operator`);
		const sections = page.getByRole("navigation").getByRole("link");
		await sections.first().waitFor();
		expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
		// Names of branches and people are data in both languages; their Chinese is not a word of the page.
		for (const section of await sections.all()) {
			await section.click();
			await page.locator("main h1").waitFor();
			const words = await page.locator("h1, nav, th, label, button:not([lang]), .soft").allInnerTexts();
			expect(words.join(" ").replaceAll("中文", "")).not.toMatch(CHINESE);
		}
		await page.goto(`${bank.base}/console/?as=head-office-operator#/ledger?node=${bank.branchId}`);
		const from = page.getByLabel("From", { exact: true });
		await from.click();
		await page.locator(".ant-picker-dropdown").getByText("Su", { exact: true }).waitFor();
		await from.fill("2028-02-29");
		await from.press("Enter");
		await page.getByRole("button", { name: "Find", exact: true }).click();
		await page.waitForURL(/from=2028-02-29/);
		await context.close();
	});

	it("[SCR-14] the counter is English in an English browser", async ({ expect }) => {
		const hall = await aHall(browser);
		await hall.openCounter("wang-fang", "5");
		const { page } = await hall.open("/counter/?as=open-teller", COUNTER, "en-GB");
		await page.getByText("Counter 5").first().waitFor();
		expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
		expect((await page.locator("body").innerText()).replaceAll("中文", "").replaceAll("厅堂", "")).not.toMatch(CHINESE);
	});
});
