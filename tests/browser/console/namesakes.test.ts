import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aBank } from "../a-bank.ts";
import { openConsole } from "../a-console.ts";
import { aHall, PHONE } from "../a-hall.ts";
import { peopleAt } from "../a-person.ts";
import { launchChromium } from "../chromium.ts";

const ZHANG_WEI = { zh: "张伟", en: "Zhang Wei" };

describe("two people alike", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	it("[SCR-17] of two 张伟 the question says which one leaves, gets a password or is signed out", async ({
		expect,
	}) => {
		const bank = await aBank();
		const assignments = [{ role: "open-teller" as const, nodeId: bank.branchId }];
		const first = await bank.join("zhangwei1", "张伟", assignments);
		const second = await bank.join("zhangwei2", "张伟", assignments);
		const page = await openConsole(
			browser,
			`${bank.base}/console/?as=head-office-operator#/people?node=${bank.branchId}`,
		);
		await page.getByRole("link", { name: first.staffId }).waitFor();
		await page.getByRole("link", { name: second.staffId }).click();
		const asked = `张伟（${second.staffId}）`;
		const dialog = page.getByRole("dialog");
		for (const [button, question] of [
			["重发初始密码", `为${asked}重发初始密码？`],
			["修改姓名和岗位", asked],
			["办理离职", `办理${asked}离职？`],
		] as const) {
			await page.getByRole("button", { name: button, exact: true }).click();
			await dialog.getByText(question).waitFor();
			if (button !== "办理离职") await dialog.getByRole("button", { name: "取消" }).click();
		}
		await dialog.getByRole("button", { name: "办理离职" }).click();
		await dialog.waitFor({ state: "hidden" });
		expect(await bank.ask("GET", `/people/${second.staffId}`)).toMatchObject({ status: "left" });
		expect(await bank.ask("GET", `/people/${first.staffId}`)).toMatchObject({ status: "active" });

		const csv = [
			"工号,姓名,英文名,岗位,机构,状态",
			`${first.staffId},张伟,Zhang Wei,open-teller,${bank.branchId},离职`,
		].join("\n");
		await page.goto(`${bank.base}/console/?as=head-office-operator#/people/import.csv`);
		await page
			.getByLabel("选择文件")
			.setInputFiles({ name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
		await page.getByRole("button", { name: "确认导入" }).click();
		await dialog.getByText(`将办理离职的工号：${first.staffId}`).waitFor();
	});

	it("[SCR-17] in the hall, each has the staff number on the tile and in the question", async ({ expect }) => {
		const hall = await aHall(browser);
		const people = await peopleAt(hall.branchId);
		const ids: string[] = [];
		for (const counterId of ["5", "6"]) {
			const { person } = await people.join([{ role: "open-teller", nodeId: hall.branchId }], ZHANG_WEI);
			ids.push(person.staffId);
			await hall.openCounter(person.staffId, counterId);
		}
		const { page } = await hall.open("/staff/?as=branch-head", PHONE);
		for (const id of ids) await page.locator(".counter-tile-who", { hasText: `张伟（${id}）` }).waitFor();
		expect(await page.locator(".counter-tile-who").allInnerTexts()).not.toContain("张伟");
		await page.locator(".counter-tile", { hasText: ids[1] ?? "" }).click();
		await page.getByRole("button", { name: "关闭此窗口" }).click();
		await page.getByText(`张伟（${ids[1]}）将被签退`).waitFor();
	});

	it("[SCR-17] of two 郭* each record says why, when and by whom they were recognised", async ({ expect }) => {
		const bank = await aBank();
		await bank.configure();
		const path = `/branches/${bank.branchId}/cases`;
		const record = (name: string, reasonCode: string) => ({
			kind: "referral",
			fields: { name },
			facts: { reasonCode },
		});
		const aManager = (name: string) => bank.join(name, "张伟", [{ role: "lobby-manager", nodeId: bank.branchId }]);
		const by = {
			lobby: await bank.demoToken("lobby-manager", bank.branchId, (await aManager("guo1")).staffId),
			head: await bank.demoToken("branch-head", bank.branchId, (await aManager("guo2")).staffId),
		};
		await bank.ask("POST", path, record("郭敏", "gold-card"), by.lobby);
		await bank.ask("POST", path, record("郭磊", "large-cash"), by.head);
		type Rows = { rows: { fields: { name: string }; facts: { staffId: string; reasonCode: string } }[] };
		const listed = `/nodes/${bank.branchId}/cases?kind=referral`;
		const read = () => bank.ask<Rows>("GET", listed, undefined, by.head);
		await expect.poll(async () => (await read()).rows.length, { timeout: 20_000 }).toBe(2);
		const rows = (await read()).rows.map(({ fields, facts }) => ({ ...fields, ...facts }));
		expect(rows.map(({ name }) => name)).toEqual(["郭*", "郭*"]);
		expect(new Set(rows.map(({ staffId }) => staffId)).size).toBe(2);

		const own = `${bank.base}/console/?as=branch-head&branch=${bank.branchId}#/referrals`;
		const page = await openConsole(browser, own);
		await page.getByRole("row").filter({ hasText: "郭*" }).first().waitFor();
		const lines = await page.getByRole("row").filter({ hasText: "郭*" }).allInnerTexts();
		for (const { staffId } of rows) expect(lines.filter((line) => line.includes(`张伟（${staffId}）`))).toHaveLength(1);
		for (const line of lines) expect(line).toMatch(/\d{4}-\d\d-\d\d \d\d:\d\d/);
		const lei = rows.find(({ reasonCode }) => reasonCode === "large-cash");
		await page
			.getByRole("row")
			.filter({ hasText: lei?.staffId ?? "" })
			.getByRole("link")
			.click();
		await page.getByRole("button", { name: "删除内容" }).click();
		const asked = page.getByRole("dialog").getByText("郭*");
		await asked.waitFor();
		expect(await asked.innerText()).toMatch(
			new RegExp(`大额现金 · 张伟（${lei?.staffId}） · \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d`),
		);
	});
});
