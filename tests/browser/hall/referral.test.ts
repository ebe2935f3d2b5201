import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { syntheticCustomer } from "../../../worker/domain/customer/synthetic-customer.ts";
import { aHall, KIOSK, PHONE } from "../a-hall.ts";
import { launchChromium } from "../chromium.ts";

const NAME = "欧阳晓明";
const MASKED = "欧阳*明";
const CONTACT = "15412345678";
/** The demo directory's seed. */
const DEMO_SEED = 20261121;

describe("an identified customer", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	async function refer(page: Page) {
		await page.getByRole("button", { name: "推介", exact: true }).click();
		await page.getByRole("dialog").waitFor();
		await page.keyboard.type(NAME);
	}

	/** The first record of the branch, opened by somebody; it reaches the list a moment after it was taken. */
	async function openFirst(page: Page) {
		await page.getByRole("button", { name: "更多" }).click();
		for (let tries = 0; tries < 20; tries++) {
			await page.getByRole("button", { name: "推介记录" }).click();
			const row = page.getByRole("dialog").getByText(MASKED);
			const nothing = page.getByText("没有符合条件的记录");
			await row.or(nothing).first().waitFor();
			if ((await row.count()) > 0) return row.click();
			await page.getByRole("button", { name: "关闭" }).click();
			await page.waitForTimeout(500);
			await page.getByRole("button", { name: "更多" }).click();
		}
	}

	it("[PRV-7] [PRV-19] is recorded in two taps and a name, shown with a reason for a minute, signed, and over by its outcome", async ({
		expect,
	}) => {
		const hall = await aHall(browser);
		const { page: lobby } = await hall.open("/staff/", PHONE);
		await refer(lobby);
		await lobby.getByText("补充信息").click();
		await lobby.getByLabel("联系方式", { exact: true }).fill(CONTACT);
		await lobby.getByText("马俊").first().click();
		await lobby.getByRole("button", { name: "大额现金" }).click();
		await lobby.getByText("已保存").first().waitFor();
		expect(await lobby.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain(
			NAME,
		);

		const { page: rm } = await hall.open("/staff/?as=relationship-manager&staff=ma-jun", PHONE);
		await rm.clock.install();
		await rm.getByRole("region", { name: "我的事项" }).getByRole("button").first().click();
		await rm.getByRole("dialog").getByRole("button", { name: MASKED }).waitFor();
		await rm.getByRole("button", { name: "关闭" }).click();
		await openFirst(rm);
		await rm.getByText("154****5678").waitFor();
		expect(await rm.locator("body").innerText()).not.toContain(NAME);
		await rm.getByRole("button", { name: "查看客户信息", exact: true }).click();
		await rm.getByRole("button", { name: "查看客户信息", exact: true }).click();
		await rm.getByText("请选择或填写原因").waitFor();
		await rm.getByText("联系客户").click();
		await rm.getByRole("button", { name: "查看客户信息", exact: true }).click();
		await rm.getByText(NAME).waitFor();
		await rm.getByText(CONTACT).waitFor();
		await rm.clock.fastForward(50_000);
		await rm.getByText(/^\d 秒后遮盖|^10 秒后遮盖/).waitFor();
		await rm.clock.fastForward(12_000);
		await rm.getByText(NAME).waitFor({ state: "detached" });
		expect(await rm.locator("body").innerText()).not.toContain(CONTACT);

		await rm.getByRole("button", { name: "签收，待跟进" }).click();
		await rm.getByText("已签收").waitFor();
		await rm.getByRole("button", { name: "填写结果" }).click();
		await rm.getByLabel("产品").fill("三年期国债");
		await rm.getByLabel("金额（元）").fill("200,000.50");
		await rm.getByRole("button", { name: "提交" }).click();
		await rm.getByText("已登记").first().waitFor();
		await rm.getByText("已成交").first().waitFor();

		// The form goes on from what is on record, once it is shown with a reason.
		await rm.getByRole("button", { name: "修改结果" }).click();
		await rm.getByText("补全记录").click();
		await rm.getByRole("button", { name: "查看客户信息", exact: true }).click();
		await rm.getByLabel("产品").waitFor();
		expect(await rm.getByLabel("产品").inputValue()).toBe("三年期国债");
		expect(await rm.getByLabel("金额（元）").inputValue()).toBe("200000.50");
		await rm.getByText("客户无意向").click();
		await rm.getByRole("button", { name: "提交" }).click();
		await rm.getByRole("button", { name: "修改结果" }).waitFor();
		await rm.getByText("客户无意向").first().waitFor();
		await rm.getByRole("button", { name: "关闭" }).click();
		await rm.getByText("待跟进", { exact: true }).click();
		await rm.getByText("没有符合条件的记录").waitFor();
	});

	it("[PRV-8] is not lost when the network fails, and is recorded once", async ({ expect }) => {
		const hall = await aHall(browser);
		const { page } = await hall.open("/staff/", PHONE);
		await refer(page);
		const ids: (string | undefined)[] = [];
		await page.route("**/cases", async (route) => {
			if (route.request().method() !== "POST") return route.continue();
			ids.push(route.request().headers()["idempotency-key"]);
			// The first is taken and its answer lost; the second never arrives.
			if (ids.length === 1) await route.fetch();
			return ids.length < 3 ? route.abort() : route.continue();
		});
		await page.getByRole("button", { name: "办理保管箱" }).click();
		await page.getByText("网络不通，内容已保留在本页").waitFor();
		await page.getByRole("button", { name: "关闭" }).click();
		await page.getByText("1 项等待发送").waitFor();
		await page.getByText("1 项等待发送").waitFor({ state: "detached" });
		expect(new Set(ids).size).toBe(1);
		expect(ids.length).toBeGreaterThanOrEqual(3);
		await openFirst(page);
		// Closed, it leads back to the list.
		await page.getByRole("button", { name: "关闭" }).click();
		await page.getByText(MASKED).waitFor();
		expect(await page.getByText(MASKED).count()).toBe(1);
	});

	it("[PRV-9] two people at one record: the second is told and loses nothing typed", async () => {
		const hall = await aHall(browser);
		const { page: one } = await hall.open("/staff/", PHONE);
		await refer(one);
		await one.getByRole("button", { name: "大额汇款" }).click();
		await one.getByRole("button", { name: "完成" }).click();
		const { page: two } = await hall.open("/staff/?as=branch-head", PHONE);
		await openFirst(one);
		await openFirst(two);
		await one.getByRole("button", { name: "补充记录" }).click();
		await one.getByLabel("方便联系的时间").fill("周三下午");
		await two.getByRole("button", { name: "补充记录" }).click();
		await two.getByLabel("备注").fill("常来办汇款");
		await two.getByRole("button", { name: "提交" }).click();
		await two.getByRole("button", { name: "补充记录" }).waitFor();
		// It is told as soon as it is there, and what was typed is sent after it.
		await one.getByText("他人已处理过此事项").waitFor();
		await one.getByRole("button", { name: "提交" }).click();
		await one.getByRole("button", { name: "补充记录" }).waitFor();
		await one.getByText("已登记").nth(1).waitFor();
	});

	it("[PRV-11] is recognised on the phone, masked, and at the kiosk without a word about them", async ({ expect }) => {
		const hall = await aHall(browser);
		await hall.openCounter("wang-fang", "5");
		const customer = syntheticCustomer(DEMO_SEED, 5);
		const { page } = await hall.open("/staff/", PHONE);
		await page.getByRole("button", { name: "取号" }).click();
		await page.getByLabel(/卡号、证件号/).fill(customer.card);
		await page.getByLabel(/卡号、证件号/).press("Enter");
		await page.getByText("已识别").waitFor();
		const text = await page.locator("body").innerText();
		expect(text).not.toContain(customer.name);
		expect(text).not.toContain(customer.card);
		await page.getByRole("button", { name: /转账汇款/ }).click();
		await page.getByText("号码已生成").waitFor();

		const screens: string[] = [];
		for (const number of [customer.phone, "15499999999"]) {
			const { page: kiosk } = await hall.open("/kiosk/", KIOSK);
			await kiosk.getByRole("button", { name: /插卡/ }).click();
			for (const digit of number) await kiosk.getByRole("button", { name: digit, exact: true }).click();
			await kiosk.getByRole("button", { name: "确定" }).click();
			await kiosk.getByText("已收到，欢迎您").waitFor();
			screens.push(
				(await kiosk.locator("main").innerText()).replaceAll(/前面 \d+ 人|前面无人|\d+ 分钟以内|大约[^\n]+/g, "…"),
			);
			expect(await kiosk.evaluate(() => location.href + JSON.stringify({ ...localStorage }))).not.toContain(number);
			await kiosk.getByRole("button", { name: /转账汇款/ }).click();
			await kiosk.getByRole("button", { name: "取号" }).click();
			await kiosk.getByText("您的号码").waitFor();
			await kiosk.getByRole("button", { name: /好了/ }).click();
			await kiosk.getByRole("button", { name: /插卡/ }).waitFor();
		}
		// Known or not, the machine says the same.
		expect(screens[1]).toBe(screens[0]);
	});
});
