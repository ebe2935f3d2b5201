import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, inject, it } from "vitest";
import { CONSOLE, openConsole } from "../a-console.ts";
import { aHall, KIOSK, PHONE, SCREEN } from "../a-hall.ts";
import { launchChromium } from "../chromium.ts";
import { withOwnTime } from "../page-time.ts";

/** Sets today's hours in the console, as head office does; what it then says of them. */
async function setHours(desk: Page, typed: Record<string, string> | null): Promise<string> {
	await desk.getByRole("button", { name: "调整今日营业时间" }).click();
	const dialog = desk.getByRole("dialog");
	await dialog.getByText(typed === null ? "不营业" : "营业", { exact: true }).click();
	for (const [label, time] of Object.entries(typed ?? {})) await dialog.getByLabel(label, { exact: true }).fill(time);
	await dialog.getByRole("button", { name: /保\s*存/ }).click();
	await dialog.waitFor({ state: "detached" });
	return desk.getByRole("status").filter({ hasText: "营业" }).innerText();
}

describe("hours changed in the console", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	it("[DAY-8] [SCR-16] hold at once at the kiosk, on the screen and on the phone", async ({ expect }) => {
		const hall = await aHall(browser);
		await hall.openCounter("chen-jing", "1");
		const { page: kiosk } = await hall.open("/kiosk/", KIOSK);
		const { page: screen } = await hall.open("/display/", SCREEN);
		const { page: phone } = await hall.open("/staff/", PHONE);
		const address = `${inject("serverUrl")}/console/?as=head-office-operator#/branches/${hall.branchId}`;
		const desk = await openConsole(await browser.newContext(CONSOLE), address);
		const times = [await withOwnTime(kiosk), await withOwnTime(screen)];
		await kiosk.getByText("现金存取").first().waitFor();
		await screen.getByText("00:00–24:00").waitFor();
		await desk.getByText("今日营业 00:00–24:00，取号截止 24:00").waitFor();

		for (const time of times) await time.stop();
		expect(await setHours(desk, null)).toContain("现在起生效");
		for (const time of times) await time.told((day) => (day.lastTicketAt ?? 0) <= Date.now()).then(() => time.give());
		await kiosk.getByText("今天的取号已经截止").waitFor();
		await screen.getByText("00:00–24:00").waitFor({ state: "detached" });
		const token = await hall.tokenFor({ kind: "device", purpose: "kiosk", branchId: hall.branchId });
		await expect(hall.send(token, { type: "issue-ticket", services: ["cash"] })).rejects.toThrow("after-last-ticket");

		await setHours(desk, { 开门: "00:00", 关门: "24:00", 取号截止: "24:00" });
		await desk.getByText("今日营业 00:00–24:00，取号截止 24:00").waitFor();
		for (const time of times) await time.told((day) => (day.lastTicketAt ?? 0) > Date.now()).then(() => time.give());
		await screen.getByText("00:00–24:00").waitFor();
		// It asks how long each wait is before it offers one, and the answer takes the time of the machine.
		await kiosk.clock.resume();
		await kiosk.getByText("现金存取").first().click();
		await kiosk.getByRole("button", { name: "取号", exact: true }).click();
		await kiosk.getByText("A001").first().waitFor();
		await phone.getByText("A001").first().waitFor();
		expect((await hall.status()).waiting).toBe(1);
	});

	it("[DAY-8] of a day that is closed hold tomorrow, and the page says so", async ({ expect }) => {
		const hall = await aHall(browser);
		await hall.openCounter("chen-jing", "1");
		const head = await hall.tokenFor({ kind: "staff", role: "branch-head", branchId: hall.branchId });
		await hall.send(head, { type: "close-day" });
		const address = `${inject("serverUrl")}/console/?as=head-office-operator#/branches/${hall.branchId}`;
		const desk = await openConsole(await browser.newContext(CONSOLE), address);
		const said = await setHours(desk, { 开门: "00:00", 关门: "23:59", 取号截止: "23:58" });
		expect(said).toContain("自下一营业日起生效");
	});
});
