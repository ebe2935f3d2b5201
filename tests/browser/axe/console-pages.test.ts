import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aBank } from "../a-bank.ts";
import { aClosedDay, DAY } from "../a-closed-day.ts";
import { CONSOLE, openConsole } from "../a-console.ts";
import { launchChromium } from "../chromium.ts";
import { LOOKS, namesInOtherLanguage, seriousFaults } from "./faults.ts";

/** A dozen pages, each loaded anew. */
const ALL_SECTIONS_MS = 180_000;

describe.for(LOOKS)("the console has nothing serious for axe, in $language and $colorScheme:", (look) => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	/** What is wrong with each of these pages, loaded anew one by one. */
	async function faultsOf(
		page: Page,
		address: string,
		hashes: readonly string[],
	): Promise<(readonly [string, string[]])[]> {
		const faults: (readonly [string, string[]])[] = [];
		for (const hash of hashes) {
			await page.goto("about:blank");
			await page.goto(address + hash);
			await page.locator("main h1").waitFor();
			await page.waitForFunction(() => document.querySelector(".ant-spin-spinning, .ant-skeleton") === null);
			const found = [...(await seriousFaults(page)), ...(await namesInOtherLanguage(page, look.language))];
			if (found.length > 0) faults.push([hash, found]);
		}
		return faults;
	}

	it.for(["head-office-operator", "branch-head"])(
		"[SCR-24] every section of %s, a day report and a person",
		{ timeout: ALL_SECTIONS_MS },
		async (role, { expect }) => {
			const bank = await aClosedDay();
			const { staffId } = await bank.join("chen", "陈静", [{ role: "closed-teller", nodeId: bank.branchId }]);
			const { locale, colorScheme } = look;
			const context = await browser.newContext({ ...CONSOLE, locale, colorScheme });
			const address = `${bank.base}/console/?as=${role}&branch=${bank.branchId}`;
			const page = await openConsole(context, address);
			const sections = page.getByRole("navigation").getByRole("link");
			await sections.first().waitFor();
			const hashes = await sections.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).hash));
			const within = `#/branches/${bank.branchId}`;
			const more = [within, `${within}/${DAY}`, `#/people/${staffId}`, "#/people/import.csv"];
			if (role === "head-office-operator")
				more.push("#/institution/new-branch", `#/institution/new-branch/${bank.branchId}`);
			expect(await faultsOf(page, address, [...hashes, ...more])).toEqual([]);
			await context.close();
		},
	);

	it("[SCR-24] the page of the API", async ({ expect }) => {
		const bank = await aBank();
		const { locale, colorScheme } = look;
		const context = await browser.newContext({ ...CONSOLE, locale, colorScheme });
		const page = await openConsole(context, `${bank.base}/swagger/`);
		await page.locator(".opblock").first().waitFor();
		expect(await seriousFaults(page)).toEqual([]);
		await page.locator(".opblock-summary-control").first().click();
		await page.locator(".opblock-body").first().waitFor();
		expect(await seriousFaults(page)).toEqual([]);
		await context.close();
	});
});
