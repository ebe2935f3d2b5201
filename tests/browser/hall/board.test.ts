import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aHall, KIOSK, SCREEN } from "../a-hall.ts";
import { launchChromium } from "../chromium.ts";

const TELLERS = [
	["liu-yang", "1"],
	["chen-jing", "2"],
] as const;
/** A screen that has heard nothing for so long says that it is lost. */
const LOST_AFTER_MS = 65_000;

describe("a lobby screen", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	/** Two counters of one kind, each with a customer called. */
	async function called() {
		const hall = await aHall(browser);
		const kiosk = await hall.tokenFor({ kind: "device", purpose: "kiosk", branchId: hall.branchId });
		const tellers: string[] = [];
		const tickets: string[] = [];
		for (const [staffId, counterId] of TELLERS) {
			const teller = await hall.openCounter(staffId, counterId);
			await hall.send(kiosk, { type: "issue-ticket", services: ["cash"] });
			const answer = await hall.send(teller, { type: "call-next", counterId });
			tellers.push(teller);
			tickets.push(answer.status === "done" ? (answer.ticketId ?? "") : "");
		}
		return { hall, kiosk, tellers: tellers as [string, string], tickets: tickets as [string, string] };
	}

	it("[SCR-1] [VIEW-4] tells live calls from what is over, and sends nobody where nobody waits", async ({ expect }) => {
		const { hall, tellers, tickets } = await called();
		const { page } = await hall.open("/display/", SCREEN);
		await page.locator('.row[data-number="A001"]').waitFor();
		await page.locator('.row[data-number="A002"]').waitFor();
		await hall.send(tellers[0], { type: "mark-no-show", ticketId: tickets[0] });
		await page.locator('[data-past="A001"]').waitFor();
		expect(await page.locator('.row[data-number="A001"]').count()).toBe(0);
		const size = (selector: string) =>
			page.locator(selector).evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
		expect(await size('[data-past="A001"]')).toBeLessThan((await size('.row[data-number="A002"] .number')) / 2);
		await hall.send(tellers[1], { type: "start-service", ticketId: tickets[1] });
		await page.locator('.row-serving[data-number="A002"]').getByText("办理中").waitFor();
		await hall.send(tellers[1], { type: "hold-ticket", ticketId: tickets[1] });
		await page.locator('.row[data-number="A002"]').waitFor({ state: "detached" });
		expect(await page.locator('[data-past="A002"]').count()).toBe(0);
	});

	it("[QTE-20] says how long a number taken now would wait, in both languages, and where no counter is on duty; once it is lost, no wait", async ({
		expect,
	}) => {
		const hall = await aHall(browser);
		const teller = await hall.openCounter("liu-yang", "1");
		const kiosk = await hall.tokenFor({ kind: "device", purpose: "kiosk", branchId: hall.branchId });
		for (let customer = 0; customer < 8; customer++) {
			await hall.putClockForward((customer + 1) * 30_000);
			await hall.send(kiosk, { type: "issue-ticket", services: [customer === 1 ? "wealth" : "cash"] });
			if (customer === 0) await hall.send(teller, { type: "call-next", counterId: "1" });
		}
		const { page, context } = await hall.open("/display/", SCREEN);
		const cash = page.locator(".strip li").filter({ hasText: "现金存取" });
		const wait = cash.locator(".strip-wait").filter({ hasText: /\d+ 到 \d+ 分钟|\d+ 分钟以内/ });
		await wait.waitFor();
		expect(await wait.innerText()).toMatch(/about \d+ to \d+ minutes|within \d+ minutes/);
		const { page: tiles } = await hall.open("/kiosk/", KIOSK);
		const tile = tiles.locator("[data-service=cash]").filter({ hasText: await wait.locator(".zh").innerText() });
		await tile.waitFor();
		const wealth = page.locator(".strip li").filter({ hasText: "暂无窗口" });
		expect(await wealth.innerText()).toContain("No counter now");
		expect(await wealth.locator(".strip-wait").count()).toBe(0);
		await page.clock.install();
		await page.reload();
		await wait.waitFor();
		await context.setOffline(true);
		await page.clock.runFor(LOST_AFTER_MS);
		await page.locator(".lost").waitFor();
		expect(await page.locator(".strip-count").count()).toBeGreaterThan(0);
		expect(await page.locator(".strip-wait").count()).toBe(0);
	});

	it("[SCR-10] over one counter shows one number, and while it is paused which counter instead", async ({ expect }) => {
		const { hall, tellers, tickets } = await called();
		for (const size of [SCREEN, KIOSK]) {
			const { page, context } = await hall.open("/display/?counter=1", size);
			const number = page.locator('.own-called[data-number="A001"] strong');
			await number.waitFor();
			const box = await number.boundingBox();
			expect(box?.height ?? 0).toBeGreaterThan(200);
			expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(size.width);
			expect(await page.getByText("A002").count()).toBe(0);
			await context.close();
		}
		const { page } = await hall.open("/display/?counter=1", SCREEN);
		await hall.send(tellers[0], { type: "mark-no-show", ticketId: tickets[0] });
		await page.getByText("请等候叫号").waitFor();
		await hall.send(tellers[0], { type: "pause-counter", counterId: "1", reason: "lunch" });
		await page.getByText("本窗口暂停服务").waitFor();
		await page.locator(".own-instead").getByText("2号窗口").waitFor();
		await hall.send(tellers[1], { type: "recall-ticket", ticketId: tickets[1] });
		expect(await page.getByText("A002").count()).toBe(0);
		await hall.send(tellers[0], { type: "close-counter", counterId: "1" });
		await page.getByText("本窗口未开放").waitFor();
	});

	it("[SCR-10] over a counter of a hidden zone says so", async () => {
		const hall = await aHall(browser);
		const { page } = await hall.open("/display/?counter=8", SCREEN);
		await page.getByText("本窗口不在公共屏幕上显示").waitFor();
	});
});
