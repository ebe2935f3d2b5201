import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, inject, it } from "vitest";
import { launchChromium } from "../chromium.ts";
import { takeComplaints } from "../complaints.ts";

describe("what pages log", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	it("[SCR-34] is heard in every browser test: an error, a warning and what nobody caught are kept, anything else is not", async ({
		expect,
	}) => {
		const page = await browser.newPage();
		await page.goto(`${inject("serverUrl")}/no-such-page`);
		await page.evaluate(() => {
			console.error("this went wrong");
			console.warn("this may go wrong");
			console.info("this is all right");
			setTimeout(() => {
				throw new Error("nobody caught this");
			});
			void Promise.reject(new Error("nor that"));
		});
		const heard: string[] = [];
		const hear = () => {
			heard.push(...takeComplaints());
			return heard.sort();
		};
		await expect
			.poll(hear)
			.toEqual([
				expect.stringMatching(/^error at .*: this went wrong$/),
				expect.stringMatching(/^uncaught at .*no-such-page: Error: nobody caught this\n +at /),
				expect.stringMatching(/^uncaught at .*no-such-page: Error: nor that\n +at /),
				expect.stringMatching(/^warning at .*: this may go wrong$/),
			]);
		expect(takeComplaints()).toEqual([]);
		await page.context().close();
	});
});
