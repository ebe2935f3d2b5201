import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import type { Counters } from "../../../schema/configuration/counters/counters.ts";
import { aBank } from "../a-bank.ts";
import { CONSOLE, openConsole } from "../a-console.ts";
import { publisherAt } from "../a-publisher.ts";
import { launchChromium } from "../chromium.ts";

describe("a new branch where something is published for all", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	it("[CFG-17] is told, before it is set up, what holds instead of what is chosen; in either language", async ({
		expect,
	}) => {
		const bank = await aBank();
		const region = `pa${bank.tag.slice(-6)}`;
		const name = { zh: "江南分行", en: "Jiangnan" };
		await bank.ask("POST", "/institution/nodes", { nodeId: region, parentId: "bank", name });
		const [drafter, second] = await Promise.all([
			bank.demoToken("head-office-operator", undefined, "fang-yun"),
			bank.demoToken("head-office-operator", undefined, "shen-bo"),
		]);
		const address = `${bank.base}/console/?as=head-office-operator#/institution/new-branch`;
		const page = await openConsole(browser, address);
		await page.getByLabel("编号").fill(`${region}-one`);
		await page.getByRole("checkbox").first().waitFor();
		expect(await page.getByText("江南分行已统一发布").count()).toBe(0);
		const fewer = ({ zones, counters }: Counters) => ({ zones, counters: counters.slice(0, -1) });
		await publisherAt(region, { drafter, second }).publish("counters", fewer);
		await page.reload();
		await page.getByLabel("编号").fill(`${region}-one`);
		await page.getByText("江南分行已统一发布：窗口与分区。新网点以发布的为准，会替换此处所选").waitFor();
		const english = await openConsole(await browser.newContext({ ...CONSOLE, locale: "en-GB" }), address);
		await english.getByLabel("ID", { exact: true }).fill(`${region}-one`);
		await english.getByText("Published for all of Jiangnan: Counters").waitFor();
	});
});
