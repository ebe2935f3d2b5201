import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { syntheticCustomer } from "../../../worker/domain/customer/synthetic-customer.ts";
import { aHall, PHONE } from "../a-hall.ts";
import { launchChromium } from "../chromium.ts";

/** Of the demo's directory. */
const DEMO_SEED = 20261121;

describe("the phone", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	it("[SCR-32] counts what waits for whoever holds it, and says who is about a call that is not theirs any more", async ({
		expect,
	}) => {
		const hall = await aHall(browser);
		await hall.openCounter("liu-yang", "2");
		const { page: manager } = await hall.open("/staff/?as=lobby-manager", PHONE);
		const { page: standIn } = await hall.open("/staff/?as=stand-in", PHONE);
		for (const page of [manager, standIn]) await page.locator(".glance").waitFor();
		expect(await manager.locator(".my-badge").count()).toBe(0);
		const kiosk = await hall.tokenFor({ kind: "device", purpose: "kiosk", branchId: hall.branchId });
		await hall.send(kiosk, { type: "ask-for-help", reason: "language" });
		await manager.getByRole("button", { name: "待我处理 1 项" }).waitFor();
		await standIn.getByRole("button", { name: "待我处理 1 项" }).waitFor();
		await manager.getByRole("button", { name: "我来处理" }).click();
		await standIn.getByText(/李娜 ?正在处理：/).waitFor();
		await standIn.locator(".my-badge").waitFor({ state: "detached" });
		await manager.getByRole("button", { name: "待我处理 1 项" }).waitFor();
		// Minutes later somebody is still about it.
		await hall.putClockForward(5 * 60_000);
		await hall.send(kiosk, { type: "ask-for-help", reason: "device" });
		await standIn.reload();
		await standIn.getByText(/李娜 ?正在处理：/).waitFor();
		await manager.getByRole("button", { name: "已处理" }).click();
		await standIn.getByText(/李娜 ?正在处理：/).waitFor({ state: "detached" });
	});

	it("[SCR-39] shows the three most urgent alerts and how many more there are, and all of them by one touch", async ({
		expect,
	}) => {
		const hall = await aHall(browser);
		const kiosk = await hall.tokenFor({ kind: "device", purpose: "kiosk", branchId: hall.branchId });
		for (const reason of ["customer", "language", "other"] as const)
			await hall.send(kiosk, { type: "ask-for-help", reason });
		const teller = await hall.openCounter("liu-yang", "2");
		for (const reason of ["language", "emergency"] as const)
			await hall.send(teller, { type: "ask-for-help", reason, counterId: "2" });
		const { page } = await hall.open("/staff/?as=lobby-manager", PHONE);
		const alerts = page.getByRole("region", { name: "提醒" });
		await alerts.getByRole("button", { name: "还有 2 条提醒" }).waitFor();
		expect(await alerts.getByRole("alert").count()).toBe(3);
		expect(await alerts.getByRole("alert").first().textContent()).toContain("紧急");
		await alerts.getByRole("button", { name: "还有 2 条提醒" }).click();
		expect(await alerts.getByRole("alert").count()).toBe(5);
		await alerts.getByRole("button", { name: "收起" }).click();
		expect(await alerts.getByRole("alert").count()).toBe(3);
	});

	it("[SCR-6] shows on the service that was touched that it waits, and on none whose name it ends with", async ({
		expect,
	}) => {
		const hall = await aHall(browser, undefined, { transfer: "大额现金存取" });
		const { page } = await hall.open("/staff/?as=lobby-manager", PHONE);
		await page.addInitScript(() => {
			const send = WebSocket.prototype.send;
			WebSocket.prototype.send = function (this: WebSocket, frame: Parameters<typeof send>[0]) {
				if (!String(frame).startsWith('{"type":"command"')) send.call(this, frame);
			};
		});
		await page.reload();
		await page.getByRole("button", { name: "取号" }).click();
		await page.getByRole("button", { name: /^大额现金存取/ }).click();
		const waiting = page.locator(".action-waiting");
		await waiting.first().waitFor();
		expect(await waiting.evaluateAll((all) => all.map((each) => each.textContent))).toEqual([
			expect.stringMatching(/^大额现金存取/),
		]);
	});

	it("[SCR-32] withdraws a number that was just given, after asking once", async ({ expect }) => {
		const hall = await aHall(browser);
		await hall.openCounter("liu-yang", "2");
		const { page } = await hall.open("/staff/?as=lobby-manager", PHONE);
		await page.getByRole("button", { name: "取号" }).click();
		await page.getByRole("button", { name: /^现金存取/ }).click();
		await page.getByText("A001").first().waitFor();
		await page.getByRole("button", { name: "撤回此号" }).click();
		expect((await hall.status()).waiting).toBe(1);
		await page.getByRole("button", { name: "再按一次撤回 A001" }).click();
		await page.getByText("A001 已撤回").waitFor();
		expect(await hall.status()).toMatchObject({ waiting: 0, tally: { cancelled: 1 } });
	});

	it("[SCR-32] shows the class somebody was recognised in where it is chosen, in type that nobody near by reads", async ({
		expect,
	}) => {
		const hall = await aHall(browser);
		await hall.openCounter("liu-yang", "2");
		const { page } = await hall.open("/staff/?as=lobby-manager", PHONE);
		await page.getByRole("button", { name: "取号" }).click();
		await page.getByLabel(/卡号、证件号或手机号/).fill(syntheticCustomer(DEMO_SEED, 5).phone);
		await page.getByRole("button", { name: "识别", exact: true }).click();
		await page.getByText(/^按识别结果 · /).waitFor();
		const shown = page.locator(".discreet .chip > span, .tag.discreet");
		expect(await shown.count()).toBeGreaterThan(5);
		const largest = await shown.evaluateAll((all) =>
			Math.max(...all.map((each) => Number.parseFloat(getComputedStyle(each).fontSize))),
		);
		expect(largest).toBeLessThanOrEqual(13);
		await page.getByRole("button", { name: /^现金存取/ }).click();
		await page.getByText("A001").first().waitFor();
	});

	it("[SCR-37] shows its holder's own day, and none before the first customer", async ({ expect }) => {
		const hall = await aHall(browser);
		const teller = await hall.openCounter("liu-yang", "2");
		const { page } = await hall.open("/staff/?as=closed-teller&staff=liu-yang", PHONE);
		const ownDay = async () => {
			await page.getByRole("button", { name: "更多" }).click();
			await page.getByRole("button", { name: "我的今天" }).click();
			return page.getByRole("dialog", { name: "我的今天" });
		};
		expect(await (await ownDay()).innerText()).toContain("今天还没有在窗口服务过客户");
		await page.getByRole("button", { name: "关闭" }).click();
		const kiosk = await hall.tokenFor({ kind: "device", purpose: "kiosk", branchId: hall.branchId });
		const issued = await hall.send(kiosk, { type: "issue-ticket", services: ["cash"] });
		const ticketId = ("ticketId" in issued && issued.ticketId) || "";
		await hall.send(teller, { type: "call-next", counterId: "2" });
		await hall.send(teller, { type: "start-service", ticketId });
		await hall.putClockForward(4 * 60_000);
		await hall.send(teller, { type: "finish-service", ticketId });
		expect(await (await ownDay()).innerText()).toMatch(/已服务\s*1 位[\s\S]*每笔平均[\s\S]*所在窗口/);
	});
});
