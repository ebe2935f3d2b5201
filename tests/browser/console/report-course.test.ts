import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aBank } from "../a-bank.ts";
import { CONSOLE, openConsole } from "../a-console.ts";
import { launchChromium } from "../chromium.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Monday 26 October 2026, 10:00 in Shanghai. */
const FIRST_MONDAY = Date.UTC(2026, 9, 26, 2);
const LAST_MONDAY = "2026-11-23";
const WEEKS = 4;
const STORED_WITHIN_MS = 30_000;
/** A4 in the points of a PDF, rounded. */
const A4 = /\/MediaBox \[0 0 (?:595|594)(?:\.\d+)? (?:842|841)(?:\.\d+)?\]/g;

/** Four Mondays on which two customers came and were called after four minutes; a fifth with five, two of them called after twenty. */
async function aBranchOfMondays() {
	const bank = await aBank();
	const path = `/branches/${bank.branchId}`;
	const manager = await bank.demoToken("lobby-manager", bank.branchId);
	const tellers = [
		["10", await bank.demoToken("open-teller", bank.branchId, "zhu-lin")],
		["9", await bank.demoToken("open-teller", bank.branchId, "chen-jing")],
	] as const;
	const clock = (at: number) => bank.ask("PUT", `${path}/clock`, { kind: "virtual", at, speed: 0 });
	const send = (token: string, command: object) =>
		bank.ask<{ answer: { ticketId: string } }>("POST", `${path}/commands`, { command }, token);
	await clock(FIRST_MONDAY);
	await bank.configure();
	for (let week = 0; week <= WEEKS; week++) {
		const at = FIRST_MONDAY + week * 7 * DAY_MS;
		const [customers, wait] = week === WEEKS ? [5, 20] : [2, 4];
		await clock(at);
		for (let each = 0; each < customers; each++) await send(manager, { type: "issue-ticket", services: ["transfer"] });
		for (const [counterId, teller] of tellers) await send(teller, { type: "open-counter", counterId });
		await clock(at + wait * MINUTE_MS);
		for (const [counterId, teller] of tellers) {
			const { ticketId } = (await send(teller, { type: "call-next", counterId })).answer;
			await send(teller, { type: "start-service", ticketId });
			await send(teller, { type: "finish-service", ticketId });
		}
		await send(manager, { type: "close-day" });
	}
	return bank;
}

