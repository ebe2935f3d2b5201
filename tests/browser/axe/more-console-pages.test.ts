import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aClosedDay } from "../a-closed-day.ts";
import { CONSOLE, openConsole } from "../a-console.ts";
import { launchChromium } from "../chromium.ts";
import { LOOKS, namesInOtherLanguage, seriousFaults } from "./faults.ts";

/** A dozen pages, each loaded anew, and as many dialogs. */
const ALL_PAGES_MS = 240_000;

describe.for(LOOKS)(
	"the console's inner pages have nothing serious for axe, in $language and $colorScheme:",
	(look) => {
		let browser: Browser;
		beforeAll(async () => {
			browser = await launchChromium();
		});
		afterAll(() => browser.close());

		const said = (zh: string, en: string) => (look.language === "zh" ? zh : en);
		const press = (page: Page, zh: string, en: string) =>
			page
				.getByRole("button", { name: said(zh, en), exact: true })
				.first()
				.click();
		const settled = (page: Page) =>
			page.waitForFunction(() => document.querySelector(".ant-spin-spinning, .ant-skeleton, .waiting") === null);

		async function open(role: string) {
			const bank = await aClosedDay();
			const { locale, colorScheme } = look;
			const context = await browser.newContext({ ...CONSOLE, locale, colorScheme });
			const address = `${bank.base}/console/?as=${role}&branch=${bank.branchId}`;
			const page = await openConsole(context, address);
			const faults: Record<string, string[]> = {};
			const examine = async (name: string) => {
				await settled(page);
				const found = [...(await seriousFaults(page)), ...(await namesInOtherLanguage(page, look.language))];
				if (found.length > 0) faults[name] = found;
			};
			const goTo = async (hash: string) => {
				await page.goto("about:blank");
				await page.goto(address + hash);
				await page.locator("main h1").waitFor();
				await examine(hash);
			};
			return { bank, page, faults, examine, goTo, close: () => context.close() };
		}

		it("[SCR-24] forecast, waits, a policy that was tried, a new account and a new unit", {
			timeout: ALL_PAGES_MS,
		}, async ({ expect }) => {
			const { bank, page, faults, examine, goTo, close } = await open("head-office-operator");
			const within = `#/branches/${bank.branchId}`;
			await goTo(`${within}/forecast`);
			await goTo(`${within}/waits`);
			await goTo(`${within}/policy`);
			await press(page, "推演", "Try it");
			await examine("policy, tried");
			await goTo("#/services");
			await press(page, "新建服务账号", "Add a service account");
			await page.getByRole("dialog").waitFor();
			await examine("a new account");
			await goTo("#/institution");
			await press(page, "新增机构", "Add a unit");
			await page.getByRole("dialog").waitFor();
			await examine("a new unit");
			expect(faults).toEqual({});
			await close();
		});
	},
);
