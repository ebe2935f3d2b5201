import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aHall, COUNTER, KIOSK, PHONE, SCREEN } from "../a-hall.ts";
import type { aNetwork } from "../a-network.ts";
import { anOfflinePage } from "../an-offline-page.ts";
import { launchChromium } from "../chromium.ts";

/** Longer than a page waits after the last touch, and shorter than a kiosk does before it asks whether anybody is there. */
const A_WHILE_MS = 20_000;

describe("a newer build", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	it("[PWA-3] is not taken by a kiosk between a touch and its ticket, and is when the machine is as everybody finds it", async ({
		expect,
	}) => {
		const hall = await aHall(browser);
		const { page, network } = await anOfflinePage(browser, hall, "/kiosk/", KIOSK);
		await page.clock.install();
		await page.reload();
		await page.getByText("现金存取").first().click();
		await page.getByRole("button", { name: "取号", exact: true }).waitFor();
		await mark(page);
		await deploy(page, network, "/kiosk/");
		await page.clock.runFor(A_WHILE_MS);
		expect(await isMarked(page)).toBe(true);
		await page.getByRole("button", { name: "取号", exact: true }).click();
		await page.getByText("A001").first().waitFor();
		expect(await isMarked(page)).toBe(true);
		await untilTaken(page);
		await page.getByText("现金存取").first().waitFor();
	});

	it("[PWA-3] is not taken by a screen while a call is announced, and is after it", async ({ expect }) => {
		const hall = await aHall(browser);
		const { page, network } = await anOfflinePage(browser, hall, "/display/", SCREEN);
		await page.clock.install();
		await page.reload();
		const kiosk = await hall.tokenFor({ kind: "device", purpose: "kiosk", branchId: hall.branchId });
		const teller = await hall.openCounter("liu-yang", "2");
		await hall.send(kiosk, { type: "issue-ticket", services: ["cash"] });
		await page.getByText("开放 1 个").first().waitFor();
		await mark(page);
		await hall.send(teller, { type: "call-next", counterId: "2" });
		await page.locator("[data-busy]").waitFor({ state: "attached" });
		await page.clock.pauseAt(Date.now() + 1_000);
		await deploy(page, network, "/display/");
		await page.clock.runFor(2_000);
		expect(await isMarked(page)).toBe(true);
		await untilTaken(page);
		await page.getByText("A001").first().waitFor();
	});

	it("[PWA-3] is not taken by a counter while it has a customer, and is after it", async ({ expect }) => {
		const hall = await aHall(browser);
		const { page, network } = await anOfflinePage(browser, hall, "/counter/?as=closed-teller&staff=liu-yang", COUNTER);
		const teller = await hall.openCounter("liu-yang", "2");
		const kiosk = await hall.tokenFor({ kind: "device", purpose: "kiosk", branchId: hall.branchId });
		const issued = await hall.send(kiosk, { type: "issue-ticket", services: ["cash"] });
		const { ticketId = "" } = issued.status === "done" ? issued : {};
		await page.clock.install();
		await page.reload();
		await hall.send(teller, { type: "call-next", counterId: "2" });
		await page.locator("[data-busy]").waitFor({ state: "attached" });
		await mark(page);
		await deploy(page, network, "/counter/");
		await page.clock.runFor(A_WHILE_MS);
		expect(await isMarked(page)).toBe(true);
		await hall.send(teller, { type: "start-service", ticketId });
		await hall.send(teller, { type: "finish-service", ticketId });
		await untilTaken(page);
		await page.getByRole("button", { name: /叫下一位/ }).waitFor();
	});

	it("[PWA-3] is not taken by a phone on which a sheet is open, and is after it", async ({ expect }) => {
		const hall = await aHall(browser);
		const { page, network } = await anOfflinePage(browser, hall, "/staff/", PHONE);
		await page.clock.install();
		await page.reload();
		await page.getByRole("button", { name: "更多" }).click();
		await page.locator("[data-busy]").waitFor({ state: "attached" });
		await mark(page);
		await deploy(page, network, "/staff/");
		await page.clock.runFor(A_WHILE_MS);
		expect(await isMarked(page)).toBe(true);
		await page.keyboard.press("Escape");
		await untilTaken(page);
		await page.getByRole("button", { name: "更多" }).waitFor();
	});
});

const mark = (page: Page) => page.evaluate(() => Object.assign(window, { isOfBefore: true }));
const isMarked = (page: Page) => page.evaluate(() => "isOfBefore" in window);

/** Serves another build of a page, and waits until the page has fetched it beside the one that is open. */
async function deploy(page: Page, network: Awaited<ReturnType<typeof aNetwork>>, path: string): Promise<void> {
	network.change(path, (html) => html.replace(/(index-[\w-]+\.js)/, "$1?newer"));
	network.change(`${path}sw.js`, (code) => `${code}\n// newer`);
	await page.evaluate(() => navigator.serviceWorker.ready.then((registration) => void registration.update()));
	const waits = () => page.evaluate(() => navigator.serviceWorker.ready.then(({ waiting }) => waiting !== null));
	while (!(await waits())) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** Lets the page's time go on until it has loaded itself anew. */
async function untilTaken(page: Page): Promise<void> {
	const loaded = page.waitForEvent("load");
	let isOver = false;
	void loaded.then(() => {
		isOver = true;
	});
	while (!isOver) {
		await page.clock.runFor(1_000).catch(() => undefined);
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}
