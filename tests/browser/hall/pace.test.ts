import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aHall, KIOSK, PHONE } from "../a-hall.ts";
import { launchChromium } from "../chromium.ts";

describe("a child at the kiosk", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	it("[TKT-10] [TKT-11] is shown the last ticket again, and the lobby manager cancels what was taken", async ({
		expect,
	}) => {
		const hall = await aHall(browser);
		const token = await hall.tokenFor({ kind: "device", purpose: "kiosk", branchId: hall.branchId });
		for (let each = 0; each < 7; each++) await hall.send(token, { type: "issue-ticket", services: ["cash"] });
		const { page: kiosk } = await hall.open("/kiosk/", KIOSK);
		let taken = 7;
		// However fast this machine is: some touch comes too soon.
		for (let touches = 0; touches < 12; touches++) {
			await kiosk.getByText("现金存取").first().click();
			await kiosk.getByRole("button", { name: "取号", exact: true }).click();
			await kiosk.getByRole("button", { name: /好了/ }).waitFor();
			if ((await kiosk.locator(".ticket-again").count()) > 0) break;
			taken += 1;
			await kiosk.getByRole("button", { name: /好了/ }).click();
		}
		const last = `A${String(taken).padStart(3, "0")}`;
		await kiosk.locator(".ticket-again").waitFor();
		await kiosk.getByText(last).first().waitFor();
		expect((await hall.status()).tally.issued).toBe(taken);

		const { page: phone } = await hall.open("/staff/", PHONE);
		await phone.getByRole("button", { name: "更多", exact: true }).click();
		await phone.getByRole("button", { name: "批量取消号码" }).click();
		await phone.getByRole("button", { name: /选最近 5 分钟/ }).click();
		await phone.getByLabel(new RegExp(last)).uncheck();
		await phone.getByRole("button", { name: `取消所选 ${taken - 1} 个` }).click();
		await phone.getByRole("button", { name: "批量取消号码" }).click();
		await phone.getByRole("dialog").waitFor({ state: "detached" });
		expect((await hall.status()).tally.cancelled).toBe(taken - 1);
		expect((await hall.status()).waiting).toBe(1);
	});
});
