import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, inject, it } from "vitest";
import { aHall, COUNTER, PHONE } from "../a-hall.ts";
import { peopleAt } from "../a-person.ts";
import { launchChromium } from "../chromium.ts";
import { LOOKS, type Look, seriousFaults } from "./faults.ts";

/** Waiting for everybody, so that lists are longer than their boxes. */
const WAITING = 12;
const HOUR_MS = 3_600_000;
const PASSWORD = "lantern harbour 厅堂 88";
/** What the task says, and the customer of the referral as a list shows them. */
const TASK = /卡纸/;
const CUSTOMER = /郭\*/;

describe.for(LOOKS)("what staff see has nothing serious for axe, in $language and $colorScheme:", (look) => {
	const base = inject("serverUrl");
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	async function open(address: string, viewport: { width: number; height: number }): Promise<Page> {
		const { locale, colorScheme } = look;
		const context = await browser.newContext({
			viewport,
			locale,
			colorScheme,
			reducedMotion: "reduce",
			serviceWorkers: "block",
		});
		const page = await context.newPage();
		await page.goto(base + address);
		return page;
	}

	/** A hall in which somebody is served, somebody missed the call, somebody is on hold and many wait. */
	async function aBusyHall() {
		const hall = await aHall(browser);
		const { branchId } = hall;
		const kiosk = await hall.tokenFor({ kind: "device", purpose: "kiosk", branchId });
		const lobby = await hall.tokenFor({ kind: "staff", role: "lobby-manager", branchId });
		for (let each = 0; each < WAITING; each++) {
			await hall.send(lobby, { type: "issue-ticket", services: [each % 3 === 0 ? "transfer" : "cash"] });
		}
		const teller = await hall.openCounter("liu-yang", "2");
		for (const verb of ["mark-no-show", "hold-ticket"] as const) {
			const answer = await hall.send(teller, { type: "call-next", counterId: "2" });
			const ticketId = (answer.status === "done" && answer.ticketId) || "";
			await hall.send(teller, { type: verb, ticketId });
		}
		await hall.send(kiosk, { type: "ask-for-help", reason: "customer" });
		return hall;
	}

	const press = (page: Page, zh: RegExp, en: RegExp) =>
		page
			.getByRole("button", { name: said(look, zh, en) })
			.first()
			.click();

	it("[SCR-24] start and sign-in page", async ({ expect }) => {
		const start = await open("/", COUNTER);
		await start.locator(".screen-row").first().waitFor();
		expect(await seriousFaults(start)).toEqual([]);
		const signIn = await open("/sign-in/?next=/staff/", PHONE);
		await signIn.locator("input").first().waitFor();
		expect(await seriousFaults(signIn)).toEqual([]);
		await start.context().close();
		await signIn.context().close();
	});

	it("[SCR-24] the phone and its sheets", async ({ expect }) => {
		const hall = await aBusyHall();
		const { branchId } = hall;
		await withCases(branchId, await hall.tokenFor({ kind: "staff", role: "lobby-manager", branchId }));
		const page = await open(`/staff/?branch=${hall.branchId}`, PHONE);
		await page.getByText("A001").or(page.getByText("A003")).first().waitFor();
		const faults: Record<string, string[]> = { hall: await seriousFaults(page) };
		const inSheet = async (name: string, ...way: (readonly [zh: RegExp, en: RegExp])[]) => {
			for (const [zh, en] of way) await press(page, zh, en);
			await page.getByRole("dialog").waitFor();
			await page.getByText(said(look, /^正在读取现场/, /^Reading the hall/)).waitFor({ state: "detached" });
			faults[name] = await seriousFaults(page);
			// A sheet that was come to from another one goes back there first.
			for (let each = 0; each < way.length; each++) await page.keyboard.press("Escape");
			await page.getByRole("dialog").waitFor({ state: "detached" });
		};
		const more = [/更多/, /More/] as const;
		await inSheet("issue", [/^取号/, /^Issue/]);
		await inSheet("help", [/^求助/, /^Ask for help/]);
		await inSheet("more", more);
		await inSheet("close-day", more, [/日终/, /Close the day/]);
		await inSheet("referrals", more, [/推介记录/, /Referrals/]);
		await inSheet("refer", [/^推介$/, /^Refer$/]);
		await inSheet("tasks", [/^我的事项/, /^My tasks/]);
		await inSheet("problem", [/^登记问题/, /^Report a problem/]);
		await inSheet("counter", [/^2号窗口/, /^Counter 2/]);
		await inSheet("one more counter", [/^多开一个窗口/, /^One more counter/]);
		await inSheet("pass on", [/^转交/, /^Pass on/]);
		await inSheet("cancel many", more, [/^批量取消/, /^Cancel several/]);
		await inSheet("own day", more, [/^我的今天/, /^My day/]);
		await inSheet("on duty or away", [/^在岗状态/, /^On duty/]);
		await inSheet("ticket", [/A00[4-9]/, /A00[4-9]/]);
		await inSheet("transfer", [/A00[4-9]/, /A00[4-9]/], [/^转移/, /^Transfer/]);
		await inSheet("task", [/^我的事项/, /^My tasks/], [TASK, TASK]);
		await inSheet("task, carried over", [/^我的事项/, /^My tasks/], [TASK, TASK], [/^延期/, /^Carry over/]);
		await inSheet("referral", more, [/推介记录/, /Referrals/], [CUSTOMER, CUSTOMER]);
		await inSheet(
			"referral, in full",
			more,
			[/推介记录/, /Referrals/],
			[CUSTOMER, CUSTOMER],
			[/^查看客户信息/, /^Show customer details/],
		);
		expect(Object.entries(faults).filter(([, found]) => found.length > 0)).toEqual([]);
		await page.context().close();
	});

	it("[SCR-24] somebody's own account on the phone: PIN and sign-ins", async ({ expect }) => {
		const hall = await aHall(browser);
		const people = await peopleAt(hall.branchId);
		const joiner = await people.join([{ role: "lobby-manager", nodeId: hall.branchId }]);
		const page = await open("/sign-in/?next=/staff/", PHONE);
		const field = (zh: string, en: string) => page.getByLabel(said(look, zh, en), { exact: true });
		await field("工号", "Staff number").fill(joiner.person.staffId);
		await field("密码", "Password").fill(joiner.firstPassword);
		await press(page, /^登录$/, /^Sign in$/);
		await field("新密码", "New password").fill(PASSWORD);
		const faults: Record<string, string[]> = { "new password": await seriousFaults(page) };
		await field("再输一次新密码", "New password again").fill(PASSWORD);
		await press(page, /^保存并继续$/, /^Save and continue$/);
		const account = async (name: string, ...way: (readonly [zh: RegExp, en: RegExp])[]) => {
			for (const [zh, en] of way) await press(page, zh, en);
			faults[name] = await seriousFaults(page);
		};
		await account("account", [/更多/, /More/], [/^我的账号/, /^My account/]);
		await account("PIN", [/^设置 PIN 码/, /^Set a PIN/]);
		await account("sign-ins", [/^返回$/, /^Back$/], [/^我的登录/, /^My sign-ins/]);
		expect(Object.entries(faults).filter(([, found]) => found.length > 0)).toEqual([]);
		await page.context().close();
	});

	it("[SCR-24] the counter and its dialogs", async ({ expect }) => {
		const hall = await aBusyHall();
		const page = await open(`/counter/?branch=${hall.branchId}&as=closed-teller&staff=liu-yang`, COUNTER);
		await page.locator(".side .row").nth(3).waitFor();
		const faults: Record<string, string[]> = { free: await seriousFaults(page) };
		const inDialog = async (name: string, zh: RegExp, en: RegExp) => {
			await press(page, zh, en);
			await page.getByRole("dialog").waitFor();
			faults[name] = await seriousFaults(page);
			await page.keyboard.press("Escape");
			await page.getByRole("dialog").waitFor({ state: "detached" });
		};
		await inDialog("named", /^A00[6-9]/, /^A00[6-9]/);
		await inDialog("pause", /暂停/, /Pause/);
		await inDialog("help", /求助/, /Ask for help/);
		await inDialog("keys", /按键/, /Keys/);
		await press(page, /叫下一位/, /Call next/);
		await page.getByRole("button", { name: said(look, /开始办理/, /Start/) }).waitFor();
		faults.called = await seriousFaults(page);
		await press(page, /开始办理/, /Start/);
		await page.getByRole("button", { name: said(look, /^办结/, /^Finish/) }).waitFor();
		faults.serving = await seriousFaults(page);
		await inDialog("transfer", /转移/, /Transfer/);
		expect(Object.entries(faults).filter(([, found]) => found.length > 0)).toEqual([]);
		await page.context().close();
	});

	it("[SCR-24] a counter that is to be chosen, and a device that is let in", async ({ expect }) => {
		const hall = await aHall(browser);
		const choice = await open(`/counter/?branch=${hall.branchId}&as=closed-teller`, COUNTER);
		await choice.getByText(said(look, /请选择窗口/, /Choose your counter/)).waitFor();
		expect(await seriousFaults(choice)).toEqual([]);
		const approve = await open(`/approve/?branch=${hall.branchId}`, PHONE);
		await approve.locator("input").first().waitFor();
		expect(await seriousFaults(approve)).toEqual([]);
		const screen = await open("/pair/?for=display", COUNTER);
		const code = (await screen.locator("[data-code]").getAttribute("data-code")) ?? "";
		await approve.locator("input").first().fill(code);
		await press(approve, /查看设备/, /Check the device/);
		await approve.getByRole("button", { name: said(look, /批准配对/, /Approve/) }).waitFor();
		expect(await seriousFaults(approve)).toEqual([]);
		for (const page of [choice, approve, screen]) await page.context().close();
	});
});

const said = <Text>({ language }: Look, zh: Text, en: Text) => (language === "zh" ? zh : en);

/** A task and a referral of the lobby manager, to be opened on the phone. */
async function withCases(branchId: string, token: string): Promise<void> {
	const cases = [
		{ kind: "problem", ownerId: "li-na", dueAt: Date.now() + HOUR_MS, texts: { what: "自助机 B 卡纸" } },
		{ kind: "referral", fields: { name: "郭敏" }, facts: { reasonCode: "gold-card" } },
	];
	for (const body of cases) {
		const response = await fetch(`${inject("serverUrl")}/api/branches/${branchId}/cases`, {
			method: "POST",
			headers: {
				Authorization: `Bearer ${token}`,
				"Idempotency-Key": crypto.randomUUID(),
				"Content-Type": "application/json",
			},
			body: JSON.stringify(body),
		});
		if (!response.ok) throw new Error(await response.text());
	}
}
