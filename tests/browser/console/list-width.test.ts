import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aBank } from "../a-bank.ts";
import { openConsole } from "../a-console.ts";
import { launchChromium } from "../chromium.ts";

/** Views that are a list. */
const LISTS = ["branches", "days", "people", "institution", "devices", "services", "ledger"];
/** In the page: what of a table does not fit beside the rest of it, in pixels. */
const HIDDEN_PIXELS = `Math.max(0, ...[...document.querySelectorAll(".ant-table-content, .ant-table-body")].map((part) => part.scrollWidth - part.clientWidth))`;

describe("lists of the console", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	it("[SCR-46] fit beside the navigation, in both languages", { timeout: 120_000 }, async ({ expect }) => {
		const bank = await aBank();
		await bank.configure();
		await bank.join("zhang", "欧阳娜娜", [{ role: "closed-teller", nodeId: bank.branchId }]);
		for (const list of LISTS) {
			const role = list === "ledger" ? "auditor" : "head-office-operator";
			for (const language of ["zh", "en"]) {
				const page = await openConsole(browser, `${bank.base}/console/?as=${role}&lang=${language}#/${list}`);
				await page.locator(".ant-table").first().waitFor();
				await page.locator(".ant-spin-spinning").waitFor({ state: "detached" });
				// A table measures itself after it has been filled.
				const hidden = expect.poll(() => page.evaluate(HIDDEN_PIXELS), { message: `${list} ${language}` });
				await hidden.toBe(0);
				await page.context().close();
			}
		}
	});
});
