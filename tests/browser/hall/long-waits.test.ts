import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aHall, PHONE } from "../a-hall.ts";
import { launchChromium } from "../chromium.ts";

const MINUTE_MS = 60_000;

describe("waits on the lobby manager's phone", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	it("[QTE-19] says on request what one more counter would do to those who wait", async ({ expect }) => {
		const hall = await aHall(browser);
		await hall.waitUntilMorning();
		const teller = await hall.openCounter("liu-yang", "2");
		const manager = await hall.tokenFor({ kind: "staff", role: "lobby-manager", branchId: hall.branchId });
		for (let number = 0; number < 6; number++) await hall.send(manager, { type: "issue-ticket", services: ["cash"] });
		await hall.send(manager, { type: "issue-ticket", services: ["loan"] });
		await hall.send(teller, { type: "call-next", counterId: "2" });
		const { page } = await hall.open("/staff/?as=lobby-manager", PHONE);
		await page.getByRole("button", { name: "多开一个窗口，等候会短多少？" }).click();
		const sheet = page.getByRole("dialog", { name: "多开一个窗口" });
		await sheet
			.getByText(/^5 人平均还要等 .+，多开后 .+$/)
			.first()
			.waitFor();
		await sheet.getByText("另有 1 人现在没有窗口可办").first().waitFor();
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
		const { page: english } = await hall.open("/staff/?as=lobby-manager&lang=en", PHONE);
		await english.getByRole("button", { name: "One more counter: how much shorter?" }).click();
		await english
			.getByText(/^5 waiting, .+ more on average; with it .+$/)
			.first()
			.waitFor();
		// Who oversees no counters is not offered it.
		const { page: usher } = await hall.open("/staff/?as=lobby-usher", PHONE);
		await usher.locator(".counter-grid").waitFor();
		expect(await usher.getByRole("button", { name: /多开一个窗口/ }).count()).toBe(0);
	});

	it("[ALR-10] [ALR-11] [ALR-25] a service and a line that are too long come to the phone by themselves, once each, and go by themselves", async ({
		expect,
	}) => {
		const hall = await aHall(browser);
		await hall.waitUntilMorning();
		const teller = await hall.openCounter("liu-yang", "2");
		const manager = await hall.tokenFor({ kind: "staff", role: "lobby-manager", branchId: hall.branchId });
		const { page } = await hall.open("/staff/?as=lobby-manager", PHONE);
		const given = await hall.send(manager, { type: "issue-ticket", services: ["cash"] });
		const ticketId = given.status === "done" ? (given.ticketId ?? "") : "";
		await hall.send(teller, { type: "call-next", counterId: "2" });
		await hall.send(teller, { type: "start-service", ticketId });
		for (let number = 0; number < 3; number++) await hall.send(manager, { type: "issue-ticket", services: ["loan"] });
		await hall.putClockForward(40 * MINUTE_MS);
		await page.getByRole("alert").getByText("办理时间过长，请去看看并告知后面的客户").waitFor();
		const loans = "“贷款业务”有客户等候过久，请多开窗口或引导分流";
		await page.getByRole("alert").getByText(loans).waitFor();
		const { page: english } = await hall.open("/staff/?as=lobby-manager&lang=en", PHONE);
		await english
			.getByRole("alert")
			.getByText("Very long wait for “Loans”: open a counter or lead customers elsewhere")
			.waitFor();
		expect(await english.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
		expect(await page.getByRole("button", { name: "我来处理" }).count()).toBe(2);
		await hall.send(teller, { type: "finish-service", ticketId });
		await page.getByText("办理时间过长，请去看看并告知后面的客户").waitFor({ state: "detached" });
		expect(await page.getByRole("button", { name: "我来处理" }).count()).toBe(1);
	});
});
