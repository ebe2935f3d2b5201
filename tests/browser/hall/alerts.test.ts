import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aHall, COUNTER, PHONE } from "../a-hall.ts";
import { launchChromium } from "../chromium.ts";

const loaded = (phone: Page) => phone.getByText("厅内无人等候").waitFor();

describe("an alert", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	it("[ALR-1] [ALR-4] [ALR-9] goes to the phone of who can answer it alone; the counter learns who was told and who comes", async ({
		expect,
	}) => {
		const hall = await aHall(browser);
		await hall.openCounter("liu-yang", "2");
		const { page: supervisor } = await hall.open("/staff/?as=duty-supervisor", PHONE);
		const { page: manager } = await hall.open("/staff/?as=lobby-manager", PHONE);
		const { page: desk } = await hall.open("/counter/?as=closed-teller&staff=liu-yang", COUNTER);
		await Promise.all([supervisor, manager].map(loaded));
		await desk.getByText("2号窗口").first().click();
		await desk.getByRole("button", { name: /^求助/ }).click();
		await desk.getByRole("button", { name: /需要授权/ }).click();
		await desk.getByText("已求助（需要授权），已通知事中监督，等待应答").waitFor();
		await supervisor.getByRole("alert").getByText("需要授权").waitFor();
		expect(await manager.getByText("需要授权").count()).toBe(0);
		await supervisor.getByRole("button", { name: "我来处理" }).click();
		await desk.getByText("何平已应答（需要授权），正在过来").waitFor();
		await supervisor.getByRole("button", { name: "已处理" }).click();
		await supervisor.getByRole("button", { name: "已处理" }).waitFor({ state: "detached" });
		await desk.getByText("何平已应答").waitFor({ state: "detached" });
	});

	it("[ALR-5] is passed on from the phone; a colleague at a counter finds a quiet mark that takes no keyboard", async ({
		expect,
	}) => {
		const hall = await aHall(browser);
		await hall.openCounter("liu-yang", "2");
		const { page: manager } = await hall.open("/staff/?as=lobby-manager", PHONE);
		const { page: desk } = await hall.open("/counter/?as=closed-teller&staff=liu-yang", COUNTER);
		await loaded(manager);
		await desk.getByText("2号窗口").first().click();
		await desk.getByText("暂无可办的等候客户").first().waitFor();
		const kiosk = await hall.tokenFor({ kind: "device", purpose: "kiosk", branchId: hall.branchId });
		await hall.send(kiosk, { type: "ask-for-help", reason: "language" });
		await manager.getByRole("button", { name: "转交" }).click();
		await manager.getByText("不归我管").click();
		await manager.getByRole("button", { name: "保安" }).click();
		await manager.getByText("现在没有人在岗").waitFor();
		const focus = () => desk.evaluate(() => document.activeElement?.tagName);
		const before = await focus();
		await manager.getByRole("button", { name: /^刘洋/ }).click();
		await desk.getByText("李娜转来：不归我管").waitFor();
		expect(await focus()).toBe(before);
		await desk.keyboard.press("a");
		await desk.getByRole("dialog", { name: "请求协助" }).waitFor();
		await desk.keyboard.press("Escape");
		await desk.getByRole("dialog").waitFor({ state: "detached" });
		await manager.getByRole("button", { name: "我来处理" }).waitFor({ state: "detached" });
		await desk.getByRole("button", { name: "我来处理" }).click();
		await desk.getByRole("button", { name: "已处理" }).waitFor();
	});

	it("[ALR-6] is taken back by who asked, in English too", async () => {
		const hall = await aHall(browser);
		const { page: head } = await hall.open("/staff/?as=branch-head", PHONE, "en");
		await head.getByRole("button", { name: "Ask for help" }).click();
		await head.getByRole("button", { name: "Device fault" }).click();
		await head.getByText("Help requested (Device fault)").waitFor();
		await head.getByRole("button", { name: "Withdraw" }).click();
		await head.getByText("Help requested (Device fault)").waitFor({ state: "detached" });
	});

	it("[SCR-19] says in words how long ago it was raised, and how long a counter has been as it is", async () => {
		const hall = await aHall(browser);
		await hall.waitUntilMorning();
		await hall.openCounter("liu-yang", "2");
		const kiosk = await hall.tokenFor({ kind: "device", purpose: "kiosk", branchId: hall.branchId });
		await hall.send(kiosk, { type: "ask-for-help", reason: "language" });
		const { page: manager } = await hall.open("/staff/?as=lobby-manager", PHONE);
		await manager.getByRole("alert").getByText("需要翻译").waitFor();
		await manager.getByText("刚刚").waitFor();
		await hall.putClockForward(65.5 * 60_000);
		await manager.getByText("1 小时 5 分钟前").waitFor();
		await manager.getByRole("button", { name: /2号窗口.*1 小时 5 分钟/ }).waitFor();
		const { page: english } = await hall.open("/staff/?as=lobby-manager", PHONE, "en");
		await english.getByText("1 h 5 min ago").waitFor();
	});
});
