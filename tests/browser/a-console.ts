import type { Browser, BrowserContext, Page } from "playwright-core";
import { DESK } from "./a-bank.ts";

/** How a console is opened: without motion, for a click on what still moves may miss; its parts come from the server, not from what is kept. */
export const CONSOLE = { viewport: DESK, locale: "zh-CN", reducedMotion: "reduce", serviceWorkers: "block" } as const;

/** A page of the console in a browser of its own, or one more in that of `within`; page errors fail the test. */
export async function openConsole(within: Browser | BrowserContext, address: string): Promise<Page> {
	const context = "newContext" in within ? await within.newContext(CONSOLE) : within;
	const page = await context.newPage();
	page.on("pageerror", (error) => {
		throw error;
	});
	await page.goto(address);
	return page;
}

/** By the sign-in page, with the first password, which is replaced on the way. */
export async function signInToConsole(
	browser: Browser,
	base: string,
	who: { readonly staffId: string; readonly firstPassword: string },
	password: string,
): Promise<Page> {
	const page = await openConsole(browser, `${base}/sign-in/?next=${encodeURIComponent("/console/")}`);
	await page.getByLabel("工号").fill(who.staffId);
	await page.getByLabel("密码", { exact: true }).fill(who.firstPassword);
	await page.getByRole("button", { name: "登录", exact: true }).click();
	await page.getByLabel("新密码", { exact: true }).fill(password);
	await page.getByLabel("再输一次新密码").fill(password);
	await page.getByRole("button", { name: "保存并继续" }).click();
	await page.getByRole("navigation", { name: "栏目" }).waitFor();
	return page;
}
