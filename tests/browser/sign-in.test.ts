import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aHall, COUNTER } from "./a-hall.ts";
import { atSignIn, peopleAt, signInFirst, typePassword } from "./a-person.ts";
import { launchChromium } from "./chromium.ts";

const PASSWORD = "correct horse battery";
const PIN = "274951";
const HALL = "外滩支行";

describe("a member of staff", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	async function signedIn(next: (branchId: string) => string = () => "/staff/") {
		const { branchId } = await aHall(browser);
		const bank = await peopleAt(branchId);
		const given = await bank.join([{ role: "lobby-manager", nodeId: branchId }]);
		const { page, context } = await atSignIn(browser, bank.base, next(branchId));
		await signInFirst(page, given, PASSWORD);
		return { bank, branchId, page, context, staffId: given.person.staffId };
	}

	async function openAccount(page: Page) {
		await page.getByRole("button", { name: "更多" }).click();
		await page.getByRole("button", { name: "我的账号" }).click();
	}

	async function lockWithPin(page: Page) {
		await openAccount(page);
		await page.getByRole("button", { name: "设置 PIN 码" }).click();
		await page.getByLabel("密码", { exact: true }).fill(PASSWORD);
		await page.getByLabel("六位数字").fill(PIN);
		await page.getByLabel("再输一次").fill(PIN);
		await page.getByRole("button", { name: "保存" }).click();
		await page.getByRole("button", { name: "立即锁定" }).click();
		await page.waitForURL("**/sign-in/**");
	}

	it("[ACC-1] signs in, changes the first password and stands in the hall of the own branch", async ({ expect }) => {
		const { page, context, staffId } = await signedIn();
		await page.waitForURL("**/staff/");
		await page.getByText(HALL).first().waitFor();
		// The secret is where no script finds it.
		expect(await page.evaluate(() => [document.cookie, localStorage.length + sessionStorage.length])).toEqual(["", 0]);
		const [cookie] = (await context.cookies()).filter(({ name }) => name === "__Host-tingtang");
		expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: "Strict", path: "/" });
		await openAccount(page);
		await page.getByText(staffId).waitFor();
		await page.getByText("大堂经理").first().waitFor();
		await page.getByRole("button", { name: "退出登录" }).click();
		await page.getByLabel("工号").waitFor();
		expect((await context.cookies()).filter(({ name }) => name === "__Host-tingtang")).toEqual([]);
	});

	it("[ACC-2] is told how long to wait after wrong passwords, and can then sign in", async ({ expect }) => {
		const { branchId } = await aHall(browser);
		const bank = await peopleAt(branchId);
		const given = await bank.join([{ role: "open-teller", nodeId: branchId }]);
		const { page } = await atSignIn(browser, bank.base, "/counter/");
		const go = page.getByRole("button", { name: "登录" });
		await typePassword(page, given.person.staffId, "not the password");
		await page.getByText("工号或密码不正确").waitFor();
		const wait = page.getByText(/请在 \d+ 秒后再试/);
		for (let tries = 0; tries < 12 && (await wait.count()) === 0; tries++) {
			await typePassword(page, given.person.staffId, "not the password");
			await wait.waitFor({ timeout: 1_000 }).catch(() => undefined);
		}
		expect(await go.isDisabled()).toBe(true);
		await wait.waitFor({ state: "detached", timeout: 30_000 });
		await signInFirst(page, given, PASSWORD);
		await page.waitForURL("**/counter/");
		await page.getByRole("heading", { name: "请选择本机所在窗口" }).or(page.getByText(HALL)).first().waitFor();
	});

	it("[ACC-14] is never sent to another site by the address of the sign-in page", async ({ expect }) => {
		for (const next of ["https://evil.example/", "//evil.example/", "/.//evil.example/staff/", "/\\evil.example"]) {
			const { page, bank } = await signedIn(() => next);
			await page.getByRole("link", { name: /大堂手机/ }).waitFor();
			expect(page.url().startsWith(`${bank.base}/sign-in/`)).toBe(true);
			await page.context().close();
		}
	});

	it("[ACC-5] locks the phone and unlocks it with six digits, typed or touched", async ({ expect }) => {
		const { page } = await signedIn();
		await page.getByText(HALL).first().waitFor();
		await lockWithPin(page);
		expect(await page.getByText(HALL).count()).toBe(0);
		for (const digit of "000000") await page.getByRole("button", { name: digit, exact: true }).click();
		await page.getByText("PIN 码不正确").waitFor();
		await page.keyboard.type(PIN);
		await page.waitForURL("**/staff/");
		await page.getByText(HALL).first().waitFor();
	});

	it("[ACC-5] finds the phone locked by itself when nobody has touched it", async () => {
		const { page } = await signedIn();
		await page.getByText(HALL).first().waitFor();
		await lockWithPin(page);
		await page.clock.install();
		await page.keyboard.type(PIN);
		await page.waitForURL("**/staff/");
		await page.getByText(HALL).first().waitFor();
		await page.getByText("李敏").waitFor();
		await page.clock.fastForward("04:50");
		await page.getByText(HALL).first().waitFor();
		await page.clock.fastForward("00:20");
		await page.getByText("请输入六位 PIN 码解锁").waitFor();
	});

	it("[ACC-7] comes to the sign-in page when the session is ended elsewhere, never on as a demo's person", async () => {
		const { page, bank, staffId } = await signedIn();
		await page.getByText(HALL).first().waitFor();
		await bank.endSessions(staffId);
		await page.waitForURL("**/sign-in/?next=%2Fstaff%2F", { timeout: 70_000 });
		await page.getByLabel("工号").waitFor();
	});

	it("[ACC-8] who loses the role meets a page that says whom to ask, in both languages", async ({ expect }) => {
		const { page, bank, branchId, staffId } = await signedIn((branch) => `/staff/?branch=${branch}`);
		await page.getByText(HALL).first().waitFor();
		await bank.reassign(staffId, [{ role: "human-resources", nodeId: "sh" }]);
		await page.getByRole("heading", { name: "您没有这项权限" }).waitFor({ timeout: 70_000 });
		const text = await page.locator("body").innerText();
		expect(text).toContain("请联系网点负责人");
		expect(text).toContain("ask the branch head");
		expect(text).not.toContain(HALL);
		const other = `${branchId}x`;
		await bank.addNode(other, "sh");
		await bank.reassign(staffId, [{ role: "lobby-manager", nodeId: other }]);
		await page.reload();
		await page.getByText("这个网点不在您任职的机构内").waitFor({ timeout: 70_000 });
		expect(await page.locator("body").innerText()).toContain("ask human resources");
	});

	it("[ACC-13] with several branches chooses one", async ({ expect }) => {
		const { branchId } = await aHall(browser);
		const bank = await peopleAt(branchId);
		await bank.addNode(`${branchId}x`, "sh");
		const given = await bank.join([
			{ role: "lobby-manager", nodeId: branchId },
			{ role: "branch-head", nodeId: `${branchId}x` },
		]);
		const { page } = await atSignIn(browser, bank.base, "/counter/");
		await page.setViewportSize(COUNTER);
		await signInFirst(page, given, PASSWORD);
		await page.getByRole("heading", { name: "请选择网点" }).waitFor();
		expect(await page.getByRole("button", { name: branchId }).count()).toBe(2);
		await page.getByRole("button", { name: branchId }).first().click();
		await page.getByText(HALL).first().waitFor();
	});
});
