import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, inject, it } from "vitest";
import { openConsole } from "../a-console.ts";
import { aHall } from "../a-hall.ts";
import { launchChromium } from "../chromium.ts";

const MINUTE_MS = 60_000;
const FRESH_WITHIN_MS = 40_000;

describe("the overview of branches", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	/** A branch where one customer has been served after a wait. */
	async function aBranchWith(waitMs: number) {
		const hall = await aHall(browser);
		const teller = await hall.openCounter("liu-yang", "2");
		const kiosk = await hall.tokenFor({ kind: "device", purpose: "kiosk", branchId: hall.branchId });
		await hall.send(kiosk, { type: "issue-ticket", services: ["cash"] });
		if (waitMs > 0) await hall.putClockForward(waitMs);
		const called = await hall.send(teller, { type: "call-next", counterId: "2" });
		if (called.status !== "done" || called.ticketId === undefined) throw new Error("nobody was called");
		await hall.send(teller, { type: "start-service", ticketId: called.ticketId });
		await hall.send(teller, { type: "finish-service", ticketId: called.ticketId });
		return hall;
	}

	it("[SCR-44] a branch that has closed says so and what its figure is of, without the colour of now", async ({
		expect,
	}) => {
		const hall = await aBranchWith(20 * MINUTE_MS);
		const head = await hall.tokenFor({ kind: "staff", role: "branch-head", branchId: hall.branchId });
		await hall.send(head, { type: "close-day" });
		for (const [lang, closed, told, below] of [
			["zh", "已日终", "今天已结束", "未达标"],
			["en", "Closed", "Today, now over", "Below target"],
		] as const) {
			const address = `${inject("serverUrl")}/console/?as=head-office-operator&lang=${lang}#/branches?find=${hall.branchId}`;
			const page = await openConsole(browser, address);
			const row = page.getByRole("row").filter({ hasText: hall.branchId });
			await row.getByText(closed, { exact: true }).waitFor({ timeout: FRESH_WITHIN_MS });
			await row.getByText(told).waitFor();
			const sign = row.locator("td.figure .sign").filter({ hasText: below });
			expect(await sign.getAttribute("class")).toBe("sign sign-plain");
			await page
				.getByRole("status")
				.filter({
					hasText: lang === "zh" ? "1 家网点今天已结束，全天未达标" : "1 branch has closed for today below target",
				})
				.waitFor();
			await page.context().close();
		}
	});

	it("[SCR-33] puts who is below target first, in colour and word, and keeps search and order on the way back", async ({
		expect,
	}) => {
		const good = (await aBranchWith(0)).branchId;
		const over = (await aBranchWith(20 * MINUTE_MS)).branchId;
		const page = await openConsole(browser, `${inject("serverUrl")}/console/?as=head-office-operator#/branches`);
		const row = (id: string) => page.getByRole("row").filter({ hasText: id });
		// Branches send figures that are no longer fresh when somebody looks.
		await expect
			.poll(
				async () => {
					await page.getByRole("button", { name: "刷新" }).click();
					return [await row(over).innerText(), await row(good).innerText()];
				},
				{ timeout: FRESH_WITHIN_MS, interval: 2_000 },
			)
			.toEqual([expect.stringContaining("0 % 未达标"), expect.stringContaining("100 %")]);
		await page.getByText(/家网点今天未达标，最差的排在最前/).waitFor();
		const texts = await page.getByRole("row").allInnerTexts();
		const place = (id: string) => texts.findIndex((text) => text.includes(id));
		expect(place(over)).toBeLessThan(place(good));

		const find = page.getByLabel("名称或编号");
		await find.fill(over);
		await row(good).waitFor({ state: "detached" });
		await page.getByRole("columnheader", { name: "取号" }).click();
		await page.waitForURL(/sort=issued/);
		await row(over).getByRole("link").click();
		await page.getByRole("region", { name: "实时情况" }).waitFor();
		await page.getByRole("link", { name: "返回" }).click();
		await page.locator(".ant-spin-spinning").waitFor({ state: "detached" });
		expect([await find.inputValue(), new URL(page.url()).hash]).toEqual([over, expect.stringContaining("sort=issued")]);
		await row(over).getByRole("link").click();
		await page.getByRole("region", { name: "实时情况" }).waitFor();
		await page.goBack();
		await row(over).waitFor();
		expect(await find.inputValue()).toBe(over);
		await find.fill("nowhere-at-all");
		await page.getByText("请换一个名称或编号，或清空查找").waitFor();
	});

	it("[SCR-33] stands on the screen at 1440 and 1024 px without scrolling sideways, in both languages", async ({
		expect,
	}) => {
		const id = (await aBranchWith(20 * MINUTE_MS)).branchId;
		for (const lang of ["zh", "en"]) {
			const address = `${inject("serverUrl")}/console/?as=head-office-operator&lang=${lang}#/branches?find=${id}`;
			const page = await openConsole(browser, address);
			await page.getByRole("row").filter({ hasText: id }).waitFor();
			for (const width of [1440, 1024]) {
				await page.setViewportSize({ width, height: 900 });
				await page.waitForTimeout(300);
				const beyond = await page.evaluate(() => {
					const boxes = [document.documentElement, ...document.querySelectorAll(".ant-table-content, .ant-table-body")];
					return Math.max(...boxes.map((box) => box.scrollWidth - box.clientWidth));
				});
				expect([lang, width, beyond <= 1 ? 0 : beyond]).toEqual([lang, width, 0]);
				// No word of a head is cut by its column, and no sign lies on the next one.
				const cut = await page.locator(".ant-table-column-title, td.figure .sign").evaluateAll((parts) =>
					parts
						.filter((part) => {
							const cell = part.closest("th, td");
							return part.scrollWidth > part.clientWidth + 1 || part.scrollWidth > (cell?.clientWidth ?? 0);
						})
						.map((part) => part.textContent),
				);
				expect([lang, width, cut]).toEqual([lang, width, []]);
			}
		}
	});
});
