import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { GOODBYE_MS } from "../../../rules/measure/goodbye.ts";
import { type SyntheticCustomer, syntheticCustomer } from "../../../worker/domain/customer/synthetic-customer.ts";
import { aHall, PHONE } from "../a-hall.ts";
import { launchChromium } from "../chromium.ts";

const NAME = "欧阳晓明";
const DEMO_SEED = 20261121;
const KEY_CUSTOMERS = Array.from({ length: 200 }, (_, index) => syntheticCustomer(DEMO_SEED, index)).filter(
	({ segment }) => segment === "high",
);
/** Promised within a second where nothing else is at work; here as many pages as there are processors are. */
const WITHIN_MS = 20_000;

const loaded = (phone: Page) =>
	phone
		.getByText(/厅内无人等候|Nobody is waiting/)
		.first()
		.waitFor();
const alerts = (phone: Page) => phone.getByRole("region", { name: /^(提醒|Alerts)$/ });
const waits = (phone: Page) =>
	alerts(phone)
		.getByText(/客户等候客户经理|A customer waits for a manager/)
		.first();

async function refer(page: Page) {
	await page.getByRole("button", { name: "推介", exact: true }).click();
	await page.keyboard.type(NAME);
	await page.getByRole("button", { name: "大额现金" }).click();
	await page.getByText("已保存").first().waitFor();
	await page.getByRole("button", { name: "完成" }).click();
}

/** Hands what comes over sockets to the page in bundles, as a page that was busy meanwhile gets it. */
function hearInBundles(): void {
	const listen = WebSocket.prototype.addEventListener;
	WebSocket.prototype.addEventListener = function (
		this: WebSocket,
		...[type, heard, options]: Parameters<typeof listen>
	) {
		if (type !== "message" || typeof heard !== "function") return listen.call(this, type, heard, options);
		const waiting: MessageEvent[] = [];
		listen.call(this, type, (event) => waiting.push(event as MessageEvent), options);
		setInterval(() => {
			for (const event of waiting.splice(0)) heard.call(this, event);
		}, 500);
	};
}