describe("a day beside other days", () => {
	let browser: Browser;
	let context: BrowserContext;
	let bank: Awaited<ReturnType<typeof aBranchOfMondays>>;
	beforeAll(async () => {
		[browser, bank] = await Promise.all([launchChromium(), aBranchOfMondays()]);
		context = await browser.newContext({ ...CONSOLE, acceptDownloads: true });
	});
	afterAll(() => browser.close());

	const open = async (rest = "", within: BrowserContext = context, lang = "zh"): Promise<Page> => {
		const as = `as=branch-head&branch=${bank.branchId}&lang=${lang}`;
		return openConsole(within, `${bank.base}/console/?${as}#/branches/${bank.branchId}${rest}`);
	};
	const figure = (page: Page, label: string) =>
		page.locator(".figures > div").filter({ has: page.locator("dt", { hasText: new RegExp(`^${label}$`) }) });

	it("[REP-5] says first and largest whether the day kept its target, and beside each figure what is usual on that weekday", async ({
		expect,
	}) => {
		await expect
			.poll(() => bank.ask("GET", `/branches/${bank.branchId}/reports`), { timeout: STORED_WITHIN_MS })
			.toMatchObject({ rows: Array.from({ length: WEEKS + 1 }, () => expect.anything()) });
		const page = await open(`/${LAST_MONDAY}`);
		await page.getByText("“平时”是前四周中 4 个星期一的情况：11-16、11-09、11-02、10-26").waitFor();
		expect(await page.locator(".headline-figure").innerText()).toBe("0 % 未达标");
		await page.getByText("0 % 的客户在目标时间内叫到，目标 90 % · 平时 100 %").waitFor();
		const sizes = await page.evaluate(() =>
			[".headline-figure", "h1", ".figures dd"].map((part) => {
				const element = document.querySelector(part);
				return element === null ? 0 : Number.parseFloat(getComputedStyle(element).fontSize);
			}),
		);
		expect(sizes[0]).toBe(Math.max(...sizes));
		expect((await figure(page, "取号").innerText()).split("\n")).toEqual(["取号", "5", "平时 2", "高于平时"]);
		expect((await figure(page, "平均等候").innerText()).split("\n").slice(-1)).toEqual(["高于平时"]);
		expect((await figure(page, "取消").innerText()).split("\n")).toEqual(["取消", "0", "平时 0"]);
		const first = await open("/2026-10-26");
		await first.getByText("前四周的星期一还没有日报，暂不能与平时比较").waitFor();
		await first.close();
		await page.close();
	});

	it("[REP-5] draws the day's course with a table of the same figures, and counters in the order of their numbers", async ({
		expect,
	}) => {
		const page = await open(`/${LAST_MONDAY}`);
		const came = page.getByRole("region", { name: "各半小时取号人数" });
		await came.locator("canvas").waitFor();
		expect(await came.getByRole("table").count()).toBe(0);
		await came.getByText("用表格看").click();
		expect(await came.getByRole("row", { name: "10:00" }).getByRole("cell").allInnerTexts()).toEqual([
			"10:00",
			"5",
			"2–2",
		]);
		await page.getByRole("tab", { name: "按窗口" }).click();
		const counters = () => page.getByRole("tabpanel").locator("tbody td:first-child").allInnerTexts();
		await expect.poll(counters).toEqual(["9号窗口", "10号窗口"]);
		// Every figure sorts what the page has whole.
		await page.getByRole("tabpanel").getByRole("columnheader", { name: "平均等候" }).click();
		await expect.poll(async () => (await counters()).length).toBe(2);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1440);
		await page.close();
	});

	it("[REP-5] a branch's days stand as charts above their list, in English too", async () => {
		const english = await browser.newContext({ ...CONSOLE, locale: "en-GB" });
		const page = await open("", english, "en");
		await page.getByRole("region", { name: "Within target, day by day" }).locator("canvas").waitFor();
		await page.getByRole("region", { name: "Numbers taken, day by day" }).locator("canvas").waitFor();
		await page.getByRole("link", { name: `${LAST_MONDAY} Mon` }).waitFor();
		await english.close();
	});

	it("[REP-6] is saved as a file in which no name is a formula", async ({ expect }) => {
		const page = await open(`/${LAST_MONDAY}`);
		await page.route("**/configuration", async (route) => {
			const answer = (await (await route.fetch()).json()) as { services: { id: string; name: object }[] };
			for (const service of answer.services) if (service.id === "transfer") service.name = { zh: "=1+1", en: "=1+1" };
			await route.fulfill({ json: answer });
		});
		await page.reload();
		await page.getByRole("tabpanel").getByRole("row", { name: "=1+1" }).waitFor();
		const [download] = await Promise.all([
			page.waitForEvent("download"),
			page.getByRole("button", { name: "导出表格" }).click(),
		]);
		expect(download.suggestedFilename()).toBe(`日报 ${bank.branchId} ${LAST_MONDAY}.csv`);
		const text = await readFile(await download.path(), "utf8");
		expect(text.startsWith("\uFEFF")).toBe(true);
		const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[];
		const row = (item: string) => rows.find((each) => each.项目 === item);
		expect(row(LAST_MONDAY)).toMatchObject({ 部分: "全天", 取号: "5", "平均等候（分钟）": "20.0", "达标率（%）": "0" });
		expect(row("'=1+1")).toMatchObject({ 部分: "按业务", 取号: "5" });
		expect(row("重呼")).toMatchObject({ 部分: "过程情况", 数值: "0" });
		await page.close();
	});

	it("[REP-6] is printed on A4, in light colours, with every division and without what can only be pressed", async ({
		expect,
	}) => {
		const dark = await browser.newContext({ ...CONSOLE, colorScheme: "dark" });
		const page = await open(`/${LAST_MONDAY}`, dark);
		await page.getByRole("region", { name: "各半小时取号人数" }).locator("canvas").waitFor();
		const pdf = await page.pdf({ preferCSSPageSize: true });
		const pages = pdf.toString("latin1").match(A4) ?? [];
		expect(pages.length).toBeGreaterThan(1);
		await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
		expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe("light");
		await page.emulateMedia({ media: "print" });
		expect(await page.getByRole("heading", { name: "按窗口" }).isVisible()).toBe(true);
		expect(await page.getByRole("heading", { name: "按客户类别" }).isVisible()).toBe(true);
		for (const away of ["button", "nav", ".frame-head", ".ant-tabs"]) {
			expect([away, await page.locator(`${away}:visible`).count()]).toEqual([away, 0]);
		}
		await page.evaluate(() => dispatchEvent(new Event("afterprint")));
		expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
		await dark.close();
	});
});
