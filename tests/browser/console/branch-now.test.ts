import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, inject, it } from "vitest";
import { openConsole } from "../a-console.ts";
import { aHall } from "../a-hall.ts";
import { launchChromium } from "../chromium.ts";

const MINUTE_MS = 60_000;

describe("a branch's own page", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	it("[SCR-36] says largest who waits beyond the target now, and for what, the worst first", async ({ expect }) => {
		const hall = await aHall(browser);
		const kiosk = await hall.tokenFor({ kind: "device", purpose: "kiosk", branchId: hall.branchId });
		const address = `${inject("serverUrl")}/console/?as=branch-head&branch=${hall.branchId}#/branches`;
		for (const service of ["cash", "cash"]) await hall.send(kiosk, { type: "issue-ticket", services: [service] });
		await hall.putClockForward(40 * MINUTE_MS);
		await hall.send(kiosk, { type: "issue-ticket", services: ["wealth"] });
		const page = await openConsole(browser, address);
		await page.getByText(/^2 位客户已超过目标等候时间，最久的等了 40\.\d 分钟$/).waitFor();
		const rows = page.getByRole("region", { name: "实时情况" }).locator("tbody tr");
		const texts = (await rows.allInnerTexts()).map((text) =>
			text
				.split(/\s*\t\s*/)
				.slice(0, 2)
				.join(" "),
		);
		expect(texts).toEqual(["现金存取 超时", expect.stringMatching(/^理财.* 达标$/)]);
		const sizes = await page.evaluate(() =>
			["main .headline-figure", "main h1", "main .figures dd"].map((part) => {
				const element = document.querySelector(part);
				return element === null ? 0 : Number.parseFloat(getComputedStyle(element).fontSize);
			}),
		);
		expect(sizes[0]).toBe(Math.max(...sizes));
		await page.context().close();
	});
});