describe("five phones at once", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	it("[ALR-19] [ALR-21] [ALR-22] a customer is offered, the first manager is busy, the second comes; a teller learns nothing, and the record waits for a signature", async ({
		expect,
	}) => {
		const hall = await aHall(browser);
		await hall.openCounter("liu-yang", "2");
		const kiosk = await hall.tokenFor({ kind: "device", purpose: "kiosk", branchId: hall.branchId });
		const issued = await hall.send(kiosk, { type: "issue-ticket", services: ["cash"] });
		const ticketId = issued.status === "done" ? (issued.ticketId ?? "") : "";
		const teller = await hall.tokenFor({
			kind: "staff",
			role: "closed-teller",
			branchId: hall.branchId,
			staffId: "liu-yang",
		});
		await hall.send(teller, { type: "cancel-ticket", ticketId });
		const { page: lobby } = await hall.open("/staff/?as=lobby-manager", PHONE);
		const { page: head } = await hall.open("/staff/?as=branch-head", PHONE, "en");
		const { page: ma } = await hall.open("/staff/?as=relationship-manager&staff=ma-jun", PHONE);
		const { page: xu } = await hall.open("/staff/?as=relationship-manager&staff=xu-na", PHONE, "en");
		const { page: counter } = await hall.open("/staff/?as=closed-teller&staff=liu-yang", PHONE);
		await Promise.all([lobby, head, ma, xu, counter].map(loaded));
		const order = await hall.tokenFor({ kind: "staff", role: "branch-head", branchId: hall.branchId });
		await hall.send(order, { type: "set-duty-order", staffIds: ["ma-jun", "xu-na"] });

		await refer(lobby);
		await waits(ma).waitFor({ timeout: WITHIN_MS });
		await waits(lobby).waitFor({ timeout: WITHIN_MS });
		await waits(head).waitFor({ timeout: WITHIN_MS });
		expect(await alerts(xu).count()).toBe(0);
		await ma.getByRole("button", { name: "走不开" }).click();
		await waits(xu).waitFor({ timeout: WITHIN_MS });
		await alerts(lobby)
			.getByText(/走不开/)
			.waitFor();
		await alerts(ma).waitFor({ state: "detached" });
		await xu.getByRole("button", { name: "I'll come" }).click();

		await alerts(lobby)
			.getByText(/徐娜.?正在过来，客户由您陪同/)
			.waitFor();
		await alerts(head)
			.getByText(/is coming/)
			.waitFor();
		await xu.getByRole("button", { name: "I am with the customer" }).click();
		await alerts(lobby).waitFor({ state: "detached" });
		await xu
			.getByRole("region", { name: "Records that wait for your signature" })
			.getByRole("button")
			.first()
			.waitFor();
		expect(await alerts(counter).count()).toBe(0);
		expect(await counter.locator("body").innerText()).not.toContain("欧阳");
	});

	it("[ALR-19] a phone that hears of the record and of the offer in one moment shows both", async ({ expect }) => {
		const hall = await aHall(browser);
		const kiosk = await hall.tokenFor({ kind: "device", purpose: "kiosk", branchId: hall.branchId });
		await hall.send(kiosk, { type: "issue-ticket", services: ["cash"] });
		const { page: lobby } = await hall.open("/staff/?as=lobby-manager", PHONE);
		await hall.open("/staff/?as=relationship-manager&staff=ma-jun", PHONE);
		await lobby.addInitScript(hearInBundles);
		await lobby.reload();
		await refer(lobby);
		await waits(lobby).waitFor({ timeout: WITHIN_MS });
		expect(await waits(lobby).count()).toBe(1);
	});

	it("[ALR-23] [ALR-31] a key customer comes and leaves: the lobby's phone says so, and from which counter; one says goodbye, and what nobody takes is gone by itself after three minutes; a teller's shows nothing", async ({
		expect,
	}) => {
		const hall = await aHall(browser);
		const liu = await hall.openCounter("liu-yang", "2");
		const { page: lobby } = await hall.open("/staff/?as=lobby-manager", PHONE);
		const { page: standIn } = await hall.open("/staff/?as=stand-in&staff=sun-lei", PHONE, "en");
		const { page: teller } = await hall.open("/staff/?as=closed-teller&staff=chen-jing", PHONE);
		await Promise.all([lobby, standIn, teller].map(loaded));
		const visit = async (customer: SyntheticCustomer | undefined) => {
			if (customer === undefined) throw new Error("the demo has too few of that segment");
			await lobby.getByRole("button", { name: "取号" }).click();
			await lobby.getByLabel(/卡号、证件号或手机号/).fill(customer.phone);
			await lobby.getByRole("button", { name: "识别", exact: true }).click();
			await lobby.getByText(/^按识别结果 · /).waitFor();
			await lobby.getByRole("button", { name: /^现金存取/ }).click();
			await lobby.getByRole("button", { name: "完成" }).click();
			await alerts(lobby).getByText("重点客户到店").waitFor({ timeout: WITHIN_MS });
			await alerts(lobby).getByRole("button", { name: "知道了" }).click();
			await alerts(lobby).getByRole("button", { name: "已处理" }).click();
			const called = await hall.send(liu, { type: "call-next", counterId: "2" });
			const ticketId = called.status === "done" ? (called.ticketId ?? "") : "";
			await hall.send(liu, { type: "start-service", ticketId });
			await hall.send(liu, { type: "finish-service", ticketId });
			await leaves(lobby).waitFor({ timeout: WITHIN_MS });
			await alerts(lobby).getByText(`2号窗口 · 客户编号 ${customer.reference}`).waitFor();
		};
		const leaves = (page: Page) =>
			alerts(page).getByText(/^(重点客户即将离店，请送别|A key customer is leaving: say goodbye)$/);

		await visit(KEY_CUSTOMERS[0]);
		await leaves(standIn).waitFor({ timeout: WITHIN_MS });
		expect(await alerts(lobby).getByRole("button", { name: "转交" }).count()).toBe(0);
		await alerts(lobby).getByRole("button", { name: "我去送别" }).click();
		await alerts(standIn)
			.getByText(/^Being handled by .*A key customer is leaving/)
			.waitFor({ timeout: WITHIN_MS });
		await alerts(lobby).getByRole("button", { name: "已送别" }).click();
		await alerts(lobby).waitFor({ state: "detached" });

		await visit(KEY_CUSTOMERS[1]);
		await hall.putClockForward(GOODBYE_MS + 1_000);
		await alerts(lobby).waitFor({ state: "detached", timeout: WITHIN_MS });
		expect(await alerts(teller).count()).toBe(0);
	});

	it("[ALR-13] [ALR-15] the lobby is handed over from phone to phone, and the head reads who is away and until when", async ({
		expect,
	}) => {
		const hall = await aHall(browser);
		const kiosk = await hall.tokenFor({ kind: "device", purpose: "kiosk", branchId: hall.branchId });
		await hall.send(kiosk, { type: "issue-ticket", services: ["cash"] });
		const { page: lobby } = await hall.open("/staff/?as=lobby-manager", PHONE);
		const { page: head } = await hall.open("/staff/?as=branch-head", PHONE, "en");
		const { page: usher } = await hall.open("/staff/?as=lobby-usher", PHONE);
		const state = (page: Page) => page.getByRole("region", { name: /^(在岗状态|On duty)$/ });
		await state(lobby).getByRole("button").click();
		await lobby.getByRole("button", { name: "我在岗" }).click();
		await state(lobby).getByText("在岗 · 负责大堂").waitFor();
		await state(lobby).getByRole("button").click();
		const sheet = lobby.getByRole("dialog");
		await sheet.getByText("开会").click();
		await sheet.getByText("30 分钟").click();
		await sheet.getByRole("button", { name: "离岗登记" }).click();
		await sheet.getByText(/大堂不能无人负责：请先指定/).waitFor();
		await sheet.getByText(/^朱琳/).first().click();
		await sheet.getByRole("button", { name: "离岗登记" }).click();
		await usher.getByRole("button", { name: "我来接手" }).click();
		await state(usher).getByText("在岗 · 负责大堂").waitFor();
		await state(lobby)
			.getByText(/暂离 · 开会 · .*返岗/)
			.waitFor();
		await head.getByText("A colleague is away").waitFor();
		expect(await head.getByText(/Back at \d\d:\d\d/).count()).toBeGreaterThan(0);
		await head.getByRole("button", { name: "Noted" }).click();
	});
});
