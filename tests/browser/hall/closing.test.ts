import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aHall, KIOSK, PHONE } from "../a-hall.ts";
import { launchChromium } from "../chromium.ts";
import { withOwnTime } from "../page-time.ts";

describe("the day is closed before its time", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	it("[SCR-15] [DAY-7] only after saying what it costs and typing the branch's name; the head is told and takes it back", async ({
		expect,
	}) => {
		const hall = await aHall(browser);
		const kiosk = await hall.tokenFor({ kind: "device", purpose: "kiosk", branchId: hall.branchId });
		await hall.send(kiosk, { type: "issue-ticket", services: ["cash"] });
		const { page: phone } = await hall.open("/staff/", PHONE);
		const { page: head } = await hall.open("/staff/?as=branch-head", PHONE);
		await head.getByRole("button", { name: "取号" }).waitFor();
		await phone.getByRole("button", { name: "更多" }).click();
		await phone.getByRole("button", { name: "日终" }).click();
		await phone.getByText("1 位客户在等候，将记为未办理").waitFor();
		await phone.getByText(/距营业结束（24:00）还有/).waitFor();
		const confirm = phone.getByRole("button", { name: "确认日终" });
		expect(await confirm.isDisabled()).toBe(true);
		await phone.getByLabel(/请输入网点名称/).fill("外滩");
		expect(await confirm.isDisabled()).toBe(true);
		await phone.getByLabel(/请输入网点名称/).fill("外滩支行");
		await confirm.click();
		for (const page of [phone, head])
			await page
				.getByText(/提前日终/)
				.first()
				.waitFor();
		expect((await hall.status()).dayStatus).toBe("closed");
		await head.getByRole("button", { name: "重新开业" }).click();
		await head.getByLabel(/原因/).fill("误操作");
		await head.getByRole("dialog").getByRole("button", { name: "重新开业" }).click();
		await head.getByText(/提前日终/).waitFor({ state: "detached" });
		expect(await hall.status()).toMatchObject({ dayStatus: "open", waiting: 1 });
	});

	it("[SCR-16] a customer at the kiosk's last step, and a phone about to give a number, are told at once", async ({
		expect,
	}) => {
		const hall = await aHall(browser);
		await hall.openCounter("liu-yang", "2");
		const { page: kiosk } = await hall.open("/kiosk/", KIOSK);
		const { page: phone } = await hall.open("/staff/", PHONE);
		const times = [await withOwnTime(kiosk), await withOwnTime(phone)];
		await kiosk.getByText("现金存取").first().click();
		await kiosk.getByRole("button", { name: "取号", exact: true }).waitFor();
		const issue = phone.getByRole("button", { name: "取号" });
		await issue.waitFor();
		for (const time of times) await time.stop();
		const head = await hall.tokenFor({ kind: "staff", role: "branch-head", branchId: hall.branchId });
		await hall.send(head, { type: "close-day" });
		for (const time of times) await time.told((day) => day.dayStatus === "closed").then(() => time.give());
		await kiosk.getByText("今天的营业已经结束").first().waitFor();
		expect(await kiosk.getByRole("button", { name: "取号", exact: true }).count()).toBe(0);
		await phone.getByText("今日已日终").first().waitFor();
		expect(await issue.isDisabled()).toBe(true);
	});

	it("[LIVE-10] [SCR-16] without network no phone says that it is live, and no kiosk offers a number", async () => {
		const hall = await aHall(browser);
		await hall.openCounter("liu-yang", "2");
		const { page: kiosk, context: machine } = await hall.open("/kiosk/", KIOSK);
		const { page: phone, context } = await hall.open("/staff/", PHONE);
		const times = [await withOwnTime(kiosk), await withOwnTime(phone)];
		await phone.getByText("实时").first().waitFor();
		await kiosk.getByText("现金存取").first().waitFor();
		for (const time of times) await time.stop();
		await context.setOffline(true);
		await machine.setOffline(true);
		for (const time of times) await time.give("none");
		await phone.getByText("信号不稳").first().waitFor();
		await kiosk.getByText("取号机暂时不能使用").waitFor();
		await context.setOffline(false);
		await machine.setOffline(false);
		for (const page of [kiosk, phone]) await page.clock.resume();
		await phone.getByText("实时").first().waitFor();
		await kiosk.getByText("现金存取").first().waitFor();
	});
});
