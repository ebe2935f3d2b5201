import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aHall, COUNTER, PHONE, SCREEN } from "../a-hall.ts";
import { launchChromium } from "../chromium.ts";

/** A key does nothing while the answer to the one before is awaited: a person presses again, and so does this. */
async function pressUntil(page: Page, key: string, text: string): Promise<void> {
	for (let tries = 0; tries < 10; tries++) {
		await page.keyboard.press(key);
		const seen = await page
			.getByText(text)
			.first()
			.waitFor({ timeout: 1_000 })
			.then(
				() => true,
				() => false,
			);
		if (seen) return;
	}
	throw new Error(`${text} never appeared`);
}

describe("a customer is served", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	it("[SCR-5] [SCR-1] by a teller who only uses the keyboard, and the board shows it", async ({ expect }) => {
		const hall = await aHall(browser);
		const kiosk = await hall.tokenFor({ kind: "device", purpose: "kiosk", branchId: hall.branchId });
		const { page: board } = await hall.open("/display/", SCREEN);
		const { page: desk } = await hall.open("/counter/?as=closed-teller", COUNTER);
		await desk.getByText("2号窗口").first().click();
		await desk.keyboard.press("Space");
		await desk.getByText("叫下一位").waitFor();
		await hall.send(kiosk, { type: "issue-ticket", services: ["cash"] });
		await desk.getByText("A001").first().waitFor();
		await desk.keyboard.press("Space");
		await board.getByText("A001").first().waitFor();
		await board.getByText("2号窗口").first().waitFor();
		await desk.getByText("叫号时长").first().waitFor();
		await pressUntil(desk, "s", "办理时长");
		await pressUntil(desk, "f", "暂无可办的等候客户");
		const status = await hall.status();
		expect(status.tally).toMatchObject({ issued: 1, served: 1 });
	});

	it("[SCR-6] by a lobby manager who issues a number in two taps", async ({ expect }) => {
		const hall = await aHall(browser);
		const { page: phone } = await hall.open("/staff/", PHONE);
		await phone.getByRole("button", { name: "取号" }).click();
		await phone.getByRole("button", { name: "现金存取" }).click();
		await phone.getByText("A001").first().waitFor();
		expect((await hall.status()).tally.issued).toBe(1);
		const width = await phone.evaluate(() => document.documentElement.scrollWidth);
		expect(width).toBeLessThanOrEqual(PHONE.width);
	});
});
