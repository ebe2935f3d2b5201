import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aHall } from "../a-hall.ts";
import { launchChromium } from "../chromium.ts";
import { accepted, alertsOn, concluded, fivePages, NAME, offered, says, tap } from "../five-pages.ts";

const TIMEOUT = { timeout: 240_000 };

describe("five pages at once", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	it(
		"[ALR-33] [ALR-22] a customer of value is recognised, offered, declined, accepted, met and concluded; each step is on the pages of those it concerns, and a counter learns nothing",
		TIMEOUT,
		async ({ expect }) => {
			const hall = await aHall(browser);
			const pages = await fivePages(hall);
			const { measured, on, step } = pages;
			await offered(pages, [
				["ma", says("客户等候客户经理")],
				["lobby", says(/正在呼叫.?马俊/)],
				["head", says(/Ringing Ma Jun/)],
			]);
			expect(await alertsOn(on("xu")).count()).toBe(0);
			await step("busy", () => tap(on("ma"), "走不开"), [
				["xu", says("A customer waits for a manager")],
				["lobby", says(/马俊.?走不开/)],
				["head", says(/Ma Jun: Cannot come/)],
				["ma", says("客户等候客户经理"), "detached"],
			]);
			await accepted(pages);
			await openRecord(on("lobby"));
			const title = (page: Page) => page.getByText("推介记录 · 已成交");
			await concluded(pages, [["lobby", title]]);
			console.log(measured.join("\n"));
			expect(await alertsOn(on("counter")).count()).toBe(0);
			for (const who of ["counter", "ma", "head", "lobby", "xu"] as const) {
				expect(await on(who).locator("body").innerText()).not.toContain(NAME);
			}
		},
	);

	it(
		"[ALR-33] [ALR-20] with the first manager's phone closed the second is rung at once, and the others see why",
		TIMEOUT,
		async ({ expect }) => {
			const hall = await aHall(browser);
			const pages = await fivePages(hall, ["ma"]);
			const { measured, on } = pages;
			await offered(pages, [
				["xu", says("A customer waits for a manager")],
				["lobby", says(/马俊.?联系不上/)],
				["head", says(/Ma Jun: Not reachable/)],
			]);
			await says(/正在呼叫.?徐娜/)(on("lobby")).waitFor();
			await accepted(pages);
			console.log(measured.join("\n"));
			expect(await alertsOn(on("counter")).count()).toBe(0);
		},
	);
});

/** The record in the lobby manager's list; it is there a moment after it was taken. */
async function openRecord(page: Page): Promise<void> {
	const row = page.getByRole("dialog").getByRole("button", { name: /欧阳\*明/ });
	for (;;) {
		await tap(page, "更多");
		await tap(page, "推介记录");
		await row.or(page.getByText("没有符合条件的记录")).first().waitFor();
		if ((await row.count()) > 0) return row.first().click();
		await tap(page, "关闭");
	}
}
