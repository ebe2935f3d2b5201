import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aHall, COUNTER, KIOSK, PHONE } from "../a-hall.ts";
import { aTicket } from "../a-ticket.ts";
import { launchChromium } from "../chromium.ts";

const DAY_MS = 86_400_000;
const WHOLE_DATE = /\d{4}年\d{1,2}月\d{1,2}日 星期./;

describe("a ticket", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	it("[SCR-13] says branch, date, service and validity, on the slip and on the page", async ({ expect }) => {
		const { hall, link } = await aTicket(browser);
		const { page: kiosk } = await hall.open("/kiosk/", KIOSK);
		await kiosk.getByText("现金存取").first().click();
		await kiosk.getByRole("button", { name: "取号", exact: true }).click();
		await kiosk.getByText("A002").first().waitFor();
		const { page: phone } = await hall.open(`/ticket/#${link}`, PHONE);
		await phone.getByText("A001").first().waitFor();
		for (const page of [kiosk, phone]) {
			const text = await page.locator("main").innerText();
			expect(text).toMatch(WHOLE_DATE);
			expect(text).toContain("仅限当日在本网点有效");
			expect(text).toContain("现金存取");
			expect(await page.locator("body").innerText()).toContain("外滩支行");
		}
	});

	it("[SCR-21] says what to bring, and rings when called once it was touched", async ({ expect }) => {
		const { hall, link } = await aTicket(browser);
		const { page } = await hall.open(`/ticket/#${link}`, PHONE);
		await page.locator(".facts").getByText("银行卡或存折").waitFor();
		await page.evaluate(() => {
			const start = OscillatorNode.prototype.start;
			OscillatorNode.prototype.start = function (...at) {
				document.body.dataset.rung = "yes";
				start.apply(this, at);
			};
		});
		await page.locator("h1.number").click();
		expect(await page.locator("body[data-rung]").count()).toBe(0);
		const teller = await hall.openCounter("liu-yang", "2");
		await hall.send(teller, { type: "call-next", counterId: "2" });
		await page.getByText("叫到您了").waitFor();
		await page.locator("body[data-rung=yes]").waitFor();
	});

	it("[SCR-13] of yesterday looks like one", async ({ expect }) => {
		const { hall, link } = await aTicket(browser);
		const { page, context } = await hall.open(`/ticket/#${link}`, PHONE);
		await page.getByText("A001").first().waitFor();
		expect(await page.locator(".old-note").count()).toBe(0);
		await context.setOffline(true);
		await page.evaluate((ms) => {
			const now = performance.now.bind(performance);
			performance.now = () => now() + ms;
		}, DAY_MS);
		await page.getByText("已经过期").waitFor();
		const line = await page.locator(".number strong").evaluate((each) => getComputedStyle(each).textDecorationLine);
		expect(line).toBe("line-through");
	});

	it("[SCR-4] opens by a link that a chat app has altered", async () => {
		const { hall, link } = await aTicket(browser);
		for (const tail of ["?from=singlemessage", "&from=timeline", "%20", "。"]) {
			const { page, context } = await hall.open(`/ticket/#${link}${tail}`, PHONE);
			await page.getByText("A001").first().waitFor();
			await context.close();
		}
	});

	it("[SCR-14] an English browser reads English everywhere, and a choice made on the page stays", async ({
		expect,
	}) => {
		const { hall, link } = await aTicket(browser);
		for (const [path, words] of [
			[`/ticket/#${link}`, "Your number"],
			["/", "Shanghai Lujiazui"],
			["/sign-in/", "Staff sign-in"],
			["/staff/", "Get a number|Issue"],
			["/kiosk/", "What would you like to do?"],
		] as const) {
			const { page, context } = await hall.open(path, PHONE, "en-GB");
			await page.getByText(new RegExp(words)).first().waitFor();
			expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
			await context.close();
		}
		const { page, context } = await hall.open(`/ticket/#${link}`, PHONE, "en-GB");
		await page.getByRole("button", { name: "中文" }).click();
		await page.getByText("您的号码").waitFor();
		await page.reload();
		await page.getByText("您的号码").waitFor();
		await context.close();
		const { page: french } = await hall.open(`/ticket/#${link}`, PHONE, "fr-FR");
		await french.getByText("您的号码").waitFor();
		expect(await french.evaluate(() => document.documentElement.lang)).toBe("zh-CN");
	});

	it("[SCR-14] the kiosk's code opens the page in the language chosen there", async ({ expect }) => {
		const hall = await aHall(browser);
		const { page } = await hall.open("/kiosk/", KIOSK);
		await page.getByRole("button", { name: "English" }).click();
		await page.getByText("Deposits and withdrawals").first().click();
		await page.getByRole("button", { name: "Get a number", exact: true }).click();
		await page.getByText("A001").first().waitFor();
		expect(await page.locator("[data-address]").getAttribute("data-address")).toContain("lang=en");
	});

	it("[SCR-12] every page goes on in a browser that refuses storage", async ({ expect }) => {
		const { hall, link } = await aTicket(browser);
		for (const how of ["throws", "null", "full"]) {
			for (const [path, size, words] of [
				[`/ticket/#${link}`, PHONE, "您的号码"],
				["/staff/", PHONE, "等候人数"],
				["/counter/?as=closed-teller", COUNTER, "2号窗口"],
				["/sign-in/", PHONE, "工号"],
				["/console/", COUNTER, "登录"],
			] as const) {
				const { page, context } = await hall.open("/display/", size);
				await context.addInitScript((kind) => {
					const refuse = () => {
						throw new DOMException("refused", "SecurityError");
					};
					const full = { getItem: () => null, setItem: refuse, removeItem: () => undefined, clear: () => undefined };
					for (const name of ["localStorage", "sessionStorage"]) {
						const get = kind === "throws" ? refuse : () => (kind === "null" ? null : full);
						Object.defineProperty(window, name, { configurable: true, get });
					}
				}, how);
				const [address, fragment = ""] = path.split("#");
				const joint = address?.includes("?") ? "&" : "?";
				await page.goto(new URL(`${address}${joint}branch=${hall.branchId}#${fragment}`, page.url()).href);
				await page.getByText(words).first().waitFor();
				expect(await page.locator("body").innerText()).not.toBe("");
				await context.close();
			}
		}
	});
});
