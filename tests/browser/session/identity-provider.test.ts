import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { launchChromium } from "../chromium.ts";
import { addAuditor, asOperator, CALLBACK, startWithProvider } from "../identity-provider-server.ts";

const FAILED = /[?&]problem=identity-provider-failed/;

describe("signing in through the bank's identity provider", () => {
	let browser: Browser;
	let system: Awaited<ReturnType<typeof startWithProvider>>;
	beforeAll(async () => {
		[browser, system] = await Promise.all([launchChromium(), startWithProvider({ pages: true })]);
		for (const staffId of ["idp-1", "idp-2"]) await addAuditor(system.url, staffId);
	});
	afterAll(async () => {
		await browser.close();
		await system.stop();
	});

	async function aBrowser(): Promise<{ context: BrowserContext; page: Page }> {
		const context = await browser.newContext({ locale: "zh-CN" });
		// The provider's own page asks for fonts from elsewhere.
		await context.route(/fonts\.g/, (route) => route.abort());
		return { context, page: await context.newPage() };
	}

	async function goTo(page: Page, next = "/"): Promise<void> {
		await page.goto(`${system.url}/api/sign-in/identity-provider?next=${encodeURIComponent(next)}`);
	}

	async function typeIn(page: Page, staffId: string): Promise<void> {
		await page.fill("input[name=login]", staffId);
		await page.fill("input[name=password]", "whatever the bank keeps");
		await page.click("button[type=submit]");
	}

	async function goAndType(page: Page, staffId: string, next?: string): Promise<void> {
		await goTo(page, next);
		await typeIn(page, staffId);
	}

	/** The session as the page itself sees it. */
	function session(page: Page): Promise<{ status: number; method?: string; staffId?: string }> {
		return page.evaluate(async () => {
			const response = await fetch("/api/session", { headers: { "x-tingtang-client": "test" } });
			const body = (await response.json()) as { method?: string; holder?: { staffId?: string } };
			return {
				status: response.status,
				...(body.method === undefined ? {} : { method: body.method }),
				...(body.holder?.staffId === undefined ? {} : { staffId: body.holder.staffId }),
			};
		});
	}

	/** Signs in at the provider, but has lost the trip's cookie meanwhile: the way back, not yet gone, and that cookie. */
	async function wayBack(context: BrowserContext, page: Page, staffId: string) {
		let address = "";
		page.on("request", (request) => {
			if (new URL(request.url()).pathname === CALLBACK) address = request.url();
		});
		await goTo(page);
		const trip = (await context.cookies(system.url)).filter(({ name }) => name === "__Host-tingtang-trip");
		await context.clearCookies({ name: "__Host-tingtang-trip" });
		await typeIn(page, staffId);
		await page.waitForURL(FAILED);
		return { address, trip };
	}

	it("[PPL-12] brings somebody known back to the page they wanted, with a session no script can read", async ({
		expect,
	}) => {
		const { context, page } = await aBrowser();
		await goAndType(page, "IDP-1", "/staff/?branch=sh-lujiazui");
		await page.waitForURL(`${system.url}/staff/?branch=sh-lujiazui`);
		expect(await session(page)).toEqual({ status: 200, method: "identity-provider", staffId: "idp-1" });
		const cookies = await context.cookies(system.url);
		const own = cookies.filter(({ name }) => name.startsWith("__Host-"));
		expect(own).toHaveLength(1);
		expect(own[0]).toMatchObject({ name: "__Host-tingtang", httpOnly: true, secure: true, sameSite: "Strict" });
		await context.close();
	});

	it("[PPL-12] refuses another state, a way back taken twice, and one that another browser set out on", async ({
		expect,
	}) => {
		const { context, page } = await aBrowser();
		const { address, trip } = await wayBack(context, page, "idp-1");
		expect((await session(page)).status).toBe(401);
		await context.addCookies(trip);
		const wrong = new URL(address);
		wrong.searchParams.set("state", "a".repeat(43));
		await page.goto(wrong.href);
		expect(page.url()).toMatch(FAILED);
		expect((await session(page)).status).toBe(401);

		const stranger = await aBrowser();
		await stranger.page.goto(address);
		expect(stranger.page.url()).toMatch(FAILED);
		await stranger.context.close();

		// A failed way back ends the trip; whoever kept its cookie may take the right one, once.
		await context.addCookies(trip);
		await page.goto(address);
		expect(page.url()).not.toMatch(FAILED);
		expect((await session(page)).status).toBe(200);
		await context.clearCookies({ name: "__Host-tingtang" });
		await page.goto(address);
		expect(page.url()).toMatch(FAILED);
		await context.addCookies(trip);
		await page.goto(address);
		expect(page.url()).toMatch(FAILED);
		expect((await session(page)).status).toBe(401);
		await context.close();
	});

	it("[PPL-12] refuses whoever is not on the bank's list, or has left", async ({ expect }) => {
		for (const staffId of ["nobody-here", "not a number", "idp-2"]) {
			if (staffId === "idp-2") await asOperator(system.url, "POST", "/people/idp-2/leave", undefined, 1);
			const { context, page } = await aBrowser();
			await goAndType(page, staffId);
			await page.waitForURL(FAILED);
			expect((await session(page)).status).toBe(401);
			await context.close();
		}
	});

	it.for([
		"https://evil.example/",
		"//evil.example/",
		"/\\evil.example",
		"/.//evil.example/",
		"javascript:alert(1)",
		"/api/health",
	])("[PPL-12] leads nowhere else afterwards: %s", async (next, { expect }) => {
		const { context, page } = await aBrowser();
		await goAndType(page, "idp-1", next);
		await page.waitForURL(`${system.url}/`);
		expect((await session(page)).status).toBe(200);
		await context.close();
	});

	it("[PPL-12] answers a program with the problem itself", async ({ expect }) => {
		const response = await fetch(`${system.url}${CALLBACK}?code=x&state=y`, { redirect: "manual" });
		expect(response.status).toBe(401);
		expect(((await response.json()) as { code: string }).code).toBe("identity-provider-failed");
	});
});
