import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aHall, KIOSK, PHONE, SCREEN } from "../a-hall.ts";
import { launchChromium } from "../chromium.ts";

declare global {
	var spoken: string[];
}

describe("a customer of another language", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	it("[TKT-17] takes a number in English at the kiosk: staff see it, and the speaking screen calls in English first", async ({
		expect,
	}) => {
		const hall = await aHall(browser);
		const teller = await hall.openCounter("liu-yang", "2");
		const { page: screen } = await hall.open("/display/?speak=1", SCREEN);
		// A device with voices of its own, which notes what it is asked to say.
		await screen.addInitScript(() => {
			globalThis.spoken = [];
			const voices = ["zh-CN", "en-US"].map((lang) => ({ lang, localService: true, name: lang }));
			Object.defineProperty(globalThis, "SpeechSynthesisUtterance", {
				value: class {
					readonly text: string;
					constructor(text: string) {
						this.text = text;
					}
				},
			});
			Object.defineProperty(globalThis, "speechSynthesis", {
				value: {
					getVoices: () => voices,
					cancel: () => {},
					speak: (said: { readonly text: string; readonly onend: () => void }) => {
						globalThis.spoken.push(said.text);
						setTimeout(() => said.onend(), 1);
					},
				},
			});
		});
		await screen.reload();
		await screen.locator("body").click();

		const { page: kiosk } = await hall.open("/kiosk/", KIOSK);
		await kiosk.getByRole("button", { name: "English" }).click();
		await kiosk.getByText("Deposits and withdrawals").first().click();
		await kiosk.getByRole("button", { name: "Get a number", exact: true }).click();
		await kiosk.getByText("A001").first().waitFor();
		const { page: phone } = await hall.open("/staff/", PHONE);
		await phone.getByText("A001").first().click();
		await phone.getByText("英语（叫号先播英语）").waitFor();

		await hall.send(teller, { type: "call-next", counterId: "2" });
		await screen.waitForFunction(() => globalThis.spoken.length === 2);
		const [first, second] = await screen.evaluate(() => globalThis.spoken);
		expect(first).toBe("Ticket A zero zero one, please go to Counter 2");
		expect(second).toContain("请 A 零 零 一 号");
	});

	it("[TKT-17] is given a number by staff who say so: the code that is scanned opens the page in English", async ({
		expect,
	}) => {
		const hall = await aHall(browser);
		const { page: phone } = await hall.open("/staff/", PHONE);
		await phone.getByRole("button", { name: "取号" }).click();
		const sheet = phone.getByRole("dialog");
		await sheet.getByText("语言不通").click();
		await sheet.getByRole("button", { name: /现金存取/ }).click();
		const code = phone.locator("[data-address]");
		await code.waitFor();
		expect(await code.getAttribute("data-address")).toContain("lang=en");
	});
});
