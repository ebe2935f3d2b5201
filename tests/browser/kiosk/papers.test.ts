import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import type { Papers } from "../../../rules/configuration/papers.ts";
import { aHall, KIOSK, PHONE } from "../a-hall.ts";
import { aPublisher } from "../a-publisher.ts";
import { launchChromium } from "../chromium.ts";

/** Five seconds are promised where nothing else is at work; here as many pages as there are processors are. */
const WITHIN_MS = 20_000;
const SHIPPED = "银行卡或存折";
const PAPER = { zh: "本行发的预约单", en: "The slip of your appointment" };

describe("what to bring", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	it("[CFG-21] is on the kiosk and on the ticket's page as it is published, and stays without a network", async ({
		expect,
	}) => {
		const hall = await aHall(browser);
		const publisher = await aPublisher(hall);
		const { page: kiosk, context } = await hall.open("/kiosk/", KIOSK);
		const card = kiosk.locator(".confirm-bring");
		await kiosk.locator("[data-service=cash]").click();
		await card.getByText(SHIPPED).waitFor();
		await publisher.publish<Papers>("prompts", ({ services, others }) => ({
			others,
			services: services.map((each) => (each.id === "cash" ? { ...each, papers: [PAPER] } : each)),
		}));
		await card.getByText(PAPER.zh).waitFor({ timeout: WITHIN_MS });
		expect(await card.getByText(SHIPPED).count()).toBe(0);
		await kiosk.getByRole("button", { name: "取号", exact: true }).click();
		const address = (await kiosk.locator("[data-address]").getAttribute("data-address")) ?? "";
		const { page: phone } = await hall.open(`/ticket/#${address.split("#")[1]}`, PHONE);
		await phone.getByText(PAPER.zh).waitFor();
		const kept = await kiosk.evaluate(() => JSON.stringify(localStorage));
		expect(kept).toContain(PAPER.zh);
		await context.close();
	});
});
