import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { SECTION_LABELS } from "../../../console-client/configuration/labels/section-labels.ts";
import { SECTION_IDS } from "../../../schema/configuration/sections.ts";
import { aClosedDay } from "../a-closed-day.ts";
import { CONSOLE, openConsole } from "../a-console.ts";
import { publisherAt } from "../a-publisher.ts";
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
			/** Within the page that is open, without loading it anew. */
			const turnTo = async (hash: string, heading: string) => {
				await page.evaluate((to) => location.assign(to), hash);
				await page.getByRole("heading", { level: 1, name: heading, exact: true }).waitFor();
				await examine(hash);
			};
			return { bank, page, faults, examine, goTo, turnTo, close: () => context.close() };
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

		it("[SCR-24] what referrals earned at a branch, as its head sees it", { timeout: ALL_PAGES_MS }, async ({
			expect,
		}) => {
			const { bank, faults, goTo, close } = await open("branch-head");
			await goTo(`#/branches/${bank.branchId}/credit`);
			expect(faults).toEqual({});
			await close();
		});

		it("[SCR-24] every section of the configuration as it holds and in its editor", {
			timeout: ALL_PAGES_MS,
		}, async ({ expect }) => {
			const { bank, page, faults, examine, goTo, turnTo, close } = await open("head-office-operator");
			const dialog = page.getByRole("dialog");
			await goTo(`#/configuration/${bank.branchId}`);
			for (const id of SECTION_IDS) {
				await turnTo(`#/configuration/${bank.branchId}/${id}`, SECTION_LABELS[id].name[look.language]);
				await press(page, "起草", "Draft");
				await dialog.getByText(said("修改原因", "Why it changes")).waitFor();
				await dialog.getByText(said("导出或导入文件", "Export or import a file")).click();
				if (id === "calendar") await dialog.locator(".calendar-day").nth(9).click();
				await examine(`${id}, edited`);
				await page.keyboard.press("Escape");
				await dialog.waitFor({ state: "detached" });
			}
			expect(faults).toEqual({});
			await close();
		});

		it("[SCR-24] a version of a section with what it changes: a draft, checked, approved, published and taken back", {
			timeout: ALL_PAGES_MS,
		}, async ({ expect }) => {
			const { bank, page, faults, examine, goTo, close } = await open("head-office-operator");
			const [drafter, second] = await Promise.all(
				["fang-yun", "shen-bo"].map((staffId) => bank.demoToken("head-office-operator", undefined, staffId)),
			);
			const publisher = publisherAt(bank.branchId, { drafter: drafter ?? "", second: second ?? "" });
			await publisher.draft("limits", (limits: object) => ({ ...limits, longServiceTimes: 4 }));
			const inner = page.getByRole("dialog").last();
			const button = (zh: string, en: string) => inner.getByRole("button", { name: said(zh, en), exact: true });
			await goTo(`#/configuration/${bank.branchId}/limits`);
			await press(page, "第 1 版", "Version 1");
			await button("检查涉及的网点", "Check the branches it reaches").waitFor();
			await examine("a draft");
			await button("检查涉及的网点", "Check the branches it reaches").click();
			await button("复核通过", "Approve").waitFor();
			await examine("checked");
			await button("复核通过", "Approve").click();
			await button("发布", "Publish").click();
			await inner.getByText(said("发布范围", "To")).first().waitFor();
			await examine("asked to whom");
			await button("发布", "Publish").click();
			await button("撤回", "Take back").waitFor();
			await examine("published");
			await button("撤回", "Take back").click();
			await inner.getByText(said("上一版将立即", "The version before is")).waitFor();
			await examine("asked whether it is taken back");
			expect(faults).toEqual({});
			await close();
		});
	},
);
