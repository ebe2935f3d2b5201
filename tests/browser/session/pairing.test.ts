import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, inject, it } from "vitest";
import { Device } from "../../../schema/people/device.ts";
import { aHall, PHONE, SCREEN } from "../a-hall.ts";
import { launchChromium } from "../chromium.ts";

const base = inject("serverUrl");
/** From the decision on the phone to the screen, polls and a friendly pause included. */
const SEEN_WITHIN_MS = 30_000;

/** A screen straight from its box, which was told no more than the address to open. */
async function aNewScreen(browser: Browser, address: string): Promise<Page> {
	const page = await (await browser.newContext({ viewport: SCREEN, locale: "zh-CN" })).newPage();
	page.on("pageerror", (error) => {
		throw error;
	});
	await page.goto(`${base}${address}`);
	return page;
}

async function codeOn(screen: Page): Promise<string> {
	return (await screen.locator("[data-code]").getAttribute("data-code")) ?? "";
}

/** What the browser keeps of a paired device, and whether its key can be read out. */
function keptDevice(screen: Page) {
	return screen.evaluate(
		() =>
			new Promise<{ deviceId: string; readable: boolean } | null>((resolve) => {
				const opening = indexedDB.open("tingtang");
				opening.onsuccess = () => {
					const asked = opening.result.transaction("devices").objectStore("devices").get("display");
					asked.onsuccess = async () => {
						const device = asked.result as { deviceId: string; key: CryptoKey } | undefined;
						if (device === undefined) return resolve(null);
						const read = crypto.subtle.exportKey("jwk", device.key).then(
							() => true,
							() => false,
						);
						resolve({ deviceId: device.deviceId, readable: device.key.extractable || (await read) });
					};
				};
			}),
	);
}

describe("pairing by phone", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	it("[DEV-9] a lobby screen is paired by phone, shows the board by its own key, and is out when it is revoked", async ({
		expect,
	}) => {
		const hall = await aHall(browser);
		const teller = await hall.openCounter("liu-yang", "2");
		const next = encodeURIComponent(`/display/?branch=${hall.branchId}`);
		const screen = await aNewScreen(browser, `/pair/?for=display&next=${next}`);
		const code = await codeOn(screen);
		expect(code).toMatch(/^[A-Z]{8}$/);

		const { page: phone } = await hall.open(`/approve/#${code}`, PHONE);
		await phone.getByText(`${code.slice(0, 4)}-${code.slice(4)}`).waitFor();
		await phone.getByText("外滩支行").waitFor();
		await phone.getByLabel("名称").fill("一楼主屏");
		await phone.getByRole("button", { name: "批准配对" }).click();
		await phone.getByText("已配对：一楼主屏").waitFor();

		await screen.waitForURL(`**/display/?branch=${hall.branchId}`, { timeout: SEEN_WITHIN_MS });
		await screen.getByText("外滩支行").first().waitFor();
		const device = await keptDevice(screen);
		expect(device).toMatchObject({ readable: false });
		// The board came by the device's key, not by the demo's door.
		expect(await screen.evaluate(() => sessionStorage.length)).toBe(0);
		await screen.reload();
		const kiosk = await hall.tokenFor({ kind: "device", purpose: "kiosk", branchId: hall.branchId });
		await hall.send(kiosk, { type: "issue-ticket", services: ["cash"] });
		await hall.send(teller, { type: "call-next", counterId: "2" });
		await screen.locator("[data-number='A001']").waitFor();

		const head = await hall.tokenFor({ kind: "staff", role: "branch-head", branchId: hall.branchId });
		const revoked = await fetch(`${base}/api/branches/${hall.branchId}/devices/${device?.deviceId}`, {
			method: "DELETE",
			headers: { Authorization: `Bearer ${head}` },
		});
		expect(Device.parse(await revoked.json()).status).toBe("revoked");
		await screen.waitForURL("**/pair/?for=display**", { timeout: SEEN_WITHIN_MS });
		await screen.getByText("这台设备已被停用，须重新配对才能使用").waitFor();
		expect(await codeOn(screen)).not.toBe(code);
	});

	it("[DEV-5] a pad paired for one counter signs on whoever works there, and calls", async () => {
		const hall = await aHall(browser);
		const pad = await aNewScreen(browser, "/pair/?for=counter-pad");
		const { page: phone } = await hall.open(`/approve/#${await codeOn(pad)}`, PHONE);
		await phone.getByLabel("所在窗口").selectOption("2");
		await phone.getByRole("button", { name: "批准配对" }).click();
		await phone.getByText("已配对：窗口屏").waitFor();
		await pad.waitForURL(`**/counter/?branch=${hall.branchId}`, { timeout: SEEN_WITHIN_MS });
		await pad.getByLabel("谁在这个窗口？").selectOption("liu-yang");
		await pad.getByRole("button", { name: /开放窗口/ }).click();
		await pad.getByRole("button", { name: /叫下一位/ }).waitFor();
		const kiosk = await hall.tokenFor({ kind: "device", purpose: "kiosk", branchId: hall.branchId });
		await hall.send(kiosk, { type: "issue-ticket", services: ["cash"] });
		await pad.getByText("A001").first().waitFor();
		await pad.keyboard.press("Space");
		await pad.getByRole("button", { name: /开始办理/ }).waitFor();
	});

	it("[DEV-9] a code is typed, a wrong one says what to do, and a denied device says whom to ask", async ({
		expect,
	}) => {
		const hall = await aHall(browser);
		const screen = await aNewScreen(browser, "/pair/?for=kiosk");
		const code = await codeOn(screen);
		const { page: phone } = await hall.open("/approve/", PHONE);
		const field = phone.getByLabel("屏幕上的配对码");
		await field.fill("bbbb cccc");
		expect(await field.inputValue()).toBe("BBBB-CCCC");
		await phone.getByRole("button", { name: "查看设备" }).click();
		await phone.getByText(/没有找到该配对码/).waitFor();
		await field.fill(code.toLowerCase());
		await phone.getByRole("button", { name: "查看设备" }).click();
		await phone.getByText("申请用途").waitFor();
		expect(await phone.getByLabel("取号机").isChecked()).toBe(true);
		await phone.getByRole("button", { name: "拒绝" }).click();
		await phone.getByText("已拒绝").waitFor();
		await screen.getByText("配对请求被拒绝").waitFor({ timeout: SEEN_WITHIN_MS });
	});

	it("[DEV-9] a screen opened without a branch and without a key leads to the pairing page", async ({ expect }) => {
		for (const [page, kind] of [
			["/display/", "display"],
			["/kiosk/", "kiosk"],
		] as const) {
			const screen = await aNewScreen(browser, page);
			await screen.waitForURL(`**/pair/?for=${kind}**`);
			expect(await codeOn(screen)).toMatch(/^[A-Z]{8}$/);
			await screen.context().close();
		}
	});
});
