import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aHall, COUNTER, KIOSK, PHONE, SCREEN } from "./a-hall.ts";
import { launchChromium } from "./chromium.ts";

const CHINESE = /[\u4e00-\u9fff]/;

describe("every page", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	it.for([
		["/", COUNTER, "Shanghai Lujiazui"],
		["/kiosk/?lang=en", KIOSK, "Cash in and out"],
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
});
