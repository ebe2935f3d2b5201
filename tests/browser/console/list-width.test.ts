import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aBank } from "../a-bank.ts";
import { openConsole } from "../a-console.ts";
import { launchChromium } from "../chromium.ts";

/** Views that are a list. */
const LISTS = ["branches", "days", "people", "institution", "devices", "services", "ledger"];
/** In the page: what of a table does not fit beside the rest of it, in pixels. */
const HIDDEN_PIXELS = `Math.max(0, ...[...document.querySelectorAll(".ant-table-content, .ant-table-body")].map((part) => part.scrollWidth - part.clientWidth))`;

/** Two devices whose rows are as long as rows become: one was taken out by somebody of a long name. */
async function longDevices(browser: Browser, bank: Awaited<ReturnType<typeof aBank>>): Promise<void> {
	const { branchId } = bank;
	const { staffId } = await bank.join("wilhelmina", "司马相如", [{ role: "branch-head", nodeId: branchId }]);
	const head = await bank.demoToken("branch-head", branchId, staffId);
	for (const name of ["Screen beside the revolving door", "二楼贵宾理财区靠窗备用主屏"]) {
		const screen = await openConsole(browser, `${bank.base}/pair/?for=display`);
		const userCode = await screen.locator("[data-code]").getAttribute("data-code");
		await screen.context().close();
		const approval = { userCode, purpose: "display", name };
		const path = `/branches/${branchId}`;
		const { deviceId } = await bank.ask<{ deviceId: string }>("POST", `${path}/pairings/approval`, approval, head);
		if (name.startsWith("S")) await bank.ask("DELETE", `${path}/devices/${deviceId}`, undefined, head);
	}
}

describe("lists of the console", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	it("[SCR-46] fit beside the navigation, in both languages", { timeout: 120_000 }, async ({ expect }) => {
		const bank = await aBank();
		await bank.configure();
		await bank.join("zhang", "欧阳娜娜", [{ role: "closed-teller", nodeId: bank.branchId }]);
		await longDevices(browser, bank);
		for (const list of LISTS) {
			const role = list === "ledger" ? "auditor" : "head-office-operator";
			for (const language of ["zh", "en"]) {
				const page = await openConsole(browser, `${bank.base}/console/?as=${role}&lang=${language}#/${list}`);
				await page.locator(".ant-table").first().waitFor();
				await page.locator(".ant-spin-spinning").waitFor({ state: "detached" });
				// A table measures itself after it has been filled.
				const hidden = expect.poll(() => page.evaluate(HIDDEN_PIXELS), { message: `${list} ${language}` });
				await hidden.toBe(0);
				await page.context().close();
			}
		}
	});
});
