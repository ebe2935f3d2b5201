import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aHall, COUNTER } from "../a-hall.ts";
import { atSignIn, peopleAt, signInFirst, typePassword } from "../a-person.ts";
import { launchChromium } from "../chromium.ts";

const PASSWORD = "correct horse battery";
const PIN = "274951";
const HALL = "外滩支行";
const ENTER_PIN = "请输入六位 PIN 码解锁";

/** What hangs on the wall of the hall anyway: when it was last heard, how many wait, how many counters are open. */
const HALL_AS_IT_WAS = "tingtang.last.known";

/** What scripts of the page find in the browser. */
function kept(page: Page) {
	return page.evaluate(() => ({
		cookie: document.cookie,
		session: Object.keys(sessionStorage),
		local: Object.keys(localStorage),
	}));
}

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

	const WITHIN_A_COVER = { timeout: 20_000, interval: 500 };

	async function setPin(page: Page) {
		await openAccount(page);
		await page.getByRole("button", { name: "设置 PIN 码" }).click();
		await page.getByLabel("密码", { exact: true }).fill(PASSWORD);
		await page.getByLabel("新的六位 PIN 码").fill(PIN);
		await page.getByLabel("再输一次").fill(PIN);
		await page.getByRole("button", { name: "保存" }).click();
		await page.getByRole("button", { name: "立即锁定" }).waitFor();
	}

	async function lockWithPin(page: Page) {
		await setPin(page);
		await page.getByRole("button", { name: "立即锁定" }).click();
		await page.getByText(ENTER_PIN).waitFor();
	}

	it("[ACC-1] [PWA-5] signs in, changes the first password and stands in the hall of the own branch", async ({
		expect,
	}) => {
		const { page, context, staffId } = await signedIn();
		await page.waitForURL("**/staff/");
		await page.getByText(HALL).first().waitFor();
		// The secret is where no script finds it.
		await page.waitForFunction(() => localStorage.length > 0);
		expect(await kept(page)).toEqual({ cookie: "", session: [], local: [HALL_AS_IT_WAS] });
		const [cookie] = (await context.cookies()).filter(({ name }) => name === "__Host-tingtang");
		expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: "Strict", path: "/" });
		await openAccount(page);
		await page.getByText(staffId).waitFor();
		await page.getByText("大堂经理").first().waitFor();
		await page.getByRole("button", { name: "退出登录" }).click();
		await page.getByLabel("工号").waitFor();
		expect((await context.cookies()).filter(({ name }) => name === "__Host-tingtang")).toEqual([]);
		expect(await kept(page)).toEqual({ cookie: "", session: [], local: [] });
	});

	it("[ACC-20] is told while typing how strong the new password is and what to do, and chooses a better one", async ({
		expect,
	}) => {
		const { branchId } = await aHall(browser);
		const bank = await peopleAt(branchId);
		const given = await bank.join([{ role: "lobby-manager", nodeId: branchId }]);
		const { page } = await atSignIn(browser, bank.base, "/staff/");
		const scripts: string[] = [];
		page.on("request", (request) => scripts.push(request.url()));
		const { person, firstPassword } = given;
		await typePassword(page, person.staffId, firstPassword);
		const next = page.getByLabel("新密码", { exact: true });
		await next.waitFor();
		// Whoever does not choose a password waits for none of its words.
		expect(scripts.filter((url) => url.includes("password-strength"))).toEqual([]);
		const told = page.getByRole("status");
		for (const [password, sentence] of [
			["dragon12345", "弱，容易被猜到。 很多人用这个词：请换成三四个互不相干的词。"],
			[`${person.staffId} tulip kettle`, "弱，容易被猜到。 请去掉本人的工号、姓名和网点，同事一猜就中。"],
			["tulip canoe window rice", "强。 请牢记，不要写在纸上，不要用在别处。"],
		] as const) {
			await next.fill(password);
			await told.getByText(sentence).waitFor();
		}
		await next.fill("dragon12345");
		await page.getByLabel("再输一次新密码").fill("dragon12345");
		await page.getByRole("button", { name: "保存并继续" }).click();
		await page.getByRole("alert").getByText("这个密码容易被猜到").waitFor();
		await next.fill("tulip canoe window rice");
		await page.getByLabel("再输一次新密码").fill("tulip canoe window rice");
		await page.getByRole("button", { name: "保存并继续" }).click();
		await page.waitForURL("**/staff/");
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
		expect(await page.getByText(HALL).first().isVisible()).toBe(false);
		for (const digit of "000000") await page.getByRole("button", { name: digit, exact: true }).click();
		await page.getByText("PIN 码不正确").waitFor();
		await page.keyboard.type(PIN);
		await page.getByText(HALL).first().waitFor();
		await page.getByRole("button", { name: "立即锁定" }).waitFor();
		// Whoever comes back to a locked session by the address is asked for the PIN first.
		await page.getByRole("button", { name: "立即锁定" }).click();
		await page.getByText(ENTER_PIN).waitFor();
		await page.reload();
		await page.waitForURL("**/sign-in/**");
		await page.getByText(ENTER_PIN).waitFor();
	});

	it("[ACC-5] [ACC-15] is locked when nobody has touched it, and goes on where it was, half-typed record included", async ({
		expect,
	}) => {
		const { page } = await signedIn();
		await page.getByText(HALL).first().waitFor();
		await setPin(page);
		await page.clock.install();
		await page.reload();
		await page.getByText(HALL).first().waitFor();
		await page.getByText("李敏").waitFor();
		await page.getByRole("button", { name: "推介", exact: true }).click();
		await page.getByLabel("客户姓名").fill("欧阳晓明");
		await page.getByText("补充信息").click();
		const contact = page.getByLabel("联系方式", { exact: true });
		await contact.fill("13912345678");
		await page.clock.fastForward("04:50");
		expect(await contact.isVisible()).toBe(true);
		const locking = page.waitForRequest("**/api/session/lock");
		await page.clock.fastForward("00:20");
		await locking;
		await page.getByText(ENTER_PIN).waitFor();
		const asked: string[] = [];
		page.on("request", (request) => asked.push(new URL(request.url()).pathname));

		// Neither to be read, nor heard, nor reached; Escape opens nothing.
		expect(await page.locator("body").innerText()).not.toMatch(/欧阳|139|外滩|推介/);
		const tree = JSON.stringify(await page.locator("body").ariaSnapshot());
		expect(tree).not.toMatch(/欧阳|139|外滩|推介/);
		for (const key of ["Tab", "Tab", "Escape", "Escape", "Tab"]) await page.keyboard.press(key);
		expect(await page.evaluate(() => document.activeElement?.closest(".cover") !== null)).toBe(true);
		await contact.focus().catch(() => undefined);
		expect(await page.evaluate(() => document.activeElement?.closest(".cover") !== null)).toBe(true);
		// It asks for nothing: no live connection, no record, no sign of life.
		await page.clock.fastForward("10:00");
		expect(asked.filter((path) => path !== "/api/session/lock")).toEqual([]);

		await page.keyboard.type(PIN);
		await contact.waitFor();
		expect(await contact.inputValue()).toBe("13912345678");
		expect(await page.getByLabel("客户姓名").inputValue()).toBe("欧阳晓明");
		expect(await contact.evaluate((input) => input === document.activeElement)).toBe(true);
		await page.getByRole("button", { name: "大额现金" }).click();
		await page.getByText("已保存").first().waitFor();
		await page.getByRole("button", { name: "完成" }).click();
		await page.getByText("实时", { exact: true }).waitFor();
	});

	it("[ACC-15] is covered also while there is no network, and locked as soon as there is", async ({ expect }) => {
		const { page, context } = await signedIn();
		await page.getByText(HALL).first().waitFor();
		await setPin(page);
		await page.clock.install();
		await page.reload();
		await page.getByText("李敏").waitFor();
		await context.setOffline(true);
		await page.clock.fastForward("05:10");
		await page.getByText("正在锁定").waitFor();
		expect(await page.getByText(HALL).first().isVisible()).toBe(false);
		await context.setOffline(false);
		await page.clock.runFor(6_000);
		await page.getByText(ENTER_PIN).waitFor();
		await page.keyboard.type(PIN);
		await page.getByText(HALL).first().waitFor();
	});

	it("[ACC-15] covers every page of the same browser, and is left alone while one of them is used", async ({
		expect,
	}) => {
		const { page, context, bank } = await signedIn();
		await page.getByText(HALL).first().waitFor();
		await setPin(page);
		const other = await context.newPage();
		await other.clock.install();
		await other.goto(`${bank.base}/counter/`);
		await other.getByText(HALL).first().waitFor();
		await other.clock.fastForward("04:00");
		const back = page.getByRole("button", { name: "返回" });
		// The other page's leap may cover this one for a moment, in the middle of a press.
		await expect
			.poll(async () => {
				if ((await back.count()) === 0) await page.getByRole("button", { name: "更换 PIN 码" }).click();
				return back.count();
			}, WITHIN_A_COVER)
			.toBe(1);
		await back.click();
		await other.waitForTimeout(300);
		await other.clock.fastForward("04:00");
		expect(await other.getByText(HALL).first().isVisible()).toBe(true);

		await page.getByRole("button", { name: "立即锁定" }).click();
		await page.getByText(ENTER_PIN).waitFor();
		await other.clock.runFor(5_000);
		await other.getByText(ENTER_PIN).waitFor();
		expect(await other.getByText(HALL).first().isVisible()).toBe(false);
		await other.keyboard.type(PIN);
		await other.getByText(HALL).first().waitFor();
		// The first one finds out when it is looked at again.
		await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
		await page.getByText(HALL).first().waitFor();
	});

	it("[ACC-7] comes to the sign-in page when the session is ended elsewhere, never on as a demo's person", async ({
		expect,
	}) => {
		const { page, bank, staffId } = await signedIn();
		await page.getByText(HALL).first().waitFor();
		await bank.endSessions(staffId);
		await page.getByLabel("工号").waitFor({ timeout: 70_000 });
		expect(page.url()).toBe(`${bank.base}/sign-in/?next=%2Fstaff%2F`);
	});

	it("[ACC-8] who loses the role meets a page that says whom to ask, in both languages", async ({ expect }) => {
		const { page, bank, branchId, staffId } = await signedIn((branch) => `/staff/?branch=${branch}`);
		await page.getByText(HALL).first().waitFor();
		await bank.reassign(staffId, [{ role: "human-resources", nodeId: "sh" }]);
		await page.getByRole("heading", { name: "您没有这项权限" }).waitFor({ timeout: 70_000 });
		const text = await page.locator("body").innerText();
		expect(text).toContain("请联系网点负责人");
		expect(text).toContain("ask for it: Branch head");
		expect(text).not.toContain(HALL);
		const other = `${branchId}x`;
		await bank.addNode(other, "sh");
		await bank.reassign(staffId, [{ role: "lobby-manager", nodeId: other }]);
		await page.reload();
		await page.getByText("这超出了您所在的机构范围").waitFor({ timeout: 70_000 });
		expect(await page.locator("body").innerText()).toContain("ask for it: Human resources");
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
