import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aBank } from "../a-bank.ts";
import { openConsole } from "../a-console.ts";
import { publisherAt } from "../a-publisher.ts";
import { launchChromium } from "../chromium.ts";

describe("names in place of codes", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	it("[SCR-43] a device names who paired it and who took it out, with the number, to head office and at the branch", async ({
		expect,
	}) => {
		const bank = await aBank();
		await bank.configure();
		const { branchId } = bank;
		const { staffId } = await bank.join("wei", "魏敏", [{ role: "branch-head", nodeId: branchId }]);
		const head = await bank.demoToken("branch-head", branchId, staffId);
		const screen = await openConsole(browser, `${bank.base}/pair/?for=display`);
		const userCode = await screen.locator("[data-code]").getAttribute("data-code");
		await screen.close();
		const approval = { userCode, purpose: "display", name: "门口屏" };
		const path = `/branches/${branchId}`;
		const { deviceId } = await bank.ask<{ deviceId: string }>("POST", `${path}/pairings/approval`, approval, head);
		await bank.ask("DELETE", `${path}/devices/${deviceId}`, undefined, head);
		for (const role of ["head-office-operator", "lobby-manager"]) {
			const address = `${bank.base}/console/?as=${role}&branch=${branchId}#/devices?branch=${branchId}`;
			const page = await openConsole(browser, address);
			const row = page.getByRole("row").filter({ hasText: "门口屏" });
			await row.getByText(`魏敏（${staffId}）`).nth(1).waitFor();
			expect([role, (await row.innerText()).split(staffId).length - 1]).toEqual([role, 2]);
			await page.context().close();
		}
	});

	it.for([
		["zh", "封闭式柜台服务区", "现金存取", "起草人"],
		["en", "Closed counters", "Deposits and withdrawals", "drafter"],
	] as const)(
		"[SCR-43] in %s the configuration calls zones, services and people by their names",
		async ([lang, zone, service, drafterName], { expect }) => {
			const bank = await aBank();
			await bank.configure();
			const { branchId } = bank;
			const { staffId } = await bank.join("drafter", "起草人", [{ role: "head-office-operator", nodeId: "bank" }]);
			const [drafter, second] = await Promise.all(
				[staffId, "shen-bo"].map((id) => bank.demoToken("head-office-operator", undefined, id)),
			);
			const publisher = publisherAt(branchId, { drafter: drafter ?? "", second: second ?? "" });
			type Counters = { readonly counters: readonly { readonly label: object }[] };
			await publisher.publish("counters", ({ counters, ...rest }: Counters) => ({
				...rest,
				counters: counters.map((each, at) =>
					at > 0 ? each : { ...each, label: { zh: "零号窗口", en: "Counter zero" } },
				),
			}));
			const page = await openConsole(
				browser,
				`${bank.base}/console/?as=head-office-operator&lang=${lang}#/configuration/${branchId}/counters`,
			);
			const main = page.getByRole("main");
			await main.getByText(zone).first().waitFor();
			await main.getByText(service).first().waitFor();
			const known = lang === "zh" ? `${drafterName}（${staffId}）` : `${drafterName} (${staffId})`;
			await main.getByText(known).first().waitFor();
			await main.getByRole("button", { name: lang === "zh" ? "第 1 版" : "Version 1" }).click();
			const dialog = page.getByRole("dialog");
			await dialog.getByText(zone).first().waitFor();
			for (const part of [main, dialog]) expect(await part.innerText()).not.toMatch(/closed-counters|large-cash/);
			await page.keyboard.press("Escape");

			await page.goto(`${bank.base}/console/?as=head-office-operator&lang=${lang}#/configuration/${branchId}/prompts`);
			await main.getByText(service).first().waitFor();
			await page.getByRole("button", { name: lang === "zh" ? "起草" : "Draft", exact: true }).click();
			// A service is chosen by its name, and not typed by its code.
			await dialog.locator(".ant-select-content, .ant-select-selection-item").getByText(service).first().waitFor();
		},
	);
});
