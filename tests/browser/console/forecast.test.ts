import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aBank } from "../a-bank.ts";
import { CONSOLE, openConsole } from "../a-console.ts";
import { launchChromium } from "../chromium.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Monday 16 November 2026, 09:30 in Shanghai. */
const FIRST = Date.UTC(2026, 10, 16, 1, 30);
const PAST_DAYS = 8;
const NUMBERS_A_DAY = 5;
const STORED_WITHIN_MS = 30_000;

/** Eight closed days on which five took a number at half past nine, one of them for advice; and a day that has begun. */
async function aBranchWithPast() {
	const bank = await aBank();
	const path = `/branches/${bank.branchId}`;
	const manager = await bank.demoToken("lobby-manager", bank.branchId);
	const head = await bank.demoToken("branch-head", bank.branchId, "zhang-wei");
	const clock = (at: number) => bank.ask("PUT", `${path}/clock`, { kind: "virtual", at, speed: 0 });
	const send = (token: string, command: object) => bank.ask("POST", `${path}/commands`, { command }, token);
	await clock(FIRST);
	await bank.configure();
	for (let day = 0; day <= PAST_DAYS; day++) {
		await clock(FIRST + day * DAY_MS);
		for (let number = 0; number < NUMBERS_A_DAY; number++) {
			await send(manager, { type: "issue-ticket", services: [number === 0 ? "wealth" : "cash"] });
		}
		if (day < PAST_DAYS) await send(head, { type: "close-day" });
	}
	await clock(FIRST + PAST_DAYS * DAY_MS + 60 * MINUTE_MS);
	return bank;
}

describe("the forecast in the console", () => {
	let browser: Browser;
	let context: BrowserContext;
	let bank: Awaited<ReturnType<typeof aBank>>;
	beforeAll(async () => {
		[browser, bank] = await Promise.all([launchChromium(), aBranchWithPast()]);
		context = await browser.newContext(CONSOLE);
	});
	afterAll(() => browser.close());

	it("[FCT-5] [FCT-6] shows the coming days, one of them by half hours, and how the latest held", async ({
		expect,
	}) => {
		await expect
			.poll(() => bank.ask("GET", `/branches/${bank.branchId}/reports`), { timeout: STORED_WITHIN_MS })
			.toMatchObject({ rows: Array.from({ length: PAST_DAYS }, () => expect.anything()) });
		const page = await openConsole(context, `${bank.base}/console/?as=retail-department#/branches/${bank.branchId}`);
		await page.getByRole("link", { name: "客流预测" }).click();
		await page.getByText(`按本网点 ${PAST_DAYS} 个已日终的营业日推算`).waitFor();
		const days = page.getByRole("region", { name: "今天起 14 天" });
		await days.getByRole("row").nth(14).waitFor();
		const tomorrow = days.getByRole("row", { name: "2026-11-25" });
		const [, kind, expected] = await tomorrow.getByRole("cell").allInnerTexts();
		expect(kind).toBe("工作日");
		expect(Math.abs(Number(expected) - NUMBERS_A_DAY)).toBeLessThanOrEqual(2);
		// Its chart is drawn of the same figures.
		await days.locator("canvas").waitFor();

		const today = page.getByRole("region", { name: "2026-11-24" });
		const halfPastNine = today.getByRole("row", { name: "09:30" });
		expect((await halfPastNine.getByRole("cell").allInnerTexts()).at(-1)).toBe(String(NUMBERS_A_DAY));
		await days.getByRole("button", { name: "2026-11-26" }).click();
		await page.getByRole("region", { name: "2026-11-26" }).getByRole("row", { name: "09:30" }).waitFor();
		const past = page.getByRole("region", { name: "最近的预测与实际" });
		expect(await past.getByRole("row").count()).toBeGreaterThan(2);

		await page.getByLabel("业务", { exact: true }).click();
		await page.locator(".ant-select-item-option", { hasText: "理财咨询" }).click();
		await expect.poll(async () => Number((await tomorrow.getByRole("cell").allInnerTexts())[2])).toBeLessThan(3);
	});

	it("[FCT-5] speaks English to an English browser", async () => {
		const english = await browser.newContext({ ...CONSOLE, locale: "en-GB" });
		const page = await openConsole(
			english,
			`${bank.base}/console/?as=retail-department#/branches/${bank.branchId}/forecast`,
		);
		await page.getByText(`Based on ${PAST_DAYS} closed days of this branch`).waitFor();
		await page.getByRole("region", { name: "Today and the 13 days after it" }).getByRole("row").nth(14).waitFor();
	});
});
