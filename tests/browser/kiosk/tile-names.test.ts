import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aHall, KIOSK } from "../a-hall.ts";
import { launchChromium } from "../chromium.ts";

describe("names on the kiosk's tiles", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	it("[SCR-45] break after 与, and no line has only one character", async ({ expect }) => {
		const hall = await aHall(browser);
		await hall.openCounter("liu-yang", "2");
		const { page } = await hall.open("/kiosk/", KIOSK);
		await page.locator(".tile-name").first().waitFor();
		const lines = await page.locator(".tile-name").evaluateAll((names) =>
			names.map((name) => {
				const text = document.createTreeWalker(name, NodeFilter.SHOW_TEXT);
				const byTop = new Map<number, string>();
				for (let node = text.nextNode(); node !== null; node = text.nextNode()) {
					for (const [at, letter] of [...(node.textContent ?? "")].entries()) {
						const range = document.createRange();
						range.setStart(node, at);
						range.setEnd(node, at + 1);
						const { top } = range.getBoundingClientRect();
						byTop.set(top, (byTop.get(top) ?? "") + letter);
					}
				}
				return [...byTop.values()];
			}),
		);
		expect(lines).toContainEqual(["缴费与", "存折补登"]);
		expect(lines.filter((each) => each.length > 1 && each.some((line) => line.length < 2))).toEqual([]);
	});
});
