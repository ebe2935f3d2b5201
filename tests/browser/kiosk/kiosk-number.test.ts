import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aHall, KIOSK } from "../a-hall.ts";
import { launchChromium } from "../chromium.ts";

describe("a number typed at the kiosk", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	it("[PRV-18] is masked as typed, and one digit too few is mended in place", async ({ expect }) => {
		const hall = await aHall(browser);
		const { page } = await hall.open("/kiosk/", KIOSK);
		await page.getByRole("button", { name: /插卡/ }).click();
		for (const key of "1381234567") await page.getByRole("button", { name: key, exact: true }).click();
		const typed = page.locator(".recognise-typed");
		expect(await typed.innerText()).toBe("••• •••4 567");
		expect(await page.locator("body").innerText()).not.toContain("1381");
		await page.getByRole("button", { name: "确定" }).click();
		await page.getByText("位数不对").waitFor();
		expect(await typed.innerText()).toBe("••• •••4 567");
		await page.getByRole("button", { name: "8", exact: true }).click();
		expect(await typed.innerText()).toBe("••• •••• 5678");
		await page.getByRole("button", { name: "确定" }).click();
		await page.getByText("请问您要办理什么业务？").or(page.getByText("其他业务")).first().waitFor();
	});

	it("[PRV-18] the longest number stands on one line and nothing is covered, in large type too", async ({ expect }) => {
		const hall = await aHall(browser);
		const { page } = await hall.open("/kiosk/", KIOSK);
		await page.getByRole("button", { name: /插卡/ }).click();
		const fits = async () => {
			const typed = page.locator(".recognise-typed");
			const [lines, overflow] = await typed.evaluate((box) => [
				box.getClientRects().length,
				Math.max(box.scrollWidth - box.clientWidth, box.scrollHeight - box.clientHeight),
			]);
			const skip = await page.getByRole("button", { name: "不用，直接选业务" }).boundingBox();
			const help = await page.getByRole("button", { name: "我需要帮忙" }).boundingBox();
			if (skip === null || help === null) throw new Error("a button is missing");
			return { lines, overflow, isCovered: skip.y + skip.height > help.y };
		};
		for (const key of "110101199002301236") await page.getByRole("button", { name: key, exact: true }).click();
		await page.getByRole("button", { name: "确定" }).click();
		await page.getByText("出生日期不存在").waitFor();
		expect(await fits()).toEqual({ lines: 1, overflow: 0, isCovered: false });
		await page.getByRole("button", { name: "5", exact: true }).click();
		await page.getByRole("button", { name: "大字版" }).click();
		expect(await fits()).toEqual({ lines: 1, overflow: 0, isCovered: false });
	});

	it("[PRV-17] an ID number that cannot be right is said so, corrected in place, or sent by pressing again", async ({
		expect,
	}) => {
		const hall = await aHall(browser);
		const { page } = await hall.open("/kiosk/", KIOSK);
		const asked: string[] = [];
		page.on("request", (request) => {
			if (request.url().endsWith("/recognitions")) asked.push(request.postData() ?? "");
		});
		const type = async (keys: string) => {
			for (const key of keys) await page.getByRole("button", { name: key, exact: true }).click();
		};
		const done = page.getByRole("button", { name: "确定" });
		await page.getByRole("button", { name: /插卡/ }).click();
		await type("110101199002301236");
		await done.click();
		await page.getByText("出生日期不存在").waitFor();
		expect(asked).toEqual([]);
		expect(await page.locator(".recognise-typed").innerText()).toBe("•••••• •••• •••• 1236");
		for (let count = 0; count < 6; count++) await page.getByRole("button", { name: "删除一位" }).click();
		await type("271236");
		await done.click();
		await page.getByText("可能有一位输错").waitFor();
		expect(asked).toEqual([]);
		await done.click();
		await page.getByText("已收到，欢迎您").waitFor();
		expect(asked).toEqual([JSON.stringify({ by: "id-number", value: "110101199002271236" })]);
	});
});
