import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aHall, KIOSK, PHONE } from "../a-hall.ts";
import { launchChromium } from "../chromium.ts";

const WORDS = {
	"zh-CN": {
		range: /大约 \d+ 到 \d+ 分钟/,
		backBy: /请在 \d\d:\d\d 前回到大厅/,
		take: "取号",
		more: "还要等大约",
		noCounter: "现在没有窗口办理，开窗后按号叫您",
		back: "好了",
	},
	en: {
		range: /about \d+ to \d+ minutes/,
		backBy: /Please be back in the hall by \d\d:\d\d/,
		take: "Get a number",
		more: "about",
		noCounter: "No counter is open for this now; you are called when one opens",
		back: "Done",
	},
};

/** A hall in which one teller has a customer and seven more wait for cash, half a minute apart. */
async function aFullHall(browser: Browser) {
	const hall = await aHall(browser);
	const teller = await hall.openCounter("liu-yang", "1");
	const kiosk = await hall.tokenFor({ kind: "device", purpose: "kiosk", branchId: hall.branchId });
	for (let customer = 0; customer < 8; customer++) {
		await hall.putClockForward((customer + 1) * 30_000);
		await hall.send(kiosk, { type: "issue-ticket", services: ["cash"] });
		if (customer === 0) await hall.send(teller, { type: "call-next", counterId: "1" });
	}
	return hall;
}

describe("how long a wait will be", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	it.for(Object.entries(WORDS))(
		"[QTE-16] is said on the tile, before and with the number, on the ticket's page and on the phone: %s",
		async ([locale, words], { expect }) => {
			const hall = await aFullHall(browser);
			const { page: kiosk } = await hall.open("/kiosk/", KIOSK, locale);
			const tile = kiosk.locator("[data-service=cash]");
			await tile.filter({ hasText: words.range }).waitFor();
			await tile.click();
			await kiosk.locator(".confirm-quote").filter({ hasText: words.range }).waitFor();
			await kiosk.getByRole("button", { name: words.take, exact: true }).click();
			const slip = kiosk.locator(".ticket-quote");
			await slip.filter({ hasText: words.range }).waitFor();
			expect(await slip.innerText()).toMatch(words.backBy);
			const address = (await kiosk.locator("[data-address]").getAttribute("data-address")) ?? "";
			const { page: phone } = await hall.open(`/ticket/#${address.split("#")[1]}`, PHONE, locale);
			await phone.locator(".quote").filter({ hasText: words.range }).waitFor();
			expect(await phone.locator("main").innerText()).toMatch(words.backBy);
			// One figure under one name.
			expect(await phone.locator(".quote").count()).toBe(1);
			const { page: staff } = await hall.open("/staff/?as=lobby-manager", PHONE, locale);
			const row = staff.locator("button.row").filter({ hasText: "A009" });
			await row.filter({ hasText: words.range }).filter({ hasText: words.more }).waitFor();
		},
	);

	it.for(Object.entries(WORDS))(
		"[QTE-16] is not said where nobody on duty can serve, which is said instead: %s",
		async ([locale, words], { expect }) => {
			const hall = await aFullHall(browser);
			const { page: kiosk } = await hall.open("/kiosk/", KIOSK, locale);
			const tile = kiosk.locator("[data-service=wealth]");
			await tile.waitFor();
			expect(await tile.innerText()).not.toMatch(/\d+ (分钟|minutes)/);
			await tile.click();
			await kiosk.getByRole("button", { name: words.take, exact: true }).click();
			await kiosk.getByText(words.noCounter).waitFor();
			await kiosk.getByRole("button", { name: words.back }).waitFor();
		},
	);
});
