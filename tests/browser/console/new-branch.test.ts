import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { dateOf, weekdayOf } from "../../../rules/calendar/calendar-date.ts";
import type { FirstPassword } from "../../../schema/people/person.ts";
import { type LocalServer, startLocalServer } from "../../../scripts/serve/local-server.ts";
import { DESK } from "../a-bank.ts";
import { COUNTER, KIOSK, SCREEN } from "../a-hall.ts";
import { launchChromium } from "../chromium.ts";
import { countedActions } from "../counted-actions.ts";

const ACTIONS_MAX = 60;
const TEST_MAX_MS = 180_000;
const SEEN_WITHIN_MS = 30_000;
const PASSWORD = "lantern harbour 厅堂 88";
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const ZONE_MS = 8 * HOUR_MS;

/** Whenever the test runs: ten o'clock of the Monday after, for a branch's time goes on and never back. */
function nextMondayAt10(now: number): number {
	const today = Math.floor((now + ZONE_MS) / DAY_MS);
	return Date.parse(`${dateOf(today + 8 - weekdayOf(today))}T10:00:00+08:00`);
}

describe("a new branch", () => {
	let browser: Browser;
	let server: LocalServer;
	beforeAll(async () => {
		[browser, server] = await Promise.all([launchChromium(), startLocalServer()]);
	});
	afterAll(async () => {
		await browser.close();
		await server.stop();
	});

	async function ask<Answer>(method: string, path: string, body: object, token?: string): Promise<Answer> {
		const response = await fetch(`${server.url}/api${path}`, {
			method,
			headers: { "Content-Type": "application/json", ...(token && { Authorization: `Bearer ${token}` }) },
			body: JSON.stringify(body),
		});
		if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
		return (await response.json()) as Answer;
	}

	/** The one person of a bank of whom alone the books know: as the first operator is put there. */
	async function theOperator() {
		const { token } = await ask<{ token: string }>("POST", "/demo/tokens", {
			kind: "staff",
			role: "head-office-operator",
		});
		const body = {
			staffId: "100001",
			name: { zh: "总行操作员", en: "Operator" },
			assignments: [{ role: "head-office-operator", nodeId: "bank" }],
		};
		const { firstPassword } = await ask<FirstPassword>("POST", "/people", body, token);
		return { token, firstPassword };
	}

	async function signIn(page: Page, firstPassword: string): Promise<void> {
		await page.goto(`${server.url}/sign-in/?next=${encodeURIComponent("/console/")}`);
		await page.getByLabel("工号").fill("100001");
		await page.getByLabel("密码", { exact: true }).fill(firstPassword);
		await page.getByRole("button", { name: "登录", exact: true }).click();
		await page.getByLabel("新密码", { exact: true }).fill(PASSWORD);
		await page.getByLabel("再输一次新密码").fill(PASSWORD);
		await page.getByRole("button", { name: "保存并继续" }).click();
	}

	async function setUp(page: Page): Promise<void> {
		await page.getByRole("link", { name: "机构" }).click();
		await page.getByRole("link", { name: "新建网点" }).click();
		await page.getByLabel("编号").fill("sh-bund");
		await page.getByLabel("分行中文名称").fill("上海分行");
		await page.getByLabel("分行英文名称").fill("Shanghai");
		await page.getByLabel("中文名称", { exact: true }).fill("外滩支行");
		await page.getByLabel("英文名称", { exact: true }).fill("The Bund");
		await page.getByLabel("类型").click();
		await page.getByTitle("金融便利店").click();
		await page.getByText("因此不开办").waitFor();
		await page.getByRole("checkbox", { name: /8号窗口/ }).click();
		await page.getByText("因此不开办").waitFor({ state: "detached" });
		await page.getByRole("button", { name: "建立网点" }).click();
	}

	async function takeUp(page: Page): Promise<void> {
		const row = (number: number) => page.getByRole("group", { name: `第 ${number} 人` });
		for (const [number, [staffId, zh, en]] of [
			[1, ["200001", "张伟", "Zhang Wei"]],
			[3, ["200003", "刘洋", "Liu Yang"]],
		] as const) {
			await row(number).getByLabel("工号").fill(staffId);
			await row(number).getByLabel("中文姓名").fill(zh);
			await row(number).getByLabel("英文姓名").fill(en);
		}
		await page.getByRole("button", { name: "登记人员" }).click();
		await page.getByText("刘洋 · 200003").waitFor();
	}

	async function pair(page: Page, device: Page, { name, counter }: { name: string; counter?: string }): Promise<void> {
		const code = (await device.locator("[data-code]").getAttribute("data-code")) ?? "";
		await page.getByRole("button", { name: "配对新设备" }).click();
		await page.getByLabel("屏幕上的配对码").fill(code);
		await page.getByRole("button", { name: "查看设备" }).click();
		await page.getByLabel("名称", { exact: true }).fill(name);
		if (counter !== undefined) {
			await page.getByRole("dialog").getByLabel("窗口", { exact: true }).click();
			await page.getByTitle(counter).click();
		}
		await page.getByRole("button", { name: "批准配对" }).click();
		await page.getByRole("region", { name: "设备" }).getByText(name).waitFor();
	}

	it("[CFG-17] is set up in an empty bank by one person in the console, and its kiosk, counter and screen work, in at most 60 actions", {
		timeout: TEST_MAX_MS,
	}, async ({ expect }) => {
		const { token, firstPassword } = await theOperator();
		const actions = countedActions(browser);
		const page = await (await actions.open(DESK)).newPage();
		await signIn(page, firstPassword);
		await setUp(page);
		await page.waitForURL(/new-branch\/sh-bund$/);
		await ask("PUT", "/branches/sh-bund/clock", { kind: "virtual", at: nextMondayAt10(Date.now()), speed: 1 }, token);
		await takeUp(page);
		const device = async (purpose: string, viewport: { width: number; height: number }) => {
			const opened = await (await actions.open(viewport)).newPage();
			await opened.goto(`${server.url}/pair/?for=${purpose}`);
			// Its address is typed in.
			actions.add();
			return opened;
		};
		const [screen, kiosk, pad] = [
			await device("display", SCREEN),
			await device("kiosk", KIOSK),
			await device("counter-pad", COUNTER),
		];
		await pair(page, screen, { name: "大屏" });
		await pair(page, kiosk, { name: "取号机" });
		await pair(page, pad, { name: "窗口屏", counter: "1号窗口" });

		await kiosk.waitForURL("**/kiosk/?branch=sh-bund", { timeout: SEEN_WITHIN_MS });
		await kiosk.locator("[data-service=cash]").click();
		await kiosk.getByRole("button", { name: "取号", exact: true }).click();
		await kiosk.locator(".ticket-quote").waitFor();
		await pad.waitForURL("**/counter/?branch=sh-bund", { timeout: SEEN_WITHIN_MS });
		await pad.getByLabel("谁在这个窗口？").selectOption("200003");
		await pad.getByRole("button", { name: /开放窗口/ }).click();
		await pad.getByRole("button", { name: /叫下一位/ }).click();
		await screen.locator("[data-number='A001']").waitFor({ timeout: SEEN_WITHIN_MS });
		await screen.getByText("外滩支行").first().waitFor();
		expect(actions.count()).toBeGreaterThan(40);
		expect(actions.count()).toBeLessThanOrEqual(ACTIONS_MAX);
	});
});
