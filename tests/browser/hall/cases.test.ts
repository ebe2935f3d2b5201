import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, inject, it } from "vitest";
import { DESK } from "../a-bank.ts";
import { aHall, PHONE } from "../a-hall.ts";
import { launchChromium } from "../chromium.ts";

const WHAT = "3号窗口叫号器不响";
const CUSTOMER = "欧阳晓明 15412345678";
const TRIES_MAX = 40;
const DUE_SOON_MS = 3_000;
const HOUR_MS = 3_600_000;

const press = (page: Page, name: string | RegExp) =>
	page.getByRole("button", { name, exact: typeof name === "string" }).click();

describe("tasks", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	async function report(page: Page, what = WHAT) {
		await press(page, "登记问题");
		await page.getByRole("dialog", { name: "登记问题" }).waitFor();
		await page.getByLabel("问题描述").fill(what);
		await press(page, "提交");
		await page.getByText("已登记").waitFor();
		await press(page, "完成");
		await page.getByRole("dialog").waitFor({ state: "detached" });
	}
	/** By the API, owned by the lobby manager. */
	async function openAt(hall: Awaited<ReturnType<typeof aHall>>, what: string, dueAt: number) {
		const token = await hall.tokenFor({ kind: "staff", role: "branch-head", branchId: hall.branchId });
		const response = await fetch(`${inject("serverUrl")}/api/branches/${hall.branchId}/cases`, {
			method: "POST",
			headers: {
				Authorization: `Bearer ${token}`,
				"Idempotency-Key": crypto.randomUUID(),
				"Content-Type": "application/json",
			},
			body: JSON.stringify({ kind: "problem", ownerId: "li-na", dueAt, texts: { what } }),
		});
		if (!response.ok) throw new Error(await response.text());
	}
	async function look(page: Page, what = WHAT) {
		await press(page, /^我的事项/);
		await press(page, new RegExp(what));
		await page.getByText("经过").waitFor();
	}

	it("[CASE-20] [CASE-21] a problem is reported by its text, handed over, carried over and solved; each who is concerned sees it by itself", async ({
		expect,
	}) => {
		const hall = await aHall(browser);
		const { page: manager } = await hall.open("/staff/", PHONE);
		const { page: teller } = await hall.open("/staff/?as=closed-teller&staff=liu-yang", PHONE);
		for (const page of [manager, teller]) await page.getByText("没有未办结的事项").waitFor();
		await report(manager);
		await manager.getByText("1 项未办结").waitFor();
		await look(manager);
		await press(manager, "转交");
		await press(manager, "提交");
		await manager.getByText("请填写：责任人").waitFor();
		await manager.getByLabel("责任人").selectOption("liu-yang");
		await press(manager, "提交");
		await manager.getByText("责任人：刘洋").waitFor();

		await teller.getByText("1 项未办结").waitFor();
		await look(teller);
		const offered = await teller.locator(".sheet > footer button").allInnerTexts();
		expect(offered).toEqual(["已解决", "转交", "延期"]);
		await press(teller, "延期");
		await teller.getByLabel("原因").fill("等配件");
		await teller.getByText(/^明天 10:00/).click();
		await press(teller, "提交");
		await teller.getByText(/等配件/).waitFor();
		// The opener's page hears of it.
		await manager.getByText(/等配件/).waitFor();
		await press(teller, "已解决");
		await teller.getByLabel("处理结果").fill("换了电池");
		await press(teller, "提交");
		await teller.getByRole("dialog", { name: "问题 · 已解决" }).waitFor();
		await manager.getByRole("dialog", { name: "问题 · 已解决" }).waitFor();
		expect(await manager.locator(".sheet > footer button").count()).toBe(0);
		await press(teller, "关闭");
		await teller.getByText("您没有未办结的事项").waitFor();
	});

	it("[CASE-20] what is overdue says so in a word, and calls whoever owns it; the head sees all of the branch, a teller their own alone", async ({
		expect,
	}) => {
		const hall = await aHall(browser);
		const { page: manager } = await hall.open("/staff/", PHONE);
		await report(manager);
		const { page: head } = await hall.open("/staff/?as=branch-head", PHONE, "en");
		await head.getByText("Nothing to do").waitFor();
		await press(head, /^My tasks/);
		await head.getByText("Whole branch").click();
		await press(head, new RegExp(WHAT));
		await head.getByText("Reported").waitFor();
		const { page: teller } = await hall.open("/staff/?as=open-teller", PHONE);
		await teller.getByText("没有未办结的事项").waitFor();
		await press(teller, /^我的事项/);
		await teller.getByText("您没有未办结的事项").waitFor();
		expect(await teller.getByText("网点全部").count()).toBe(0);
		await openAt(hall, "自助机B卡纸", Date.now() + DUE_SOON_MS);
		await manager.getByText("1 项已逾期").waitFor();
		await press(manager, /^我的事项/);
		await manager
			.getByRole("button", { name: /自助机B卡纸/ })
			.getByText("已逾期")
			.waitFor();
		expect(await manager.locator(".case-title").allInnerTexts()).toEqual(["自助机B卡纸", WHAT]);
	});

	it("[CASE-5] a task that comes due rings its owner, and not while they have said that they are away", async ({
		expect,
	}) => {
		const hall = await aHall(browser);
		const { page: manager } = await hall.open("/staff/", PHONE);
		await manager.addInitScript(() => {
			navigator.vibrate = () => {
				document.body.append(Object.assign(document.createElement("i"), { textContent: "~rung~" }));
				return true;
			};
		});
		await manager.reload();
		await manager.getByText("没有未办结的事项").waitFor();
		await manager.locator("main").click({ position: { x: 2, y: 2 } });
		await openAt(hall, "自助机A卡纸", Date.now() + DUE_SOON_MS);
		await manager.getByText("1 项已逾期").waitFor();
		await expect.poll(() => manager.getByText("~rung~").count()).toBe(1);
		const token = await hall.tokenFor({
			kind: "staff",
			role: "lobby-manager",
			branchId: hall.branchId,
			staffId: "li-na",
		});
		await hall.send(token, { type: "set-presence", status: "away", reason: "meeting", backAt: Date.now() + HOUR_MS });
		await manager.getByText(/^暂离/).first().waitFor();
		await openAt(hall, "自助机B卡纸", Date.now() + DUE_SOON_MS);
		await manager.getByText("2 项已逾期").waitFor();
		expect(await manager.getByText("~rung~").count()).toBe(1);
	});

	it("[CASE-21] what names a customer is seen with a reason alone, and goes again", async ({ expect }) => {
		const hall = await aHall(browser);
		const { page } = await hall.open("/staff/", PHONE);
		await press(page, "登记问题");
		await page.getByLabel("问题描述").fill(WHAT);
		await page.getByText("补充信息（选填）").click();
		await page.getByLabel("涉及的客户").fill(CUSTOMER);
		await press(page, "提交");
		await page.getByText("已登记").waitFor();
		await press(page, "完成");
		await look(page);
		await page.getByText("已登记，已遮盖").waitFor();
		expect(await page.locator("body").innerText()).not.toContain(CUSTOMER);
		await press(page, "查看客户信息");
		await press(page, "查看客户信息");
		await page.getByText("请选择或填写原因").waitFor();
		await page.getByText("联系客户").click();
		await press(page, "查看客户信息");
		await page.getByText(CUSTOMER).waitFor();
		await press(page, "立即遮盖");
		await page.getByText("已登记，已遮盖").waitFor();
		expect(await page.locator("body").innerText()).not.toContain(CUSTOMER);
	});

	it("[CASE-22] who was slower sees what was done meanwhile and loses nothing typed; what can no longer be done cannot be sent", async ({
		expect,
	}) => {
		const hall = await aHall(browser);
		const { page: one } = await hall.open("/staff/", PHONE);
		await report(one);
		await look(one);
		await press(one, "已解决");
		await one.getByLabel("处理结果").fill("换了电池");
		const { page: two } = await hall.open("/staff/?as=branch-head", PHONE, "en");
		await press(two, /^My tasks/);
		await two.getByText("Whole branch").click();
		await press(two, new RegExp(WHAT));
		await press(two, "Carry over");
		await two.getByLabel("Reason").fill("spare part");
		await two.getByText(/^Tomorrow 10:00/).click();
		await press(two, "Send");
		await two.getByText(/spare part/).waitFor();
		await one.getByText("他人已处理过此事项").waitFor();
		await one.getByText(/spare part/).waitFor();
		expect(await one.getByLabel("处理结果").inputValue()).toBe("换了电池");
		await press(two, "Withdraw");
		await two.getByLabel("Reason").fill("it rings again");
		await press(two, "Send");
		await one.getByText("现在已不能进行此操作").waitFor();
		expect(await one.getByLabel("处理结果").inputValue()).toBe("换了电池");
		expect(await one.getByRole("button", { name: "提交" }).isDisabled()).toBe(true);
		await press(one, "返回");
		await one.getByRole("dialog", { name: "问题 · 已撤销" }).waitFor();
	});

	it("[CASE-22] while the network is away what was typed waits on the page, and is sent once; a form that is closed keeps it", async ({
		expect,
	}) => {
		const hall = await aHall(browser);
		const { page } = await hall.open("/staff/", PHONE);
		await press(page, "登记问题");
		await page.getByLabel("问题描述").fill(WHAT);
		await press(page, "关闭");
		await press(page, "登记问题");
		expect(await page.getByLabel("问题描述").inputValue()).toBe(WHAT);
		const ids: (string | undefined)[] = [];
		await page.route("**/api/branches/*/cases", (route) => {
			if (route.request().method() !== "POST") return route.continue();
			ids.push(route.request().headers()["idempotency-key"]);
			return ids.length < 3 ? route.abort() : route.continue();
		});
		await press(page, "提交");
		await page.getByText("网络不通，内容已保留在本页").waitFor();
		await press(page, "关闭");
		await page.getByText("1 项等待发送").waitFor();
		await page.getByText("1 项未办结").waitFor();
		await page.getByText("1 项等待发送").waitFor({ state: "detached" });
		expect(new Set(ids).size).toBe(1);
		const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
		expect(kept).not.toContain(WHAT);

		// The answer to a step is lost on its way: sent again, it is done once.
		await look(page);
		await page.route("**/steps", async (route) => {
			await page.unroute("**/steps");
			await route.fetch();
			await route.abort();
		});
		await press(page, "已解决");
		await page.getByLabel("处理结果").fill("换了电池");
		await press(page, "提交");
		const over = page.getByRole("dialog", { name: "问题 · 已解决" });
		await page.getByText("网络不通").or(over).first().waitFor();
		// News of one's own step may have closed the form already.
		if ((await over.count()) === 0) await press(page, "提交").catch(() => undefined);
		await over.waitFor();
		expect(await page.getByText("换了电池").count()).toBe(1);
	});

	it("[CASE-23] [CON-2] the console lists and turns them, says as of when, and does their steps; a teller has no such section", async ({
		expect,
	}) => {
		const hall = await aHall(browser);
		const { page: manager } = await hall.open("/staff/", PHONE);
		await report(manager);
		await report(manager, "填单台老花镜丢失");
		const { page: head } = await hall.open("/console/?as=branch-head#/cases", DESK);
		await head.getByText(/^截至 \d{4}-/).waitFor();
		const rows = head.locator("tbody tr.ant-table-row");
		for (let tries = 0; tries < TRIES_MAX && (await rows.count()) < 2; tries++) {
			await press(head, "刷新");
			await head.waitForTimeout(250);
		}
		await press(manager, /^我的事项/);
		await press(manager, /老花镜/);
		await press(manager, "延期");
		await manager.getByLabel("原因").fill("采购");
		await manager.getByText(/^明天 10:00/).click();
		await press(manager, "提交");
		await manager.getByText(/采购/).waitFor();
		await head.getByRole("columnheader", { name: "责任人" }).click();
		await head.waitForURL(/sort=owner/);
		await head.getByRole("columnheader", { name: "到期" }).click();
		await head.waitForURL(/sort=due&order=asc/);
		await head.getByRole("columnheader", { name: "到期" }).click();
		await head.waitForURL(/order=desc/);
		await head.getByRole("link", { name: "填单台老花镜丢失" }).click();
		await head.getByRole("heading", { name: "填单台老花镜丢失" }).waitFor();
		await head.getByText("采购").waitFor();
		await press(head, "已解决");
		await head.getByRole("dialog").getByLabel("处理结果").fill("找到了");
		await head.getByRole("dialog").getByRole("button", { name: "提交" }).click();
		await head.getByText("找到了").waitFor();
		await manager.getByRole("dialog", { name: "问题 · 已解决" }).waitFor();
		await head.getByText("返回列表").click();
		await head.getByText("已办结").click();
		await head.waitForURL(/list=over/);
		for (
			let tries = 0;
			tries < TRIES_MAX && (await head.getByRole("link", { name: /老花镜/ }).count()) === 0;
			tries++
		) {
			await press(head, "刷新");
			await head.waitForTimeout(250);
		}
		await head.getByRole("link", { name: /老花镜/ }).waitFor();

		const { page: english } = await hall.open("/console/?as=branch-head&lang=en#/cases", DESK);
		await english.getByText(/^As of \d{4}-/).waitFor();
		await english.getByRole("button", { name: "Report a problem" }).waitFor();
		const { page: operator } = await hall.open("/console/?as=head-office-operator#/cases", DESK);
		await operator.getByText("缺少的权限：查看全部问题").waitFor();
		const { page: teller } = await hall.open("/console/?as=open-teller", DESK);
		await teller.getByRole("navigation", { name: "栏目" }).waitFor();
		expect(await teller.getByRole("link", { name: "事项" }).count()).toBe(0);
	});

	it("[SCR-38] picks a day and a time in the page's language, whatever the browser's", async ({ expect }) => {
		const hall = await aHall(browser);
		const { page } = await hall.open("/staff/?as=lobby-manager&lang=zh", PHONE, "en-GB");
		await press(page, "登记问题");
		await page.getByText("其他时间").click();
		const [day, time] = [page.getByLabel("到期日期"), page.getByLabel("到期时间")];
		const days = await day.locator("option").allInnerTexts();
		expect(days.length).toBeGreaterThanOrEqual(14);
		for (const each of days) expect(each).toMatch(/^\d+月\d+日 星期.$/);
		await day.selectOption({ label: days[3] ?? "" });
		await time.selectOption("14:45");
		expect(await day.locator("option:checked").innerText()).toBe(days[3]);
		expect(await time.inputValue()).toBe("14:45");
	});
});
