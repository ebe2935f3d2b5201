import type { Browser, Page } from "playwright-core";
import { Device, type PairingApproval } from "../../schema/people/device.ts";
import { type Hall, lobbyManager } from "./screens-hall.ts";

type Wanted = PairingApproval extends infer Each ? (Each extends unknown ? Omit<Each, "userCode"> : never) : never;

const DEVICES: readonly Wanted[] = [
	{ purpose: "display", name: "入口大屏" },
	{ purpose: "kiosk", name: "1号取号机" },
	{ purpose: "counter-pad", name: "2号窗口屏", counterId: "2" },
	{ purpose: "display", name: "旧门口屏" },
];
const REPORTS_WITHIN_MS = 12_000;

/** Devices of a hall, each paired in a browser of its own as it would be in the hall; the last one is revoked. */
export async function devicesFor(browser: Browser, base: string, hall: Hall): Promise<void> {
	const head = await hall.tokenFor({ kind: "staff", role: "branch-head", branchId: hall.branchId });
	const pages: Page[] = [];
	let last = "";
	// One after the other: a browser asked for several windows at once now and then never opens one of them.
	for (const device of DEVICES) {
		const page = await newDevice(browser, base, device.purpose);
		pages.push(page);
		const body = { ...device, userCode: await codeOn(page) };
		last = Device.parse(await hall.ask(head, "POST", `/branches/${hall.branchId}/pairings/approval`, body)).deviceId;
	}
	await Promise.all(pages.map((page) => page.waitForURL((url) => !url.pathname.startsWith("/pair/"))));
	await pages[0]?.waitForTimeout(REPORTS_WITHIN_MS);
	await hall.ask(head, "DELETE", `/branches/${hall.branchId}/devices/${last}`);
	for (const page of pages) await page.context().close();
}

/** Refuses whatever shows this code. */
export async function denyPairing(hall: Hall, userCode: string): Promise<void> {
	const token = await hall.tokenFor(lobbyManager(hall.branchId));
	await hall.ask(token, "POST", `/branches/${hall.branchId}/pairings/denial`, { userCode });
}

export async function codeOn(page: Page): Promise<string> {
	return (await page.locator("[data-code]").getAttribute("data-code")) ?? "";
}

async function newDevice(browser: Browser, base: string, purpose: string): Promise<Page> {
	const page = await (await browser.newContext()).newPage();
	await page.goto(`${base}/pair/?for=${purpose}`);
	return page;
}
