import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aHall, KIOSK } from "./a-hall.ts";
import { launchChromium } from "./chromium.ts";

describe("a number typed at the kiosk", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	it("[PRV-18] is masked as typed, and one digit too few is mended in place", async ({ expect }) => {
		const hall = await aHall(browser);
		const { page } = await hall.open("/kiosk/", KIOSK);
		await page.getByRole("button", { name: /插卡/ }).click();
		for (const key of "1381234567") await page.getByRole("button", { name: key, exact: true }).click();
		const typed = page.locator(".recognise-typed");
		expect(await typed.innerText()).toBe("••• •••4 567");
		expect(await page.locator("body").innerText()).not.toContain("1381");
		await page.getByRole("button", { name: "确定" }).click();
		await page.getByText("位数不对").waitFor();
		expect(await typed.innerText()).toBe("••• •••4 567");
		await page.getByRole("button", { name: "8", exact: true }).click();
		expect(await typed.innerText()).toBe("••• •••• 5678");
		await page.getByRole("button", { name: "确定" }).click();
		await page.getByText("请问您要办理什么业务？").or(page.getByText("其他业务")).first().waitFor();
	});
});
