import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aHall, COUNTER, PHONE } from "../a-hall.ts";
import { launchChromium } from "../chromium.ts";

describe("a customer who is accompanied to a counter", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	it("[TKT-18] is sent there from the phone in one go; the counter reads who comes along, in both languages, and no screen does", async ({
		expect,
	}) => {
		const hall = await aHall(browser);
		await hall.openCounter("liu-yang", "2");
		const kiosk = await hall.tokenFor({ kind: "device", purpose: "kiosk", branchId: hall.branchId });
		await hall.send(kiosk, { type: "issue-ticket", services: ["cash"] });
		const { page: phone } = await hall.open("/staff/", PHONE);
		await phone.getByRole("button", { name: /A001/ }).click();
		await phone.getByRole("dialog").getByRole("button", { name: "转移" }).click();
		const sheet = phone.getByRole("dialog");
		await sheet.getByRole("radio", { name: /^2号窗口/ }).check();
		await sheet.getByLabel("我陪同客户过去").check();
		await sheet.getByRole("button", { name: "转移" }).click();
		await sheet.waitFor({ state: "detached" });
		await phone.getByRole("button", { name: /A001/ }).click();
		await phone.getByText(/指定 ?2号窗口 · 李娜陪同/).waitFor();

		const { page: desk } = await hall.open("/counter/?as=closed-teller&staff=liu-yang", COUNTER);
		await desk.getByText("2号窗口").first().click();
		await desk.getByRole("button", { name: /叫下一位/ }).click();
		await desk.locator(".customer").getByText("李娜陪同").waitFor();
		const { page: english } = await hall.open("/counter/?as=closed-teller&staff=liu-yang&lang=en", COUNTER);
		await english.locator(".customer").getByText("Accompanied by Li Na").waitFor();
		const { page: screen } = await hall.open("/display/", COUNTER);
		await screen.getByText("A001").first().waitFor();
		expect(await screen.locator("body").innerText()).not.toContain("陪同");
	});
});
