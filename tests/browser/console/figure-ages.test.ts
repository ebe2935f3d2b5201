import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aBank } from "../a-bank.ts";
import { CONSOLE } from "../a-console.ts";
import { aHall, COUNTER, KIOSK, PHONE, SCREEN } from "../a-hall.ts";
import { launchChromium } from "../chromium.ts";

/** Monday 23 November 2026, 10:00 in Shanghai. */
const TEN_O_CLOCK = Date.UTC(2026, 10, 23, 2);
const OLD_MS = 40_000;

/** A page is told no more from here on, and its own time goes on. */
async function leftAlone(page: Page, ms: number): Promise<void> {
	await page.context().setOffline(true);
	await page.clock.runFor(ms);
}

describe("figures that could not be read again", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	it("[CON-9] [CON-10] say their age in the console: in the list, on the branch's page, and of its devices", async ({
		expect,
	}) => {
		const bank = await aBank();
		const { base, branchId } = bank;
		await bank.ask("PUT", `/branches/${branchId}/clock`, { kind: "virtual", at: TEN_O_CLOCK, speed: 1 });
		await bank.configure();
		const manager = await bank.demoToken("lobby-manager", branchId);
		const command = { type: "issue-ticket", services: ["cash"] };
		await bank.ask("POST", `/branches/${branchId}/commands`, { command }, manager);
		const page = await (await browser.newContext(CONSOLE)).newPage();
		await page.clock.install();
		const age = page.getByText(/以下为 \d+ 秒前的情况/);
		for (const [address, there] of [
			[`#/branches/${branchId}`, page.getByRole("region", { name: "实时情况" })],
			[`#/devices?branch=${branchId}`, page.getByText("没有符合条件的设备")],
		] as const) {
			await page.goto(`${base}/console/?as=head-office-operator${address}`);
			await there.waitFor();
			expect(await age.count()).toBe(0);
			await leftAlone(page, OLD_MS);
			await age.waitFor();
			await page.context().setOffline(false);
			await page.clock.runFor(OLD_MS);
			await age.waitFor({ state: "detached" });
		}
		await page.goto(`${base}/console/?as=head-office-operator#/branches`);
		const found = page.waitForResponse(/\/api\/branches\?.*find=/);
		await page.getByLabel("名称或编号").fill(branchId);
		await found;
		const row = page.getByRole("row").filter({ has: page.locator(`a[href="#/branches/${branchId}"]`) });
		await row.getByText("刚刚").waitFor();
		await leftAlone(page, OLD_MS);
		await row.getByText(/\d+ 秒前/).waitFor();
	});

	it.for([
		["the staff phone", "/staff/", PHONE, "等候名单", "画面截至"],
		["a counter", "/counter/?as=open-teller", COUNTER, "窗口", "画面截至"],
		["the lobby screen", "/display/", SCREEN, "外滩支行", "数据截至"],
	] as const)("[LIVE-7] say on %s of when they are", async ([, path, size, there, told]) => {
		const hall = await aHall(browser);
		const { page } = await hall.open(path, size);
		await page.getByText(there).first().waitFor();
		await page.clock.install();
		// What was kept of before would be shown before the branch is heard.
		await page.addInitScript(() => localStorage.clear());
		await page.reload();
		await page.getByText(there).first().waitFor();
		await leftAlone(page, OLD_MS);
		await page.getByText(told).first().waitFor();
	});

	it("[LIVE-10] [SCR-16] at the kiosk are taken away: it offers no number whose place it cannot tell", async () => {
		const hall = await aHall(browser);
		await hall.openCounter("liu-yang", "2");
		const { page } = await hall.open("/kiosk/", KIOSK);
		await page.getByText("现金存取").first().waitFor();
		await page.context().setOffline(true);
		await page.getByText("取号机暂时不能使用").waitFor();
	});
});
