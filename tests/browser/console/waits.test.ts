import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aBank, DESK } from "../a-bank.ts";
import { DAY, TEN_O_CLOCK } from "../a-closed-day.ts";
import { CONSOLE, openConsole } from "../a-console.ts";
import { PHONE } from "../a-hall.ts";
import { launchChromium } from "../chromium.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** A4 at 96 to the inch. */
const PAPER = { width: 794, height: 1123 };
const FIRST_AT_MIN = 5;
const SERVICE_MIN = 6;
const STORED_WITHIN_MS = 20_000;

/** A closed day: one who waited for nothing, and two behind who were told how long. */
async function aQuotedDay() {
	const bank = await aBank();
	const path = `/branches/${bank.branchId}`;
	const manager = await bank.demoToken("lobby-manager", bank.branchId);
	const teller = await bank.demoToken("closed-teller", bank.branchId, "liu-yang");
	const clock = (minute: number) =>
		bank.ask("PUT", `${path}/clock`, { kind: "virtual", at: TEN_O_CLOCK + minute * MINUTE_MS, speed: 0 });
	const send = (token: string, command: object) =>
		bank.ask<{ answer: { ticketId: string } }>("POST", `${path}/commands`, { command }, token);
	const issue = async () => (await send(manager, { type: "issue-ticket", services: ["cash"] })).answer.ticketId;
	const call = () => send(teller, { type: "call-next", counterId: "1" });
	await clock(0);
	await bank.configure();
	await send(teller, { type: "open-counter", counterId: "1" });
	const tickets = [await issue()];
	await call();
	// What is told of waits is looked up again once the hall has moved on.
	await clock(FIRST_AT_MIN);
	tickets.push(await issue(), await issue());
	for (const [index, ticketId] of tickets.entries()) {
		if (index > 0) await call();
		await send(teller, { type: "start-service", ticketId });
		await clock(FIRST_AT_MIN + SERVICE_MIN * (index + 1));
		await send(teller, { type: "finish-service", ticketId });
	}
	await send(manager, { type: "close-day" });
	return bank;
}

describe("waits and policies in the console", () => {
	let browser: Browser;
	let context: BrowserContext;
	let bank: Awaited<ReturnType<typeof aBank>>;
	beforeAll(async () => {
		[browser, bank] = await Promise.all([launchChromium(), aQuotedDay()]);
		context = await browser.newContext(CONSOLE);
	});
	afterAll(() => browser.close());

	it("[QTE-18] shows how well the waits held that were told, for a day and over the latest, in both languages", async ({
		expect,
	}) => {
		await expect
			.poll(() => bank.ask("GET", `/branches/${bank.branchId}/reports`), { timeout: STORED_WITHIN_MS })
			.toMatchObject({ rows: [{ businessDay: DAY, report: { quotes: { whole: { count: 3, scored: 2 } } } }] });
		const page = await openConsole(context, `${bank.base}/console/?as=retail-department#/branches/${bank.branchId}`);
		await page.getByRole("link", { name: "等候预告" }).click();
		await page.getByRole("heading", { name: "最近 1 个已日终的营业日" }).waitFor();
		const overall = page.getByRole("region", { name: "最近 1 个已日终的营业日" });
		expect((await overall.getByRole("cell").allInnerTexts())[1]).toBe("3");
		const days = page.getByRole("region", { name: "各日" });
		await days.locator("canvas").waitFor();
		await page.getByRole("row", { name: "现金存取" }).waitFor();
		await page.getByRole("tab", { name: "按客户类别" }).click();
		await page.getByRole("row", { name: "未识别" }).waitFor();
		await page.getByRole("button", { name: "Switch to English" }).click();
		await page.getByRole("heading", { name: "Latest 1 closed day" }).waitFor();
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(DESK.width);
		await page.getByRole("button", { name: "切换到中文" }).click();
		await days.getByRole("link", { name: DAY }).click();
		const ofDay = page.getByRole("region", { name: "等候预告" });
		expect(await ofDay.innerText()).toContain("告知并叫到\n3");
	});

	it("[QTE-18] series and list say it by the API", async ({ expect }) => {
		const { rows } = await bank.ask<{ rows: { branchId: string; quoteWeek: unknown }[] }>(
			"GET",
			`/branches?find=${bank.branchId}`,
		);
		expect(rows).toMatchObject([{ quoteWeek: { days: 1, count: 3, scored: 2, isUntrue: false } }]);
	});

	it("[QUE-10] tries a draft beside today's policy on a recorded day, chart and table, and changes nothing", async ({
		expect,
	}) => {
		const page = await openConsole(context, `${bank.base}/console/?as=head-office-operator#/branches/${bank.branchId}`);
		await page.getByRole("link", { name: "排队政策推演" }).click();
		await page.getByText("约 3 位客户").waitFor();
		const budget = page.getByRole("spinbutton", { name: "未识别 最多让先（人）" });
		expect(await budget.inputValue()).toBe("4");
		await budget.fill("2");
		await page.getByRole("spinbutton", { name: "窗口数" }).fill("1");
		await page.getByRole("button", { name: "推演" }).click();
		const result = page.getByRole("region", { name: "推演结果：今天 → 草案" });
		await result.getByRole("img", { name: "各类客户的平均等候" }).waitFor();
		expect(await result.getByRole("row", { name: "先到先办" }).getByRole("cell").last().innerText()).toBe("0");
		expect(await result.getByRole("row", { name: "未识别" }).getByRole("cell").nth(1).innerText()).toContain("→");
		await page.getByRole("button", { name: "Switch to English" }).click();
		await page.getByRole("button", { name: "Try it" }).waitFor();
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(DESK.width);
		await page.getByRole("button", { name: "切换到中文" }).click();
		const { dispatch } = await bank.ask<{ dispatch: { classes: { id: string; overtakeBudget: number }[] } }>(
			"GET",
			`/branches/${bank.branchId}/configuration`,
		);
		expect(dispatch.classes.find(({ id }) => id === "unknown")?.overtakeBudget).toBe(4);
	});

	it("[QTE-22] forecast, waits and policy are used at 390 and 1440 without scrolling sideways, and printed whole", async ({
		expect,
	}) => {
		// The next morning, from the day that was.
		await bank.ask("PUT", `/branches/${bank.branchId}/clock`, { kind: "virtual", at: TEN_O_CLOCK + DAY_MS, speed: 0 });
		for (const [part, told] of [
			["forecast", "业务：全部业务"],
			["waits", "按客户类别"],
			["policy", "窗口数："],
		] as const) {
			const page = await openConsole(
				context,
				`${bank.base}/console/?as=retail-department#/branches/${bank.branchId}/${part}`,
			);
			await page.getByRole("button", { name: "打印" }).waitFor();
			const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
			expect(await wide(), `${part} on a desk`).toBeLessThanOrEqual(0);
			await page.setViewportSize(PHONE);
			expect(await wide(), `${part} on a phone`).toBeLessThanOrEqual(0);
			await page.setViewportSize(PAPER);
			await page.emulateMedia({ media: "print" });
			await page.locator(".on-paper", { hasText: told }).waitFor();
			expect(await wide(), `${part} on paper`).toBeLessThanOrEqual(0);
			for (const pressed of [".toolbar", ".view-acts", ".frame-head"]) {
				expect(await page.locator(`${pressed}:visible`).count(), `${part}: ${pressed}`).toBe(0);
			}
			await page.close();
		}
	});
});
