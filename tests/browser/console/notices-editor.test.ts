import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import type { Notice, Notices } from "../../../schema/hall/notice.ts";
import { aBank } from "../a-bank.ts";
import { openConsole } from "../a-console.ts";
import { publisherAt } from "../a-publisher.ts";
import { launchChromium } from "../chromium.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const dayFrom = (days: number) => new Date(Date.now() + 8 * HOUR_MS + days * DAY_MS).toISOString().slice(0, 10);
const inWords = (day: string, language: string) =>
	new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(Date.parse(day));
const notice = (id: string, zh: string, en: string, more: Partial<Notice>): Notice => ({
	id,
	title: { zh, en },
	text: { zh: `${zh}的内容`, en: `Text of: ${en}` },
	...more,
});

const LISTED = [
	notice("old", "旧闻一则", "Old news", { from: dayFrom(-10) }),
	notice("past", "过去的事", "Long past", { from: dayFrom(-5), until: dayFrom(-1) }),
	notice("morning", "早间提示", "In the morning", {
		from: dayFrom(-1),
		until: dayFrom(3),
		fromTime: "09:00",
		untilTime: "11:30",
		zone: "closed-counters",
	}),
];

const SAID = {
	zh: {
		draft: "起草",
		old: "已展示超过一周",
		past: "已过期，不再显示",
		zone: "仅“封闭式柜台服务区”的叫号大屏",
		hours: "每天 09:00–11:30",
		until: `到 ${inWords(dayFrom(3), "zh-CN")}（含当天）`,
	},
	en: {
		draft: "Draft",
		old: "Shown for over a week",
		past: "Over and not shown",
		zone: "Only screens of “Closed counters”",
		hours: "Each day 09:00–11:30",
		until: `Until the end of ${inWords(dayFrom(3), "en-GB")}`,
	},
} as const;

describe("the editor of notices", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	async function aBankWithNotices() {
		const bank = await aBank();
		await bank.configure();
		const [drafter, second] = await Promise.all(
			["fang-yun", "shen-bo"].map((staffId) => bank.demoToken("head-office-operator", undefined, staffId)),
		);
		await publisherAt(bank.branchId, { drafter: drafter ?? "", second: second ?? "" }).publish(
			"notices",
			(): Notices => ({ notices: LISTED }),
		);
		return bank;
	}
	const open = (bank: Awaited<ReturnType<typeof aBank>>, lang: string) =>
		openConsole(
			browser,
			`${bank.base}/console/?as=head-office-operator&lang=${lang}#/configuration/${bank.branchId}/notices`,
		);
	const card = (page: Page, title: string) => page.getByRole("article", { name: title, exact: true });

	it("[SCR-42] shows each as it will look, with days, hours and zone in the page's words and what is old marked, at 1440 and 1024", async ({
		expect,
	}) => {
		const bank = await aBankWithNotices();
		for (const language of ["zh", "en"] as const) {
			const said = SAID[language];
			const page = await open(bank, language);
			await page.getByRole("button", { name: said.draft, exact: true }).click();
			const [old, past, morning] = LISTED.map((each) => card(page, each.title[language]));
			await old?.getByText(said.old).waitFor();
			await past?.getByText(said.past).waitFor();
			for (const text of [said.zone, said.hours, said.until]) await morning?.getByText(text, { exact: true }).waitFor();
			// Both languages stand on the screen, whichever one the page has.
			const look = (await morning?.locator(".notice-look").innerText()) ?? "";
			for (const text of ["早间提示", "In the morning"]) expect(look).toContain(text);
			const shown = await page.getByRole("dialog").innerText();
			expect(shown).not.toMatch(/closed-counters|\d{4}-\d\d-\d\d/);
			for (const width of [1440, 1024]) {
				await page.setViewportSize({ width, height: 900 });
				const beyond = await page
					.getByRole("dialog")
					.evaluate((box) =>
						Math.max(box.scrollWidth - box.clientWidth, box.getBoundingClientRect().right - innerWidth),
					);
				expect([language, width, beyond <= 1]).toEqual([language, width, true]);
			}
			await page.context().close();
		}
	});

	it("[SCR-42] one is changed, one ended today, one taken out and one added; the draft has just that", async ({
		expect,
	}) => {
		const bank = await aBankWithNotices();
		const page = await open(bank, "zh");
		await page.getByRole("button", { name: "起草", exact: true }).click();
		await page.getByRole("button", { name: "修改：早间提示" }).click();
		await page.getByLabel("内容（英文）").fill("Before half past eleven");
		await page.getByLabel("在哪些叫号大屏显示").click();
		await page.getByTitle("所有叫号大屏").last().click();
		await page.getByRole("button", { name: "收起", exact: true }).click();
		await card(page, "早间提示").getByText("Before half past eleven").waitFor();
		await card(page, "早间提示").getByText("所有叫号大屏").waitFor();
		await page.getByRole("button", { name: "今天结束：旧闻一则" }).click();
		await card(page, "旧闻一则")
			.getByText(inWords(dayFrom(0), "zh-CN"))
			.waitFor();
		await page.getByRole("button", { name: "删除：过去的事" }).click();
		await page.getByRole("button", { name: "新增提示" }).click();
		await page.getByLabel("标题（中文）").fill("端午节安排");
		await page.getByLabel("标题（英文）").fill("Hours at the festival");
		await page.getByLabel("内容（中文）").fill("节日期间照常营业。");
		await page.getByPlaceholder("写给复核人：为什么改").fill("更新提示");
		await page.getByRole("button", { name: "保存草稿" }).click();
		// What is missing is said, and nothing is lost.
		await page.getByText("请填写").first().waitFor();
		await page.getByLabel("内容（英文）").fill("We are open as usual.");
		const last = page.getByLabel("最后一天（不填为长期）");
		await last.fill(dayFrom(9));
		await last.press("Enter");
		expect(await last.inputValue()).toMatch(/^\d{4}年\d{1,2}月\d{1,2}日$/);
		await page.getByRole("button", { name: "保存草稿" }).click();
		await page.getByRole("button", { name: "检查涉及的网点" }).waitFor();
		type At = { readonly versions: readonly { readonly set: Record<string, Notice | null> }[] };
		const path = `/configuration/${bank.branchId}/sections/notices`;
		const set = (await bank.ask<At>("GET", path)).versions[0]?.set ?? {};
		const added = Object.values(set).find((each) => each?.title?.zh === "端午节安排");
		expect(added).toMatchObject({ from: dayFrom(0), until: dayFrom(9), text: { en: "We are open as usual." } });
		expect(set["notices.old"]).toMatchObject({ until: dayFrom(0) });
		expect(set["notices.morning"]).toMatchObject({ text: { en: "Before half past eleven" } });
		expect(set["notices.morning"]).not.toHaveProperty("zone");
		expect(set["notices.past"] ?? null).toBeNull();
	});
});
