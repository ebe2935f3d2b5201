import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, inject, it } from "vitest";
import { COUNTER, KIOSK, PHONE, SCREEN } from "../a-hall.ts";
import { aTicket } from "../a-ticket.ts";
import { launchChromium } from "../chromium.ts";
import { takeComplaints } from "../complaints.ts";

type Case = {
	readonly path: string;
	readonly viewport: { readonly width: number; readonly height: number };
	/** What stands on the page once it works. */
	readonly works: string;
	/** Of the oldest browser that it names when it does not start. */
	readonly names: string;
};

const PAGES: readonly Case[] = [
	{ path: "/", viewport: PHONE, works: "a[href*='/kiosk/']", names: "Chrome 87" },
	{ path: "/display/?branch=BRANCH", viewport: SCREEN, works: "text=外滩支行", names: "Chrome 87" },
	{ path: "/kiosk/?branch=BRANCH", viewport: KIOSK, works: ".tile", names: "Chrome 87" },
	{ path: "/pair/?for=kiosk", viewport: KIOSK, works: "[data-code]", names: "Chrome 87" },
	{ path: "/ticket/?branch=BRANCH#LINK", viewport: PHONE, works: "text=A001", names: "iOS 15" },
	{ path: "/sign-in/", viewport: PHONE, works: "input[type=password]", names: "iOS 15" },
	{ path: "/staff/?branch=BRANCH&as=lobby-manager", viewport: PHONE, works: ".figures", names: "Chrome 100" },
	{ path: "/counter/?branch=BRANCH&as=open-teller", viewport: COUNTER, works: "text=请选择窗口", names: "Chrome 87" },
	{ path: "/approve/?branch=BRANCH&as=branch-head", viewport: PHONE, works: "input", names: "iOS 15" },
	{ path: "/console/?as=auditor", viewport: COUNTER, works: "nav", names: "Firefox 132" },
];

/** What Chromium 87 or iOS 15 does not know, as paths below the global object. */
const NEWER = [
	"AbortSignal.any",
	"AbortSignal.timeout",
	"Array.prototype.at",
	"Array.prototype.findLast",
	"Array.prototype.toSorted",
	"Array.prototype.toSpliced",
	"BroadcastChannel",
	"HTMLElement.prototype.inert",
	"Object.groupBy",
	"Object.hasOwn",
	"Promise.withResolvers",
	"String.prototype.at",
	"URL.parse",
	"crypto.randomUUID",
	"reportError",
	"structuredClone",
];
/** Of these those that are most written, taken away one at a time: without one a page may go another way than without all. */
const ALONE = [
	"AbortSignal.timeout",
	"Array.prototype.at",
	"Array.prototype.toSpliced",
	"HTMLElement.prototype.inert",
	"Object.groupBy",
	"structuredClone",
];
/** Only some of the browsers of two years know these. */
const NEWER_AT_DESKS = [
	"Error.isError",
	"Iterator",
	"Math.sumPrecise",
	"Promise.try",
	"RegExp.escape",
	"Uint8Array.fromBase64",
];
/** No dialog of the browser's own on phones with iOS 15; the counter does not run there. */
const NO_DIALOG = "HTMLDialogElement.prototype.showModal";

describe("an old browser", () => {
	let browser: Browser;
	let branchId: string;
	let link: string;
	beforeAll(async () => {
		browser = await launchChromium();
		const ticket = await aTicket(browser);
		branchId = ticket.hall.branchId;
		link = ticket.link;
	});
	afterAll(() => browser.close());

	const addressOf = ({ path }: Case) => inject("serverUrl") + path.replace("BRANCH", branchId).replace("LINK", link);

	/** Opens the page in a browser that lacks these, and hands over what went wrong in it. */
	async function openWithout(context: BrowserContext, paths: readonly string[], each: Case) {
		const page = await context.newPage();
		const errors: string[] = [];
		page.on("pageerror", (error) => errors.push(error.message));
		await page.addInitScript((gone) => {
			for (const path of gone) {
				const names = path.split(".");
				const last = names.pop() ?? "";
				let owner = globalThis as unknown as Record<string, unknown>;
				for (const name of names) owner = owner[name] as Record<string, unknown>;
				// Some stand on the prototype of what they are asked of.
				for (let at: object | null = owner; at !== null; at = Object.getPrototypeOf(at) as object | null)
					Reflect.deleteProperty(at, last);
			}
		}, paths);
		await page.goto(addressOf(each));
		return { page, errors };
	}

	it.for(PAGES)(
		"[BRW-2] works at $path without what it does not know, all at once and one by one",
		async (each, { expect }) => {
			const onPhones = each.viewport === PHONE ? [NO_DIALOG] : [];
			const gone = each.path.startsWith("/console/") ? NEWER_AT_DESKS : [...NEWER, ...onPhones];
			const context = await browser.newContext({ viewport: each.viewport, locale: "zh-CN" });
			for (const paths of [gone, ...ALONE.filter((path) => gone.includes(path)).map((path) => [path])]) {
				const { page, errors } = await openWithout(context, paths, each);
				await page.locator(each.works).first().waitFor();
				expect({ paths, errors }).toEqual({ paths, errors: [] });
				expect(await page.locator(".not-started").isVisible()).toBe(false);
				await page.close();
			}
			await context.close();
		},
	);

	it.for(PAGES)("[BRW-3] too old for the script of $path is told so, in both languages", async (each, { expect }) => {
		const context = await browser.newContext({ viewport: each.viewport, locale: "zh-CN" });
		// Syntax that a browser does not know leaves nothing of a script.
		await context.route("**/assets/**/*.js", (route) =>
			route.fulfill({ contentType: "text/javascript", body: "let page = ;" }),
		);
		const { page, errors } = await openWithout(context, [], each);
		const said = page.locator(".not-started");
		await said.waitFor({ state: "attached" });
		expect(await said.isVisible()).toBe(false);
		// The seconds that a slow device has for a page that does start.
		await page.evaluate(() => {
			for (const waiting of document.getAnimations()) waiting.finish();
		});
		await said.waitFor();
		const text = await said.innerText();
		expect(text).toContain("页面没有打开。请使用");
		expect(text).toContain("The page did not open. Please use");
		expect(text.split(each.names)).toHaveLength(3);
		expect(errors.length).toBeGreaterThan(0);
		await context.close();
		// Nobody catches what such a script is: it is what this test brings about.
		for (const complaint of takeComplaints()) expect(complaint).toMatch(/^uncaught .*Unexpected token ';'/);
	});
});
