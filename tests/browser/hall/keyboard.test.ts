import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aBank } from "../a-bank.ts";
import { openConsole } from "../a-console.ts";
import { aHall, COUNTER, PHONE } from "../a-hall.ts";
import { launchChromium } from "../chromium.ts";

/** Presses Tab until what is named has the focus; within this many stops of an open dialog everything has been. */
async function tabTo(page: Page, name: string): Promise<void> {
	for (let stops = 0; stops < 30; stops++) {
		if ((await focused(page)).includes(name)) return;
		await page.keyboard.press("Tab");
	}
	throw new Error(`${name} is out of the keyboard's reach`);
}

/** What has the focus, in words; `page` when nothing has. */
async function focused(page: Page): Promise<string> {
	return page.evaluate(() => {
		const element = document.activeElement;
		if (element === null || element === document.body) return "page";
		return element.getAttribute("aria-label") ?? (element as HTMLElement).innerText;
	});
}

describe("by keyboard alone", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	/** A teller at counter 4 with a called customer, `waiting` more behind, everything of it by key. */
	async function atCounter(waiting: number) {
		const hall = await aHall(browser);
		const kiosk = await hall.tokenFor({ kind: "device", purpose: "kiosk", branchId: hall.branchId });
		for (let each = 0; each <= waiting; each++) await hall.send(kiosk, { type: "issue-ticket", services: ["cash"] });
		await hall.openCounter("liu-yang", "1");
		const { page } = await hall.open("/counter/?as=closed-teller", COUNTER);
		await page.getByRole("button", { name: /^4号窗口/ }).click();
		return { hall, page };
	}

	it("[SCR-11] Space still opens the counter after a mode was chosen, and every question at a counter is answered", async ({
		expect,
	}) => {
		const { hall, page } = await atCounter(3);
		await page.getByRole("radio").nth(1).check();
		await page.keyboard.press("Space");
		await page.getByRole("button", { name: /叫下一位/ }).waitFor();
		const answered = async (key: string, title: RegExp, ...keys: string[]) => {
			// A counter takes one command at a time: a key pressed before the last answer is not taken.
			await expect.poll(() => page.locator(".action-waiting").count()).toBe(0);
			await page.keyboard.press(key);
			const dialog = page.getByRole("dialog", { name: title });
			await dialog.waitFor();
			expect(await focused(page), key).not.toBe("page");
			for (const each of keys) await page.keyboard.press(each);
			await dialog.waitFor({ state: "detached" });
		};
		await answered("/", /键盘按键/, "Escape");
		await answered("m", /模式/, "1");
		await answered("p", /暂停/, "1");
		await page.keyboard.press("p");
		await page.getByRole("button", { name: /叫下一位/ }).waitFor();
		await answered("a", /协助/, "2");

		// Out of order: the list, the second row, a reason.
		await page.keyboard.press("w");
		await page.keyboard.press("ArrowDown");
		const row = await focused(page);
		await answered("Enter", /A002/, "Escape");
		expect(await focused(page)).toBe(row);
		await answered("Enter", /A002/, "1");
		await page.getByText("叫号时长").first().waitFor();

		await answered("t", /转移/, "ArrowDown", "Enter");
		await page.getByRole("button", { name: /叫下一位/ }).waitFor();
		await page.keyboard.press("Escape");
		await page.keyboard.press("Space");
		await page.getByText("叫号时长").first().waitFor();
		await answered("d", /自助/, "Enter");
		await page.getByRole("button", { name: /叫下一位/ }).waitFor();
		await answered("x", /关闭/, "Enter");
		await page.getByRole("button", { name: /开放窗口/ }).waitFor();
		expect((await hall.status()).countersOpen).toBe(1);
	});

	it("[SCR-11] on the phone a sheet takes the keyboard, keeps it from step to step and gives it back", async ({
		expect,
	}) => {
		const { hall } = await atCounter(1);
		const { page } = await hall.open("/staff/", PHONE);
		const row = page.getByRole("button", { name: /^A001/ });
		await row.waitFor();
		await row.focus();
		const was = await focused(page);
		await page.keyboard.press("Enter");
		await page.getByRole("dialog", { name: "A001" }).waitFor();
		for (let stops = 0; stops < 12; stops++) {
			await page.keyboard.press("Tab");
			const isBehind = await page.evaluate(() => document.activeElement?.closest("#root") !== null);
			expect(isBehind, "what lies behind an open sheet").toBe(false);
		}
		await tabTo(page, "转移");
		await page.keyboard.press("Enter");
		const transfer = page.getByRole("dialog", { name: /转移/ });
		await transfer.waitFor();
		await expect.poll(() => focused(page)).not.toBe("page");
		await page.keyboard.press("Escape");
		await transfer.waitFor({ state: "detached" });
		await expect.poll(() => focused(page)).toBe(was);

		await page.keyboard.press("Enter");
		await tabTo(page, "取消号码");
		await page.keyboard.press("Enter");
		await page.getByRole("dialog", { name: /取消/ }).waitFor();
		await tabTo(page, "取消号码");
		await page.keyboard.press("Enter");
		await page.getByRole("dialog").waitFor({ state: "detached" });
		expect((await hall.status()).tally.cancelled).toBe(1);
		// The ticket's row is gone: the keyboard is where it stood, not at the top of the page.
		await page.keyboard.press("Tab");
		expect(await focused(page)).not.toBe("page");
	});

	it("[SCR-11] in the console a form begins where typing begins, a question answers, and the focus goes back", async ({
		expect,
	}) => {
		const bank = await aBank();
		const own = await bank.join("wu", "吴昊", [{ role: "open-teller", nodeId: bank.branchId }]);
		const page = await openConsole(browser, `${bank.base}/console/?as=branch-head&branch=${bank.branchId}#/people`);
		await page.getByRole("link", { name: own.staffId }).focus();
		await page.keyboard.press("Enter");
		for (const name of ["修改姓名和岗位", "办理离职"]) {
			const opener = page.getByRole("button", { name });
			await opener.focus();
			await page.keyboard.press("Enter");
			await page.getByRole("dialog").waitFor();
			await expect
				.poll(() => page.evaluate(() => document.activeElement?.closest("[role=dialog]") !== null))
				.toBe(true);
			if (name === "修改姓名和岗位") {
				await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("INPUT");
			}
			await page.keyboard.press("Escape");
			await page.getByRole("dialog").waitFor({ state: "detached" });
			await expect.poll(() => focused(page)).toContain(name);
		}
		await page.keyboard.press("Enter");
		await tabTo(page, "办理离职");
		await page.keyboard.press("Enter");
		await page.getByText("已离职").first().waitFor();
	});
});
