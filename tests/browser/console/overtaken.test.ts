import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import type { BranchLimits } from "../../../schema/hall/configuration.ts";
import { aBank } from "../a-bank.ts";
import { openConsole } from "../a-console.ts";
import { publisherAt } from "../a-publisher.ts";
import { launchChromium } from "../chromium.ts";

const MINUTE_MS = 60_000;

describe("what a branch has set otherwise", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	it("[CFG-19] is told to both sides once head office changes it: what it was, what it is, and that the branch's own holds", async ({
		expect,
	}) => {
		const bank = await aBank();
		const region = `ot${bank.tag.slice(-6)}`;
		const branchId = `${region}-one`;
		const name = { zh: `临江支行${bank.tag}`, en: `Riverside ${bank.tag}` };
		await bank.ask("POST", "/institution/nodes", {
			nodeId: region,
			parentId: "bank",
			name: { zh: "某分行", en: "Some" },
		});
		await bank.ask("POST", "/institution/nodes", { nodeId: branchId, parentId: region, name });
		const [drafter, second] = await Promise.all([
			bank.demoToken("head-office-operator", undefined, "fang-yun"),
			bank.demoToken("head-office-operator", undefined, "shen-bo"),
		]);
		const grace = (minutes: number) => (limits: BranchLimits) => ({ ...limits, returnGraceMs: minutes * MINUTE_MS });
		await publisherAt(branchId, { drafter, second }).publish("limits", grace(5));
		await publisherAt(region, { drafter, second }).publish("limits", grace(25));
		const page = await openConsole(browser, `${bank.base}/console/?as=head-office-operator#/configuration/${region}`);
		await page.getByText("下级另行设置、此处已改动 1 项").waitFor();
		for (const place of [region, branchId]) {
			await page.goto(`${bank.base}/console/?as=head-office-operator#/configuration/${place}/limits`);
			const told = page.getByRole("status", { name: "另行设置之后，上级又有改动" });
			await told.getByText(name.zh).waitFor();
			expect(await told.innerText()).toMatch(/某分行已改动\s*15 → 25/);
		}
		await page.goto(`${bank.base}/console/?as=head-office-operator#/configuration/${branchId}`);
		await page.getByText("上级改动了您另行设置的 1 项").waitFor();
	});
});
