import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aBank } from "../a-bank.ts";
import { openConsole } from "../a-console.ts";
import { aHall, COUNTER, PHONE } from "../a-hall.ts";
import { launchChromium } from "../chromium.ts";

describe("what a page offers", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	it("[SCR-9] is on the phone what the role may do: a guard answers a call for help and issues nothing", async ({
		expect,
	}) => {
		const hall = await aHall(browser);
		const manager = await hall.tokenFor({ kind: "staff", role: "lobby-manager", branchId: hall.branchId });
		await hall.send(manager, { type: "issue-ticket", services: ["cash"] });
		await hall.send(manager, { type: "ask-for-help", reason: "emergency" });
		const offered = async (role: string) => {
			const { page } = await hall.open(`/staff/?as=${role}`, PHONE);
			await page.getByText("等候名单 1").waitFor();
			const foot = (await page.locator(".phone-foot").innerText()).split("\n").filter((word) => word.trim() !== "");
			const answers = await page.getByRole("button", { name: "我来处理" }).count();
			await page.getByRole("button", { name: /^[A-E]001/ }).click();
			await page.getByText("前面人数").waitFor();
			const acts = await page.getByRole("dialog").getByRole("button").allInnerTexts();
			await page.context().close();
			return { foot, answers, acts: acts.filter((word) => word !== "") };
		};
		expect(await offered("guard")).toEqual({ foot: ["求助", "更多"], answers: 1, acts: [] });
		expect(await offered("closed-teller")).toEqual({
			foot: ["取号", "推介", "求助", "更多"],
			answers: 0,
			acts: ["转移", "挂起", "引导自助", "取消号码", "推介客户"],
		});
	});

	it("[SCR-9] at a counter says why it cannot be opened, and the key for it does nothing", async ({ expect }) => {
		const hall = await aHall(browser);
		const { page } = await hall.open("/counter/?as=lobby-manager", COUNTER);
		await page.getByRole("button", { name: /^5号窗口/ }).click();
		const open = page.getByRole("button", { name: /开放窗口/ });
		await open.getByText("您的岗位不在窗口办理").waitFor();
		expect(await open.isDisabled()).toBe(true);
		await page.keyboard.press("Space");
		expect((await hall.status()).countersOpen).toBe(0);
	});

	it("[SCR-9] [CON-4] is in the console what reaches over all of a person's roles, and says what is missing", async ({
		expect,
	}) => {
		const bank = await aBank();
		const teller = { role: "open-teller", nodeId: bank.branchId } as const;
		const own = await bank.join("wu", "吴昊", [teller]);
		const shared = await bank.join("he", "何洋", [teller, { role: "human-resources", nodeId: "sh" }]);
		const page = await openConsole(browser, `${bank.base}/console/?as=branch-head&branch=${bank.branchId}#/people`);
		const acts = page.getByRole("button", { name: /办理离职|重发初始密码|修改姓名和岗位/ });
		await page.getByRole("link", { name: own.staffId }).click();
		await page.getByRole("heading", { name: "吴昊" }).waitFor();
		expect(await acts.allInnerTexts()).toEqual(["办理离职", "重发初始密码", "修改姓名和岗位"]);
		await page.goto(`${page.url().split("#")[0]}#/people/${shared.staffId}`);
		await page.getByText("此人有您无权授予的岗位").waitFor();
		expect(await acts.allInnerTexts()).toEqual(["修改姓名和岗位"]);
		await page.goto(`${bank.base}/console/?as=auditor#/people/import.csv`);
		await page.getByText("缺少的权限：管理人员").waitFor();
		expect(await page.getByLabel("选择文件").count()).toBe(0);
	});
});
