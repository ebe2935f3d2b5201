import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import type { Command } from "../../../schema/hall/command.ts";
import { PHONE } from "../a-hall.ts";
import { aTicket } from "../a-ticket.ts";
import { launchChromium } from "../chromium.ts";

/** The customer's page asks for its place every 15 s, give or take three. */
const ASKED_WITHIN_MS = 25_000;

describe("one ticket through all its states", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	async function pagesOfATicket() {
		const { hall, ticketId, link } = await aTicket(browser);
		const { page: own } = await hall.open(`/ticket/#${link}`, PHONE);
		const { page: phone } = await hall.open("/staff/", PHONE);
		const manager = await hall.tokenFor({ kind: "staff", role: "lobby-manager", branchId: hall.branchId });
		const of = (type: "return-ticket" | "resume-ticket" | "cancel-ticket") =>
			hall.send(manager, { type, ticketId } as Command);
		return { hall, own, phone, ticketId, manager, of };
	}

	it("[SCR-18] the customer's page and the phone say what is true now", async ({ expect }) => {
		const { hall, own, phone, ticketId, of } = await pagesOfATicket();
		await own.getByText("您排在第一位").waitFor();
		await own.getByText("现在没有开放的窗口能办理这项业务").waitFor();
		const row = phone.locator(".row", { hasText: "A001" });
		await row.click();
		await phone.getByRole("dialog").getByText("无窗口").waitFor();
		expect(await phone.getByRole("dialog").getByText("下一位").count()).toBe(0);
		await phone.keyboard.press("Escape");

		const teller = await hall.openCounter("liu-yang", "1");
		const say = (command: Command) => hall.send(teller, command);
		await own.getByText("下一位就是您").waitFor({ timeout: ASKED_WITHIN_MS });
		await say({ type: "call-next", counterId: "1" });
		await own.getByRole("alert").getByText("1号窗口").waitFor();
		const tile = phone.locator(".counter-tile", { hasText: "A001" });
		await tile.getByText("已叫号").waitFor();
		expect(await row.count()).toBe(0);

		await say({ type: "mark-no-show", ticketId });
		await own.getByText("错过叫号了").waitFor();
		await row.getByText("过号").first().waitFor();
		expect(await tile.count()).toBe(0);
		await of("return-ticket");
		await own.getByText("正在等候").waitFor();
		expect(await own.getByRole("alert").count()).toBe(0);

		await say({ type: "call-next", counterId: "1" });
		await say({ type: "hold-ticket", ticketId });
		await own.getByText("暂缓办理", { exact: true }).waitFor();
		await row.getByText("挂起").first().waitFor();
		await of("resume-ticket");
		await say({ type: "call-next", counterId: "1" });
		await say({ type: "start-service", ticketId });
		await own.getByText("您正在1号窗口办理业务").waitFor();
		await say({ type: "transfer-ticket", ticketId, serviceId: "transfer", counterId: "1" });
		await own.getByText("正在等候").waitFor();
		await own.locator(".facts").getByText("转账汇款").waitFor();
		await row.getByText("指定 1号窗口").waitFor();

		await say({ type: "close-counter", counterId: "1" });
		await own.getByText("现在没有开放的窗口能办理这项业务").waitFor({ timeout: ASKED_WITHIN_MS });
		await row.getByText("指定").waitFor({ state: "detached" });
		await of("cancel-ticket");
		await own.getByText("这个号码已取消").waitFor();
		await row.waitFor({ state: "detached" });
		const number = own.locator(".number strong");
		expect(await number.evaluate((each) => getComputedStyle(each).textDecorationLine)).toBe("line-through");
		expect(await own.locator("main").innerText()).not.toContain("仅限当日在本网点有效");
	}, 120_000);
});
