import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aHall, KIOSK, PHONE } from "../a-hall.ts";
import { launchChromium } from "../chromium.ts";

describe("help asked for at a kiosk", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	it("[SCR-30] [ALR-6] says who was told, then who comes, also after a reload, and is taken back at the machine", async ({
		expect,
	}) => {
		const hall = await aHall(browser);
		await hall.openCounter("liu-yang", "2");
		const { page: phone } = await hall.open("/staff/?as=lobby-manager", PHONE);
		await phone.getByText("厅内无人等候").waitFor();
		const { page } = await hall.open("/kiosk/", KIOSK);
		await page.getByRole("button", { name: "我需要帮忙" }).click();
		await page.getByText("已通知大堂经理，请稍候").waitFor();
		await phone.getByRole("button", { name: "我来处理" }).click();
		await page.getByText("大堂经理正在过来，请在此稍候").waitFor();
		await page.reload();
		await page.getByText("大堂经理正在过来，请在此稍候").waitFor();
		await page.getByRole("button", { name: "English" }).click();
		await page.getByText("The lobby manager is on the way, please wait here").waitFor();
		expect(await page.locator("body").innerText()).not.toMatch(/李娜|Li Na/);
		await page.getByRole("button", { name: "No longer needed" }).click();
		await page.getByRole("button", { name: "I need help" }).waitFor();
		await phone.getByRole("button", { name: "已处理" }).waitFor({ state: "detached" });
		expect((await hall.status()).openHelpCalls).toBe(0);
	});

	it("[SCR-30] ends where whoever came says so, and can be asked for again", async () => {
		const hall = await aHall(browser);
		await hall.openCounter("liu-yang", "2");
		const { page: phone } = await hall.open("/staff/?as=lobby-manager", PHONE);
		await phone.getByText("厅内无人等候").waitFor();
		const { page } = await hall.open("/kiosk/", KIOSK);
		await page.getByRole("button", { name: "我需要帮忙" }).click();
		await phone.getByRole("button", { name: "我来处理" }).click();
		await page.getByText("大堂经理正在过来").waitFor();
		await phone.getByRole("button", { name: "已处理" }).click();
		await page.getByRole("button", { name: "我需要帮忙" }).click();
		await page.getByText("已通知大堂经理，请稍候").waitFor();
	});

	it("[SCR-30] is not offered without a network, which says where to go, and is again with one", async ({ expect }) => {
		const hall = await aHall(browser);
		const { page, context } = await hall.open("/kiosk/", KIOSK);
		const help = page.getByRole("button", { name: "我需要帮忙" });
		await help.waitFor();
		await context.setOffline(true);
		await page.getByText("需要帮忙请直接到咨询台").waitFor();
		expect(await help.count()).toBe(0);
		await context.setOffline(false);
		await help.waitFor();
	});

	it("[SCR-21] loans and whatever else are among the services, and a tile without a counter says so", async ({
		expect,
	}) => {
		const hall = await aHall(browser);
		await hall.openCounter("wang-fang", "5");
		const { page } = await hall.open("/kiosk/", KIOSK);
		await page.getByRole("button", { name: "更多业务" }).click();
		const other = page.getByRole("button", { name: /^其他事项/ });
		const loan = page.getByRole("button", { name: /^贷款业务/ });
		await other.getByText("前面无人").waitFor();
		await loan.getByText("暂无窗口办理").waitFor();
		expect(await page.locator(".tile .service-icon").count()).toBe(3);
		await loan.click();
		await page.getByText("收入证明").waitFor();
		await page.getByRole("button", { name: "返回" }).click();
		await page.getByRole("button", { name: "更多业务" }).click();
		await other.click();
		await page.getByText("本人身份证件").waitFor();
		await page.getByRole("button", { name: "取号", exact: true }).click();
		await page.getByText("C001").waitFor();
	});
});
