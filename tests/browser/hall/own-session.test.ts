import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aBank } from "../a-bank.ts";
import { openConsole, signInToConsole } from "../a-console.ts";
import { launchChromium } from "../chromium.ts";

const PASSWORD = "a long enough passphrase 7";
const PIN = "274951";
const NEXT_PIN = "605138";

/** One lobby manager, signed in once: with the staff page and the console in two tabs of the same browser. */
describe("a person's own session", () => {
	let browser: Browser;
	let bank: Awaited<ReturnType<typeof aBank>>;
	let staffId: string;
	let desk: Page;
	let phone: Page;
	beforeAll(async () => {
		[browser, bank] = await Promise.all([launchChromium(), aBank()]);
		await bank.configure();
		const person = await bank.join("lin", "林涛", [{ role: "lobby-manager", nodeId: bank.branchId }]);
		staffId = person.staffId;
		desk = await signInToConsole(browser, bank.base, person, PASSWORD);
		phone = await openConsole(desk.context(), `${bank.base}/staff/`);
	});
	afterAll(() => browser.close());

	it("[ACC-5] sets a PIN on the phone, and is told what is wrong with each that is not taken", async ({ expect }) => {
		await phone.getByRole("button", { name: "更多" }).click();
		await phone.getByRole("button", { name: "我的账号" }).click();
		expect(await phone.getByRole("button", { name: "立即锁定" }).count()).toBe(0);
		await phone.getByRole("button", { name: "设置 PIN 码" }).click();
		for (const [password, pin, again, told] of [
			[PASSWORD, "27495", "27495", "请输入六位数字"],
			[PASSWORD, PIN, NEXT_PIN, "两次输入不一致"],
			[PASSWORD, "123456", "123456", "PIN 码过于简单"],
			["another passphrase 7", PIN, PIN, "密码不正确"],
		] as const) {
			await phone.getByLabel("密码", { exact: true }).fill(password);
			await phone.getByLabel("新的六位 PIN 码").fill(pin);
			await phone.getByLabel("再输一次").fill(again);
			await phone.getByRole("button", { name: "保存" }).click();
			await phone.getByRole("alert").filter({ hasText: told }).waitFor();
		}
		await phone.getByLabel("密码", { exact: true }).fill(PASSWORD);
		await phone.getByRole("button", { name: "保存" }).click();
		await phone.getByRole("button", { name: "立即锁定" }).waitFor();
		await phone.getByRole("button", { name: "更换 PIN 码" }).waitFor();
	});

	it("[ACC-5] changes it in the console, with the password and six digits", async () => {
		// A tab behind another one draws slowly.
		await desk.bringToFront();
		await desk.goto(`${bank.base}/console/#/mine`);
		await desk.reload();
		const form = desk.locator(".panel", { hasText: "设置 PIN 码" });
		await form.getByText("目前已设置").waitFor();
		const set = () => form.getByRole("button", { name: "设置 PIN 码" }).click();
		await form.getByLabel("当前密码").fill(PASSWORD);
		await form.getByLabel("新的六位 PIN 码").fill("60513");
		await set();
		await form.getByText("请输入六位数字").waitFor();
		await form.getByLabel("新的六位 PIN 码").fill("121212");
		await set();
		await form.getByRole("alert").filter({ hasText: "PIN 码过于简单" }).waitFor();
		await form.getByLabel("新的六位 PIN 码").fill(NEXT_PIN);
		await set();
		await form.getByText("PIN 码已设置").waitFor();
	});

	it("[ACC-5] [CON-7] locked on the phone, shows nothing in the console either until the PIN opens it again", async ({
		expect,
	}) => {
		await phone.bringToFront();
		await phone.getByRole("button", { name: "立即锁定" }).click();
		await phone.getByText("请输入六位 PIN 码解锁").waitFor();
		const key = phone.getByRole("button", { name: "5", exact: true });
		const place = await key.boundingBox();
		await phone.keyboard.type("000000");
		await phone.getByText("PIN 码不正确").waitFor();
		// The next digit is where the thumb expects it.
		expect(await key.boundingBox()).toEqual(place);
		await desk.bringToFront();
		// Wherever one goes next; left alone it finds out by itself.
		await desk.evaluate(() => location.assign("#/referrals"));
		await desk.getByRole("heading", { name: "已锁定" }).waitFor();
		await desk.reload();
		await desk.getByRole("heading", { name: "已锁定 · 林涛" }).waitFor();
		const text = await desk.locator("body").innerText();
		for (const hidden of [staffId, "大堂经理", "推介记录"]) expect(text).not.toContain(hidden);
		const pin = desk.getByLabel("请输入六位 PIN 码解锁");
		await pin.fill(PIN);
		await desk.keyboard.press("Enter");
		await desk.getByRole("alert").filter({ hasText: "PIN 码不正确" }).waitFor();
		expect(await pin.inputValue()).toBe("");
		await pin.fill(NEXT_PIN);
		await desk.keyboard.press("Enter");
		await desk.getByRole("heading", { name: "推介记录" }).waitFor();
	});

	it("[ACC-6] sees the own sign-ins in the console and ends the others", async ({ expect }) => {
		const body = JSON.stringify({ staffId, password: PASSWORD, carry: "token" });
		const answer = await fetch(`${bank.base}/api/session`, {
			method: "POST",
			headers: { "Content-Type": "application/json" },
			body,
		});
		const { token } = (await answer.json()) as { token: string };
		await desk.goto(`${bank.base}/console/#/mine`);
		await desk.reload();
		await desk.getByRole("row").nth(2).waitFor();
		expect(await desk.getByText("本次登录").count()).toBe(1);
		await desk.getByRole("button", { name: "结束其他全部登录" }).click();
		await desk.getByRole("dialog").getByRole("button", { name: "结束", exact: true }).click();
		await desk.getByRole("dialog").waitFor({ state: "hidden" });
		await expect.poll(() => desk.locator("tbody tr.ant-table-row").count()).toBe(1);
		const after = await fetch(`${bank.base}/api/session`, { headers: { Authorization: `Bearer ${token}` } });
		expect(after.status).toBe(401);
	});

	it("[ACC-6] [SCR-17] ends another sign-in on the phone only after saying which device it is and when it was used", async ({
		expect,
	}) => {
		const body = JSON.stringify({ staffId, password: PASSWORD, carry: "token" });
		const headers = {
			"Content-Type": "application/json",
			"User-Agent": "Mozilla/5.0 (Linux; Android 14; Pixel 8) Chrome/130.0 Mobile Safari/537.36",
		};
		const answer = await fetch(`${bank.base}/api/session`, { method: "POST", body, headers });
		const { token } = (await answer.json()) as { token: string };
		const status = async () =>
			(await fetch(`${bank.base}/api/session`, { headers: { Authorization: `Bearer ${token}` } })).status;
		const page = await openConsole(desk.context(), `${bank.base}/staff/`);
		await page.getByRole("button", { name: "更多" }).click();
		await page.getByRole("button", { name: "我的账号" }).click();
		await page.getByRole("button", { name: "我的登录" }).click();
		const other = page.locator(".session-row", { hasText: "Android" });
		await other.getByRole("button", { name: "结束" }).click();
		const asked = page.getByRole("dialog").getByText(/Android/);
		expect(await asked.innerText()).toMatch(/Android（.*\d\d:\d\d 登录，最近使用 .*\d\d:\d\d）/);
		expect(await status()).toBe(200);
		await page.getByRole("button", { name: "返回" }).click();
		await other.waitFor();
		expect(await status()).toBe(200);
		await other.getByRole("button", { name: "结束" }).click();
		await page.getByText("那台设备需要重新登录").waitFor();
		await page.getByRole("dialog").getByRole("button", { name: "结束", exact: true }).click();
		await other.waitFor({ state: "detached" });
		await page.getByText("没有其他登录").waitFor();
		expect(await status()).toBe(401);
	});

	it("[ACC-6] is signed out by the branch head, who sees where they were signed in", async ({ expect }) => {
		const address = `${bank.base}/console/?as=branch-head&branch=${bank.branchId}#/people/${staffId}`;
		const head = await openConsole(browser, address);
		await head.getByRole("heading", { name: "林涛" }).waitFor();
		await head.getByRole("button", { name: "结束全部登录" }).click();
		await head.getByText(`结束林涛（${staffId}）的全部登录？`).waitFor();
		expect(await head.getByRole("dialog").innerText()).toContain("需要重新登录");
		await head.getByRole("dialog").getByRole("button", { name: "结束全部登录" }).click();
		await head.getByRole("dialog").waitFor({ state: "hidden" });
		await head.getByText("没有正在使用的登录").waitFor();
	});
});
