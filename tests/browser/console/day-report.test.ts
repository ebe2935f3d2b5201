import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { type aBank, DESK } from "../a-bank.ts";
import { aClosedDay, DAY, TEN_O_CLOCK } from "../a-closed-day.ts";
import { CONSOLE, openConsole } from "../a-console.ts";
import { launchChromium } from "../chromium.ts";

const STORED_WITHIN_MS = 20_000;

describe("a day report in the console", () => {
	let browser: Browser;
	let context: BrowserContext;
	let bank: Awaited<ReturnType<typeof aBank>>;
	beforeAll(async () => {
		[browser, bank] = await Promise.all([launchChromium(), aClosedDay()]);
		context = await browser.newContext(CONSOLE);
	});
	afterAll(() => browser.close());

	const row = (page: Page, text: string) => page.getByRole("row", { name: text }).getByRole("cell").allInnerTexts();

	it("[CON-9] [REP-1] shows figures with their units, and a dash where nothing was measured", async ({ expect }) => {
		await expect
			.poll(() => bank.ask("GET", `/branches/${bank.branchId}/reports`), { timeout: STORED_WITHIN_MS })
			.toMatchObject({ rows: [{ businessDay: DAY }] });
		const page = await openConsole(context, `${bank.base}/console/?as=retail-department#/branches/${bank.branchId}`);
		await page.getByRole("link", { name: DAY }).waitFor();
		expect(await row(page, DAY)).toEqual([
			`${DAY} 周一`,
			"2",
			"1",
			"0",
			"6.0 分钟",
			"6.0 分钟",
			"0 % 未达标",
			`${DAY} 10:15:00`,
			"人工",
		]);
		await page.getByRole("link", { name: DAY }).click();
		await page.getByRole("heading", { name: `外滩支行${bank.tag} · ${DAY} 周一` }).waitFor();
		const totals = await page.locator(".figures").first().innerText();
		for (const [label, value] of [
			["取号", "2"],
			["未办理", "1"],
			["平均等候", "6.0 分钟"],
			["平均办理时间", "9.0 分钟"],
		]) {
			expect(totals).toContain(`${label}\n${value}`);
		}
		await page.getByRole("row", { name: "现金存取" }).waitFor();
		expect(await row(page, "现金存取")).toEqual(["现金存取", "1", "1", "0", "6.0 分钟", "6.0 分钟", "0 %", "9.0 分钟"]);
		expect(await row(page, "理财")).toEqual([expect.stringContaining("理财"), "1", "0", "0", "—", "—", "—", "—"]);
		// Whoever may not read the commits is not offered to check them.
		expect(await page.getByRole("button", { name: "核对" }).count()).toBe(0);
	});

	it("[REP-7] [REP-8] says who has signed, who is still to, and what was corrected", async ({ expect }) => {
		const manager = await bank.demoToken("lobby-manager", bank.branchId, "li-na");
		const head = await bank.demoToken("branch-head", bank.branchId, "zhang-wei");
		let version = 0;
		const act = async (token: string, body: object) => {
			const response = await fetch(`${bank.base}/api/branches/${bank.branchId}/reports/${DAY}/signing`, {
				method: "POST",
				headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json", "If-Match": `${version}` },
				body: JSON.stringify(body),
			});
			expect([response.status, await response.text()]).toEqual([200, expect.stringContaining("steps")]);
			version += 1;
		};
		const page = await openConsole(context, `${bank.base}/console/?as=auditor#/branches/${bank.branchId}/${DAY}`);
		const panel = page.getByRole("region", { name: "签署与更正" });
		await panel.getByText("待大堂经理签署").waitFor();
		await act(manager, { act: "sign" });
		await act(manager, { act: "correct", figure: "取号", correction: "3", reason: "停电时手工发号一张" });
		await act(manager, { act: "sign" });
		await page.reload();
		await panel.getByText("待网点负责人签署").waitFor();
		await act(head, { act: "sign" });
		await page.reload();
		await panel.getByText("已签署完毕，不能再改").waitFor();
		// Names are read after the steps: until then people are told by number.
		for (const person of ["李娜", "张伟"]) await panel.getByText(person).first().waitFor();
		const steps = await panel.locator("tbody tr").allInnerTexts();
		expect(steps.map((step) => step.split("\t").slice(1))).toEqual([
			["大堂经理签署", expect.stringContaining("李娜"), ""],
			["更正：取号", expect.stringContaining("李娜"), "更正为 3，原因：停电时手工发号一张"],
			["大堂经理签署", expect.stringContaining("李娜"), ""],
			["网点负责人签署", expect.stringContaining("张伟"), ""],
		]);
		await page.getByRole("button", { name: "Switch to English" }).click();
		await page.getByText("Signed by both: no further changes").waitFor();
		await page.getByRole("button", { name: "切换到中文" }).click();
	});

	it("[SCR-7] [CON-8] names every line of every division, in both languages", async ({ expect }) => {
		const page = await openConsole(context, `${bank.base}/console/?as=auditor#/branches/${bank.branchId}/${DAY}`);
		const lines = async (tab: string) => {
			await page.getByRole("tab", { name: tab }).click();
			return page.getByRole("tabpanel").locator("tbody td:first-child").allInnerTexts();
		};
		expect(await lines("按取号渠道")).toEqual(["大堂人员"]);
		expect(await lines("按客户类别")).toEqual(["未识别"]);
		expect(await lines("按半小时")).toEqual(["10:00"]);
		expect(await lines("按窗口")).toEqual(["1号窗口"]);
		await page.getByRole("button", { name: "Switch to English" }).click();
		expect(await lines("By channel")).toEqual(["Lobby staff"]);
		expect(await lines("By service")).toContain("Deposits and withdrawals");
		expect(await lines("By counter")).toEqual(["Counter 1"]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(DESK.width);
		// The browser remembers it, also for the tests below.
		await page.getByRole("button", { name: "切换到中文" }).click();
	});

	it("[REP-1] [CON-9] shows all that the report holds: calls out of order with their reasons, recalls, help, referral records", async ({
		expect,
	}) => {
		const page = await openConsole(context, `${bank.base}/console/?as=lobby-manager&branch=${bank.branchId}#/branches`);
		// What the day did not have: an override and a referral record, beside the recall and the help call that it had.
		const override = {
			at: TEN_O_CLOCK,
			number: "A009",
			counterId: "1",
			staffId: "liu-yang",
			reason: "行动不便",
			passed: 3,
		};
		const referrals = {
			recorded: 2,
			byStatus: [{ status: "to_follow_up", count: 2 }],
			byRole: [{ role: "lobby-manager", count: 2 }],
		};
		await page.route(`**/reports/${DAY}`, async (route) => {
			const answer = (await (await route.fetch()).json()) as { report: object };
			await route.fulfill({ json: { ...answer, report: { ...answer.report, overrides: [override], referrals } } });
		});
		// A lobby manager may not list branches, and comes to the days of the own one at once.
		await page.getByRole("link", { name: DAY }).click();
		const happened = page.getByRole("region", { name: "过程情况" });
		await happened.waitFor();
		const figures = await happened.innerText();
		for (const [label, value] of [
			["指定叫号", "1"],
			["重呼", "1"],
			["转移", "0"],
			["引导自助", "0"],
			["求助", "1"],
			["求助已应答", "1"],
			["求助平均应答时间", "2.0 分钟"],
			["日终方式", "人工"],
		]) {
			expect(figures).toContain(`${label}\n${value}`);
		}
		const records = await page.getByRole("region", { name: "推介记录" }).innerText();
		for (const text of ["当日登记\n2", "待跟进\n2", "由大堂经理识别\n2"]) expect(records).toContain(text);
		const overrides = page.getByRole("region", { name: "指定叫号" });
		await overrides.getByText("1号窗口").waitFor();
		const passed = await overrides.innerText();
		for (const text of ["A009", "1号窗口", "liu-yang", "行动不便", "3"]) expect(passed).toContain(text);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(DESK.width);
		await page.close();
	});

	it("[CON-12] stands with the days of every other branch in one list, by region and days, and leads to its report", async ({
		expect,
	}) => {
		const auditor = `${bank.base}/console/?as=auditor`;
		const page = await openConsole(context, `${auditor}#/days?region=sh&from=${DAY}&to=${DAY}`);
		const own = page.getByRole("row").filter({ hasText: bank.tag });
		await own.waitFor();
		const branch = `外滩支行${bank.tag}\n${bank.branchId}`;
		const figures = [DAY, branch, "2", "1", "0", "0", "1", "6.0 分钟", "6.0 分钟", "0 %", "9.0 分钟"];
		expect(await own.getByRole("cell").allInnerTexts()).toEqual(figures);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(DESK.width);
		await page.goto(`${auditor}#/days?region=sh&from=2026-11-24`);
		await own.waitFor({ state: "detached" });
		await page.goto(`${auditor}#/days?from=${DAY}&to=${DAY}`);
		await own.getByRole("link", { name: DAY }).click();
		await page.getByRole("heading", { name: `外滩支行${bank.tag} · ${DAY} 周一` }).waitFor();
		await page.close();
		// Who answers for one branch alone finds its days there and nobody else's.
		const head = await openConsole(browser, `${bank.base}/console/?as=branch-head&branch=${bank.branchId}#/days`);
		await head.getByText("共 1 条").waitFor();
		expect(await head.getByRole("row").filter({ hasText: bank.tag }).count()).toBe(1);
		await head.context().close();
	});

	it("[REP-2] is checked against the commits, and says what the check found", async ({ expect }) => {
		const page = await openConsole(context, `${bank.base}/console/?as=auditor#/branches/${bank.branchId}/${DAY}`);
		const check = async () => {
			await page.getByRole("button", { name: "核对" }).click();
			const sign = page.locator("header .sign");
			await sign.waitFor();
			return sign.innerText();
		};
		expect(await check()).toBe("与流水一致");
		// What an auditor would read after somebody had changed the stored rows by hand.
		for (const [found, text] of [
			[{ identical: false }, "与流水不一致"],
			[{ identical: false, version: 9, versionKnown: false }, "日报为第 9 版，本系统不认识该版本，无法核对"],
			[{ brokenAt: 7 }, "流水自 7 号起断开"],
		] as const) {
			await page.route("**/verification", async (route) => {
				const answer = (await (await route.fetch()).json()) as object;
				await route.fulfill({ json: { ...answer, ...found } });
			});
			await page.reload();
			expect(await check()).toBe(text);
		}
	});

	it("[CON-7] of a day that has none says so at its own address, with the way back", async () => {
		const page = await openConsole(context, `${bank.base}/console/?as=auditor#/branches/${bank.branchId}/2026-11-22`);
		await page.getByText("该日没有日报，请选择其他日期").waitFor();
		await page.getByRole("link", { name: "返回列表" }).click();
		await page.getByRole("link", { name: DAY }).waitFor();
	});
});
