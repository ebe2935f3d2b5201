import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, inject, it } from "vitest";
import { aHall, KIOSK, PHONE, SCREEN } from "../a-hall.ts";
import { aTicket } from "../a-ticket.ts";
import { launchChromium } from "../chromium.ts";
import { LOOKS, type Look, seriousFaults } from "./faults.ts";

const PORTRAIT = { width: 1080, height: 1920 };

describe("what customers see has nothing serious for axe:", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	it.for([SCREEN, PORTRAIT])("[SCR-24] the lobby screen, $width wide", async (size, { expect }) => {
		const hall = await aHall(browser);
		const kiosk = await hall.tokenFor({ kind: "device", purpose: "kiosk", branchId: hall.branchId });
		const { page } = await hall.open("/display/", size);
		await page.getByText("外滩支行").first().waitFor();
		expect(await seriousFaults(page)).toEqual([]);
		for (const service of ["cash", "cash", "transfer", "wealth"]) {
			await hall.send(kiosk, { type: "issue-ticket", services: [service] });
		}
		const teller = await hall.openCounter("liu-yang", "2");
		await hall.send(teller, { type: "call-next", counterId: "2" });
		await page.getByText("A001").first().waitFor();
		expect(await seriousFaults(page)).toEqual([]);
	});

	it.for(LOOKS)(
		"[SCR-24] every step of the kiosk, in large type too, in $language",
		async ({ language }, { expect }) => {
			const { hall } = await aTicket(browser);
			const { page } = await hall.open(`/kiosk/?lang=${language}`, KIOSK);
			const say = wordsOf(page, language);
			await page.locator(".tile").first().waitFor();
			for (const type of ["normal", "large"]) {
				expect([type, await seriousFaults(page)]).toEqual([type, []]);
				await say("银行卡号|插卡", "Use card");
				expect([type, await seriousFaults(page)]).toEqual([type, []]);
				await say("不用，直接选业务", "No thanks");
				await page
					.getByText(language === "zh" ? "转账汇款" : "Transfers")
					.first()
					.click();
				await page.getByRole("button", { name: language === "zh" ? "取号" : "Get a number", exact: true }).waitFor();
				expect([type, await seriousFaults(page)]).toEqual([type, []]);
				await say("^取号$", "Get a number");
				await page.locator("svg.qr, .ticket-number").first().waitFor();
				expect([type, await seriousFaults(page)]).toEqual([type, []]);
				await say("好了", "Done");
				if (type === "normal") await say("大字版", "Large type");
			}
			await say("我需要帮忙", "I need help");
			await page.getByText(language === "zh" ? "已通知大堂经理" : "We have told the lobby manager").waitFor();
			expect(["help", await seriousFaults(page)]).toEqual(["help", []]);
		},
	);

	it.for(LOOKS)(
		"[SCR-24] the ticket page waiting, asked to give up and called, in $language",
		async (look, { expect }) => {
			const { hall, link } = await aTicket(browser);
			const { page } = await hall.open(`/ticket/?lang=${look.language}#${link}`, PHONE);
			const say = wordsOf(page, look.language);
			await page.getByText("A001").first().waitFor();
			expect(await seriousFaults(page)).toEqual([]);
			await say("不等了", "Give up");
			expect(await seriousFaults(page)).toEqual([]);
			await say("继续等候", "Keep waiting");
			const teller = await hall.openCounter("liu-yang", "2");
			await hall.send(teller, { type: "call-next", counterId: "2" });
			await page.getByText(look.language === "zh" ? "叫到您了" : "It is your turn").waitFor();
			expect(await seriousFaults(page)).toEqual([]);
		},
	);

	it("[SCR-24] a screen that waits to be paired, and a page that there is not", async ({ expect }) => {
		const page = await browser.newPage({ viewport: SCREEN });
		await page.goto(`${inject("serverUrl")}/pair/?for=display`);
		await page.locator("[data-code]").waitFor();
		expect(await seriousFaults(page)).toEqual([]);
		await page.goto(`${inject("serverUrl")}/no-such-page`);
		expect(await seriousFaults(page)).toEqual([]);
		await page.close();
	});
});

/** Presses the button of this name, whichever language it is in. */
function wordsOf(page: Page, language: Look["language"]) {
	return (zh: string, en: string) =>
		page
			.getByRole("button", { name: new RegExp(language === "zh" ? zh : en) })
			.first()
			.click();
}
