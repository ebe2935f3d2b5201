import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { DESK } from "../a-bank.ts";
import { aHall, PHONE } from "../a-hall.ts";
import { launchChromium } from "../chromium.ts";

const NAME = "欧阳晓明";
const MASKED = "欧阳*明";

describe("the credit for a referral", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	it("[CASE-30] [CASE-32] is earned with a colleague who is named on the phone; each sees their own there, the head all in the console", async ({
		expect,
	}) => {
		const hall = await aHall(browser);
		const { page: lobby } = await hall.open("/staff/", PHONE);
		await lobby.getByRole("button", { name: "推介", exact: true }).click();
		await lobby.getByRole("dialog").waitFor();
		await lobby.keyboard.type(NAME);
		await lobby.getByText("补充信息").click();
		await lobby.getByText("马俊").first().click();
		const partner = lobby.getByLabel("提供信息的同事");
		// Nobody is a colleague of themselves.
		expect(await partner.locator("option").allInnerTexts()).not.toContain("李娜");
		await partner.selectOption({ label: "刘洋" });
		await lobby.getByRole("button", { name: "大额现金" }).click();
		await lobby.getByText("已保存").first().waitFor();

		const { page: rm } = await hall.open("/staff/?as=relationship-manager&staff=ma-jun", PHONE);
		await rm.getByRole("region", { name: "我的事项" }).getByRole("button").first().click();
		await rm.getByRole("dialog").getByRole("button", { name: MASKED }).click();
		await rm.getByText("刘洋").first().waitFor();
		await rm.getByRole("button", { name: "填写结果" }).click();
		await rm.getByLabel("产品").fill("三年期国债");
		await rm.getByLabel("金额（元）").fill("200,000");
		await rm.getByRole("button", { name: "提交" }).click();
		await rm.getByText("已成交").first().waitFor();
		expect(await rm.locator("body").innerText()).not.toContain("积分");
		await rm.getByRole("button", { name: "关闭" }).click();

		for (const [as, points] of [
			["relationship-manager&staff=ma-jun", 40],
			["closed-teller&staff=liu-yang", 20],
			["relationship-manager&staff=xu-na", 0],
		] as const) {
			const { page } = await hall.open(`/staff/?as=${as}`, PHONE);
			await page.getByRole("button", { name: "更多" }).click();
			await page.getByRole("button", { name: "我的今天" }).click();
			const facts = page.getByRole("dialog").locator("dl");
			await facts.getByText("本月推介积分").waitFor();
			expect((await facts.innerText()).replace(/\s+/g, " ")).toContain(`本月推介积分 ${points} 上月推介积分 0`);
		}

		const { page: head } = await hall.open(`/console/?as=branch-head#/branches/${hall.branchId}`, DESK);
		await head.getByRole("link", { name: "推介积分" }).click();
		const rows = head.getByRole("region", { name: "推介积分" }).locator("tbody tr:has(td.figure)");
		await rows.first().waitFor();
		const seen = (await rows.allInnerTexts()).map((row) => row.replace(/\s+/g, " ").trim());
		expect(seen.map((row) => row.replace(/（.*?）|\(.*?\)/g, "")).sort()).toHaveLength(3);
		expect(seen.filter((row) => /40 1 0$/.test(row))).toHaveLength(2);
		expect(seen.filter((row) => /20 1 0$/.test(row))).toHaveLength(1);
		await head.getByRole("link", { name: "上一月" }).click();
		await head.getByText("这两个月还没有成交的推介").waitFor();
		await head.getByRole("link", { name: "本月" }).click();
		await rows.first().waitFor();

		const { page: english } = await hall.open(
			`/console/?as=branch-head&lang=en#/branches/${hall.branchId}/credit`,
			DESK,
		);
		await english.getByText("Each referral that ends in a sale earns 100 points").waitFor();
		// Whoever may not see others' points finds no way there.
		const { page: manager } = await hall.open(`/console/?as=lobby-manager#/branches/${hall.branchId}`, DESK);
		await manager.getByRole("heading", { level: 1 }).first().waitFor();
		await manager.getByRole("link", { name: "推介记录" }).first().waitFor();
		expect(await manager.getByRole("link", { name: "推介积分" }).count()).toBe(0);
	});
});
