import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import type { Notices } from "../../../schema/hall/notice.ts";
import { aHall, SCREEN } from "../a-hall.ts";
import { aPublisher } from "../a-publisher.ts";
import { anOfflinePage } from "../an-offline-page.ts";
import { launchChromium } from "../chromium.ts";

/** Five seconds are promised where nothing else is at work; here as many pages as there are processors are. */
const WITHIN = { timeout: 20_000 };
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const NEWS = { zh: "冒充客服退款是骗局", en: "Refund calls are a fraud" };
const TEXT = { zh: "接到退款电话，请先问大堂经理。", en: "Called about a refund? Ask us first." };

const dayFrom = (days: number) => new Date(Date.now() + 8 * HOUR_MS + days * DAY_MS).toISOString().slice(0, 10);
/** One notice alone, until a day from today. */
const only = (until: number) => (): Notices => ({
	notices: [{ id: "refund", title: NEWS, text: TEXT, from: dayFrom(0), until: dayFrom(until) }],
});

describe("notices of the screens", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	it("[CFG-15] one that is published is on the screen within five seconds, and is gone when its last day is over", async ({
		expect,
	}) => {
		const hall = await aHall(browser);
		const publisher = await aPublisher(hall);
		const { page } = await hall.open("/display/", SCREEN);
		await page.locator(".notice").waitFor();
		await publisher.publish("notices", only(1));
		await page.locator(".notice").getByText(NEWS.zh).waitFor(WITHIN);
		expect(await page.locator(".notice").innerText()).toContain(TEXT.en);
		await hall.putClockForward(2 * DAY_MS);
		await page.locator(".notice").waitFor({ state: "detached", ...WITHIN });
	});

	it("[CFG-15] stays through 72 hours without a network, and not beyond its last day", async () => {
		const hall = await aHall(browser);
		const publisher = await aPublisher(hall);
		await publisher.publish("notices", only(4));
		const { page, keeps, openWithout } = await anOfflinePage(browser, hall, "/display/", SCREEN);
		await page.locator(".notice").getByText(NEWS.zh).waitFor(WITHIN);
		await keeps("外滩支行");
		await page.clock.install();
		await openWithout();
		await page.locator(".notice").getByText(NEWS.zh).waitFor(WITHIN);
		await page.clock.fastForward(72 * HOUR_MS);
		await page.clock.runFor(2_000);
		await page.locator(".notice").getByText(NEWS.zh).waitFor(WITHIN);
		await page.clock.fastForward(2 * DAY_MS);
		await page.clock.runFor(2_000);
		await page.locator(".notice").waitFor({ state: "detached", ...WITHIN });
	});
});
