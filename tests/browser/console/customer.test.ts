import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aHall, KIOSK, PHONE } from "../a-hall.ts";
import { launchChromium } from "../chromium.ts";

describe("a customer", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	it("[SCR-3] takes a number in two touches, a double touch takes one, and nothing of it stays", async ({ expect }) => {
		const hall = await aHall(browser);
		await hall.openCounter("liu-yang", "2");
		const { page } = await hall.open("/kiosk/", KIOSK);
		await page.getByText("现金存取").first().click();
		await page.getByRole("button", { name: "取号", exact: true }).dblclick();
		await page.getByText("A001").first().waitFor();
		await page.getByText("您前面没有人").first().waitFor();
		expect(await page.locator("svg").count()).toBeGreaterThan(0);
		await page.getByRole("button", { name: /好了/ }).click();
		await page.getByText("请问您要办理什么业务？").waitFor();
		expect(await page.getByText("A001").count()).toBe(0);
		expect((await hall.status()).tally.issued).toBe(1);
		// The one before wants something else, at the same counter: that is one person ahead all the same.
		await page.getByText("转账汇款").first().click();
		await page.getByRole("button", { name: "取号", exact: true }).click();
		await page.getByText("您前面有 1 人").first().waitFor();
	});

	it.for(["zh", "en"])("[SCR-3] sees every service whole in large type (%s)", async (lang, { expect }) => {
		const hall = await aHall(browser);
		const { page } = await hall.open(`/kiosk/?lang=${lang}`, KIOSK);
		await page.getByRole("button", { name: lang === "zh" ? "大字版" : "Large type" }).click();
		await page.locator(".kiosk-elder .tile").nth(7).waitFor();
		const below = (await page.locator("main > .back").boundingBox())?.y ?? 0;
		const tiles = await page.locator(".tile").evaluateAll((all) => all.map((tile) => tile.getBoundingClientRect()));
		expect(Math.max(...tiles.map(({ bottom }) => bottom))).toBeLessThan(below);
		expect(Math.min(...tiles.map(({ height }) => height))).toBeGreaterThanOrEqual(160);
	});

	it("[SCR-21] sees a picture, who is ahead, whether a counter is open, and what to bring", async ({ expect }) => {
		const hall = await aHall(browser);
		await hall.openCounter("liu-yang", "2");
		const { page } = await hall.open("/kiosk/", KIOSK);
		await page.locator('[data-service="transfer"]').getByText("前面无人").waitFor();
		await page.locator('[data-service="foreign-exchange"]').getByText("暂无窗口办理").waitFor();
		expect(await page.getByText("暂无窗口办理").count()).toBeLessThan(await page.locator(".tile").count());
		expect(await page.locator(".tile[data-service]").count()).toBe(await page.locator(".tile .service-icon").count());
		await page.getByText("转账汇款").first().click();
		await page.locator(".confirm-bring").getByText("收款人姓名、账号、开户行").waitFor();
		await page.getByText("您前面没有人").waitFor();
	});

	it("[SCR-21] reads large type on every button, and a larger number and code", async ({ expect }) => {
		const hall = await aHall(browser);
		const { page } = await hall.open("/kiosk/", KIOSK);
		const heightOf = async (selector: string) => (await page.locator(selector).boundingBox())?.height ?? 0;
		const heights: number[][] = [];
		for (const isLarge of [false, true]) {
			if (isLarge) await page.getByRole("button", { name: "大字版" }).click();
			await page.getByText("现金存取").first().click();
			const back = await heightOf("main .back");
			await page.getByRole("button", { name: "取号", exact: true }).click();
			await page.locator(".ticket .qr").waitFor();
			heights.push([back, await heightOf(".ticket .qr"), await heightOf(".ticket-number")]);
			const [foot, card] = [
				await page.locator(".foot").boundingBox(),
				await page.locator(".ticket > .primary").boundingBox(),
			];
			expect((card?.y ?? 0) + (card?.height ?? 0)).toBeLessThanOrEqual((foot?.y ?? 0) + 1);
			await page.getByRole("button", { name: /好了/ }).click();
		}
		const [usual = [], large = []] = heights;
		for (const [index, height] of large.entries()) expect(height).toBeGreaterThan((usual[index] ?? 0) * 1.1);
	});

	it("[SCR-3] asks for help at the kiosk, and the lobby manager's phone shows it", async ({ expect }) => {
		const hall = await aHall(browser);
		const { page: kiosk } = await hall.open("/kiosk/", KIOSK);
		const { page: phone } = await hall.open("/staff/", PHONE);
		await kiosk.getByText("我需要帮忙").first().click();
		await kiosk.getByText("已通知大堂经理").first().waitFor();
		await phone.getByText("取号机").first().waitFor();
		expect((await hall.status()).openHelpCalls).toBe(1);
	});

	it("[SCR-4] follows the own number, is told where to go, and another one gives up", async ({ expect }) => {
		const hall = await aHall(browser);
		const teller = await hall.openCounter("liu-yang", "2");
		const kiosk = await hall.tokenFor({ kind: "device", purpose: "kiosk", branchId: hall.branchId });
		const first = await hall.send(kiosk, { type: "issue-ticket", services: ["cash"] });
		const second = await hall.send(kiosk, { type: "issue-ticket", services: ["cash"] });
		const linkOf = (answer: typeof first) => (answer.status === "done" ? (answer.link ?? "") : "");
		const { page: one } = await hall.open(`/ticket/#${linkOf(first)}`, PHONE);
		const { page: two } = await hall.open(`/ticket/#${linkOf(second)}`, { width: 320, height: 640 });
		await one.getByText("下一位就是您").waitFor();
		await two.getByText("前面还有").waitFor();
		await hall.send(teller, { type: "call-next", counterId: "2" });
		await one.getByText("叫到您了").first().waitFor();
		await one.getByText("2号窗口").first().waitFor();
		await two.getByRole("button", { name: "不等了，取消号码" }).click();
		await two.getByRole("button", { name: "取消号码", exact: true }).click();
		await two.getByText("这个号码已取消").first().waitFor();
		expect(await two.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
		expect((await hall.status()).tally.cancelled).toBe(1);
	});

	it("[SCR-4] [DOOR-1] with a link that nobody was given sees no ticket", async ({ expect }) => {
		const hall = await aHall(browser);
		const { page } = await hall.open(`/ticket/#${"x".repeat(22)}`, PHONE);
		await page.getByText("这个号码已经失效").waitFor();
		expect(await page.locator("body").innerText()).not.toMatch(/[A-Z]\d{3}/);
	});
});
