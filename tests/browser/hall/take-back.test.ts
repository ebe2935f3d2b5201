import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aHall, COUNTER } from "../a-hall.ts";
import { launchChromium } from "../chromium.ts";

const DESK = "/counter/?as=closed-teller&staff=liu-yang";

describe("at the counter", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	async function aDesk(numbers: number) {
		const hall = await aHall(browser);
		await hall.openCounter("liu-yang", "2");
		const kiosk = await hall.tokenFor({ kind: "device", purpose: "kiosk", branchId: hall.branchId });
		for (let given = 0; given < numbers; given++) {
			await hall.send(kiosk, { type: "issue-ticket", services: ["cash"] });
		}
		const { page } = await hall.open(DESK, COUNTER);
		await page.getByText("2号窗口").first().click();
		return { hall, page };
	}
	const stage = (page: Page) => page.locator(".customer .stage-number");
	const undo = (page: Page) => page.getByRole("button", { name: /^撤销/ });

	it("[SCR-31] [TKT-15] a no-show, hold, finish and transfer are taken back by one key, and the day's figures with them", async ({
		expect,
	}) => {
		const { hall, page } = await aDesk(2);
		await page.getByRole("button", { name: /叫下一位/ }).click();
		await stage(page).getByText("A001").waitFor();
		await page.keyboard.press("n");
		await page.getByText("A001 已按过号处理").waitFor();
		await page.keyboard.press("z");
		await page.getByText("已撤销，A001 仍在本窗口").waitFor();
		await page.keyboard.press("h");
		await page.getByText("A001 已挂起").waitFor();
		await undo(page).click();
		await stage(page).getByText("A001").waitFor();
		await page.keyboard.press("s");
		await page.getByText("办理时长").waitFor();
		await page.keyboard.press("f");
		await page.getByText("A001 已办结").waitFor();
		await page.getByText("今天已服务 1 位").waitFor();
		await page.keyboard.press("z");
		await page.getByText("办理时长").waitFor();
		await page.getByText("今天已服务 1 位").waitFor({ state: "detached" });
		await page.keyboard.press("t");
		await page.getByRole("dialog").getByText("转账汇款").click();
		await page.getByRole("dialog").getByRole("button", { name: /转移/ }).click();
		await page.getByText("A001 已转出").waitFor();
		await page.keyboard.press("z");
		await page.getByText("办理时长").waitFor();
		await page.keyboard.press("f");
		await page.getByText("今天已服务 1 位").waitFor();
		await page.getByText(/每笔平均 ?不到 1 分钟/).waitFor();
		expect((await hall.status()).tally).toMatchObject({ served: 1, noShows: 0, returns: 0, called: 1 });
	});

	it("[SCR-31] is offered for eight seconds, and no more once the next customer stands there", async ({ expect }) => {
		const { page } = await aDesk(3);
		await page.getByRole("button", { name: /叫下一位/ }).click();
		await stage(page).getByText("A001").waitFor();
		await page.keyboard.press("n");
		await undo(page).waitFor();
		await page.keyboard.press("Space");
		await stage(page).getByText("A002").waitFor();
		expect(await undo(page).count()).toBe(0);
		await page.keyboard.press("n");
		await undo(page).waitFor();
		const since = Date.now();
		await undo(page).waitFor({ state: "detached" });
		expect(Date.now() - since).toBeGreaterThan(5_000);
	});

	for (const [width, height] of [
		[1024, 768],
		[683, 384],
	] as const) {
		it(`[SCR-31] at ${width} by ${height}, as a wide desk looks at 200 %, nothing lies on anything and no word of a button is cut`, async ({
			expect,
		}) => {
			const { hall } = await aDesk(4);
			for (const lang of ["zh", "en"]) {
				const { page } = await hall.open(`${DESK}&lang=${lang}`, { width, height });
				await page
					.getByText(/2号窗口|Counter 2/)
					.first()
					.click();
				await page.getByRole("button", { name: /叫下一位|Call next/ }).click();
				await stage(page).waitFor();
				expect(await faultsOf(page)).toEqual([]);
				await page.keyboard.press("n");
				await page.locator(".take-back").waitFor();
				expect(await faultsOf(page)).toEqual([]);
			}
		});
	}
});

/** Figures that a button or a line lies on, and buttons whose words do not fit. */
function faultsOf(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
		const figures = all(".stage-number, .customer-clock, .stage-service");
		const others = all(".panel button, .take-back, .counter-header");
		const meets = (one: DOMRect, other: DOMRect) =>
			one.left < other.right - 1 &&
			other.left < one.right - 1 &&
			one.top < other.bottom - 1 &&
			other.top < one.bottom - 1;
		const covered = figures.flatMap((figure) =>
			others
				.filter((other) => meets(figure.getBoundingClientRect(), other.getBoundingClientRect()))
				.map((other) => `${figure.className} meets ${other.className} ${other.innerText}`),
		);
		const cut = all(".panel button").filter((each) => each.scrollWidth > each.clientWidth + 1);
		const wide = document.documentElement.scrollWidth > innerWidth ? ["the page scrolls sideways"] : [];
		return [...covered, ...cut.map((each) => `${each.innerText} is cut`), ...wide];
	});
}
