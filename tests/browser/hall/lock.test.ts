import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aBank } from "../a-bank.ts";
import { openConsole, signInToConsole } from "../a-console.ts";
import { PHONE } from "../a-hall.ts";
import { launchChromium } from "../chromium.ts";

const PASSWORD = "a long enough passphrase 7";
const PIN = "274951";
const CONTACT = "13912345678";
const MASKED = "139****5678";
const ENTER_PIN = "请输入六位 PIN 码解锁";
const STORED_WITHIN_MS = 20_000;

/** A relationship manager with a PIN, signed in once in one browser, and a customer's record to look at. */
describe("a lock over what somebody was doing", () => {
	let browser: Browser;
	let bank: Awaited<ReturnType<typeof aBank>>;
	let desk: Page;
	let phone: Page;
	let record: string;
	beforeAll(async () => {
		[browser, bank] = await Promise.all([launchChromium(), aBank()]);
		await bank.configure();
		const person = await bank.join("zhu", "朱琳", [{ role: "relationship-manager", nodeId: bank.branchId }]);
		const path = `/branches/${bank.branchId}/cases`;
		const listed = `/nodes/${bank.branchId}/cases?kind=referral`;
		const manager = await bank.demoToken("relationship-manager", bank.branchId);
		const fields = { name: "欧阳慧", contact: { kind: "phone", value: CONTACT } };
		const body = { kind: "referral", fields, facts: { reasonCode: "gold-card" } };
		const made = await bank.ask<{ caseId: string }>("POST", path, body, manager);
		record = made.caseId;
		desk = await signInToConsole(browser, bank.base, person, PASSWORD);
		phone = await openConsole(desk.context(), `${bank.base}/staff/`);
		await phone.setViewportSize(PHONE);
		await phone.getByRole("button", { name: "更多" }).waitFor();
		await ask("PUT", "/session/pin", { password: PASSWORD, pin: PIN });
		const stored = () => bank.ask<{ rows: unknown[] }>("GET", listed, undefined, manager);
		for (const from = Date.now(); Date.now() - from < STORED_WITHIN_MS; ) if ((await stored()).rows.length > 0) break;
	});
	afterAll(() => browser.close());

	/** As a page of this browser asks: by its cookie. */
	async function ask(method: string, path: string, body?: unknown): Promise<void> {
		const status = await desk.evaluate(
			async ([method, path, body]) => {
				const headers = { "x-tingtang-client": "1", "content-type": "application/json" };
				return (await fetch(`/api${path}`, { method, headers, ...(body && { body }) })).status;
			},
			[method, path, body === undefined ? "" : JSON.stringify(body)] as const,
		);
		if (status !== 200) throw new Error(`${path}: ${status}`);
	}

	/** Neither in sight nor in the tree that is read aloud. */
	async function seen(page: Page): Promise<string> {
		return (await page.locator("body").innerText()) + (await page.locator("body").ariaSnapshot());
	}

	it("[ACC-15] [CON-5] the console keeps a half-filled form under it, and no value shown in full", async ({
		expect,
	}) => {
		await desk.bringToFront();
		await desk.goto(`${bank.base}/console/#/referrals/${record}`);
		await desk.getByRole("button", { name: "查看客户信息" }).click();
		await desk.getByLabel("联系方式").check();
		await desk.getByLabel("原因").fill("约定回访时间");
		await desk.getByRole("dialog").getByRole("button", { name: "查看客户信息" }).click();
		await desk.getByText(CONTACT).waitFor();
		await desk.getByRole("button", { name: "补充记录" }).click();
		const remarks = desk.getByRole("dialog").getByLabel("备注");
		await remarks.fill("下周三下午有空");

		await ask("POST", "/session/lock");
		await desk.getByRole("button", { name: "提交" }).click();
		await desk.getByLabel(ENTER_PIN).waitFor();
		expect(await seen(desk)).not.toMatch(/139|下周三|推介|备注/);
		expect(await desk.locator("body").textContent()).not.toContain(CONTACT);
		for (const key of ["Escape", "Escape", "Tab", "Tab", "Tab"]) await desk.keyboard.press(key);
		const outside = () => desk.evaluate(() => document.activeElement?.closest("#root, .ant-modal") ?? null);
		expect(await outside()).toBeNull();
		// The phone, which was there before there was a PIN, asks for it as well.
		await phone.getByRole("button", { name: "7", exact: true }).waitFor();
		await desk.getByLabel(ENTER_PIN).fill(PIN);
		await desk.keyboard.press("Enter");

		await remarks.waitFor();
		expect(await remarks.inputValue()).toBe("下周三下午有空");
		await desk.getByText(MASKED).waitFor();
		await desk.getByRole("button", { name: "提交" }).click();
		await desk.getByRole("dialog").waitFor({ state: "hidden" });
	});

	it("[ACC-15] [PRV-7] the phone, locked from elsewhere, hides at once what it showed", async ({ expect }) => {
		await phone.bringToFront();
		// Unlocked on the other page meanwhile: it finds out when it is looked at.
		await phone.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
		await phone.getByRole("button", { name: "更多" }).click();
		await phone.getByRole("button", { name: "推介记录" }).click();
		await phone.getByText("欧阳*").or(phone.getByText("欧*")).first().click();
		await phone.getByText(MASKED).waitFor();
		await phone.getByRole("button", { name: "查看客户信息", exact: true }).click();
		await phone.getByText("联系客户").click();
		await phone.getByRole("button", { name: "查看客户信息", exact: true }).click();
		await phone.getByText(CONTACT).waitFor();
		await ask("POST", "/session/lock");
		await phone.getByText(ENTER_PIN).waitFor();
		expect(await seen(phone)).not.toMatch(/139|欧阳|外滩/);
		expect(await phone.locator("body").textContent()).not.toContain(CONTACT);
		await phone.keyboard.type(PIN);
		await phone.getByText(MASKED).waitFor();
		expect(await phone.locator("body").textContent()).not.toContain(CONTACT);
		await phone.close();
	});

	it("[ACC-15] [SCR-5] the counter's keys do nothing under it, and an open question is still open after it", async ({
		expect,
	}) => {
		const counter = await openConsole(desk.context(), `${bank.base}/counter/`);
		await counter.getByRole("button", { name: /窗口/ }).first().click();
		await counter.getByRole("button", { name: /开放窗口/ }).waitFor();
		await counter.keyboard.press("a");
		const question = counter.getByRole("heading", { name: "请求协助" });
		await question.waitFor();
		await ask("POST", "/session/lock");
		await counter.getByText(ENTER_PIN).waitFor();
		expect(await question.isVisible()).toBe(false);
		await counter.keyboard.press("Space");
		await counter.keyboard.type(PIN);
		await question.waitFor();
		await counter.keyboard.press("Escape");
		await counter.getByRole("button", { name: /开放窗口/ }).waitFor();
		expect(await question.count()).toBe(0);
	});
});
