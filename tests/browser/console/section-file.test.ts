import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aBank } from "../a-bank.ts";
import { signInToConsole } from "../a-console.ts";
import { launchChromium } from "../chromium.ts";

const PASSWORD = "lantern harbour 厅堂 88";
const FIVE_MB = 5_000_000;

describe("a section as a file", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	it("[CFG-16] goes out as a table, comes back changed, and is tried first; five megabytes and a formula leave the draft as it is", async ({
		expect,
	}) => {
		const bank = await aBank();
		await bank.configure();
		const drafter = await bank.join("drafter", "起草人", [{ role: "head-office-operator", nodeId: "bank" }]);
		const page = await signInToConsole(browser, bank.base, drafter, PASSWORD);
		await page.goto(`${bank.base}/console/#/configuration/${bank.branchId}/services`);
		await page.getByRole("button", { name: "起草", exact: true }).click();
		await page.getByText("导出或导入文件").click();
		await page.getByLabel("文件内容").click();
		await page.getByTitle("业务（CSV 表格）").click();
		const [download] = await Promise.all([
			page.waitForEvent("download"),
			page.getByRole("button", { name: "导出", exact: true }).click(),
		]);
		const csv = readFileSync(await download.path(), "utf8");
		const choose = (text: string | Buffer) =>
			page.locator(".section-file input[type=file]").setInputFiles({
				name: "services.csv",
				mimeType: "text/csv",
				buffer: Buffer.from(text),
			});
		const cash = page.getByLabel("cash 名称 中文名称", { exact: true });
		await choose(Buffer.alloc(FIVE_MB, "a"));
		await page.getByText("文件超过 1 MB，未读取").waitFor();
		await choose(csv.replace("现金存取", "=1+1"));
		await page.getByText("第 2 行有以公式符号开头的内容").waitFor();
		expect(await cash.inputValue()).toBe("现金存取");
		await choose(csv.replace("现金存取", "存款取款"));
		await page.getByText("与现行内容有 1 处不同，尚未保存").waitFor();
		expect(await cash.inputValue()).toBe("现金存取");
		await page.getByRole("button", { name: "放入草稿" }).click();
		expect(await cash.inputValue()).toBe("存款取款");
	});
});
