import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aBank } from "../a-bank.ts";
import { CONSOLE, openConsole } from "../a-console.ts";
import { launchChromium } from "../chromium.ts";
import { LOOKS, seriousFaults } from "./faults.ts";

describe.for(LOOKS)("the console has nothing serious for axe, in $language and $colorScheme:", (look) => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	it.for(["head-office-operator", "auditor", "branch-head", "human-resources"])(
		"[SCR-24] every section of %s",
		async (role, { expect }) => {
			const bank = await aBank();
			await bank.configure();
			const { staffId } = await bank.join("chen", "陈静", [{ role: "closed-teller", nodeId: bank.branchId }]);
			const { locale, colorScheme } = look;
			const context = await browser.newContext({ ...CONSOLE, locale, colorScheme });
			const page = await openConsole(context, `${bank.base}/console/?as=${role}&branch=${bank.branchId}`);
			const sections = page.getByRole("navigation").getByRole("link");
			await sections.first().waitFor();
			const faults: Record<string, string[]> = {};
			const look_at = async (name: string) => {
				await page.locator("main h1").waitFor();
				await page.waitForFunction(() => document.querySelector(".ant-spin-spinning, .ant-skeleton") === null);
				faults[name] = await seriousFaults(page);
			};
			const addresses = await sections.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).hash));
			for (const hash of [...addresses, `#/branches/${bank.branchId}`, `#/people/${staffId}`, "#/people/import.csv"]) {
				await page.goto(`${bank.base}/console/?as=${role}&branch=${bank.branchId}${hash}`);
				await look_at(hash);
			}
			expect(Object.entries(faults).filter(([, found]) => found.length > 0)).toEqual([]);
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
