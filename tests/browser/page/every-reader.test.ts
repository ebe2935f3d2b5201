import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, inject, it } from "vitest";
import { CONSOLE } from "../a-console.ts";
import { aHall, SCREEN } from "../a-hall.ts";
import { aTicket } from "../a-ticket.ts";
import { launchChromium } from "../chromium.ts";

const NARROW = { width: 320, height: 640 };
/** What a desk of 1440 by 900 has at 200 % zoom, and one of 1366 by 768. */
const ZOOMED = { width: 720, height: 450 };
const ZOOMED_COUNTER = { width: 683, height: 384 };
const LOCALES = ["zh-CN", "en-GB"] as const;
/** A dozen views, each loaded anew. */
const ALL_VIEWS_MS = 180_000;

describe("whoever needs large type or little motion", () => {
	let browser: Browser;
	const base = inject("serverUrl");
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	/** How far the page reaches beyond the window sideways, in pixels; what scrolls within itself does not count. */
	const beyond = (page: Page) =>
		page.evaluate(() => {
			const wide = [document.documentElement, ...document.querySelectorAll("main")];
			return Math.max(0, ...wide.map((box) => box.scrollWidth - box.clientWidth));
		});

	it.for(LOCALES)(
		"[SCR-35] reads start page, sign-in, phone and ticket page at 320 px (%s)",
		async (locale, { expect }) => {
			const { hall, link } = await aTicket(browser);
			for (const [path, ready] of [
				["/", ".screen-row"],
				["/sign-in/?next=/staff/", "input"],
				["/staff/?as=lobby-manager", "main"],
				[`/ticket/#${link}`, "main"],
			] as const) {
				const { page, context } = await hall.open(path, NARROW, locale);
				await page.locator(ready).first().waitFor();
				expect([path, await beyond(page)]).toEqual([path, 0]);
				await context.close();
			}
		},
	);

	it.for(LOCALES)(
		"[SCR-35] reads every section of the console at 200 % zoom (%s)",
		{ timeout: ALL_VIEWS_MS },
		async (locale, { expect }) => {
			const hall = await aHall(browser);
			const context = await browser.newContext({ ...CONSOLE, viewport: ZOOMED, locale });
			const page = await context.newPage();
			const address = `${base}/console/?as=head-office-operator`;
			await page.goto(address);
			const sections = page.getByRole("navigation").getByRole("link");
			await sections.first().waitFor();
			const hashes = await sections.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).hash));
			for (const hash of [...hashes, `#/branches/${hall.branchId}`]) {
				await page.goto("about:blank");
				await page.goto(address + hash);
				await page.locator("main h1").waitFor();
				await page.waitForFunction(() => document.querySelector(".ant-spin-spinning, .waiting") === null);
				expect([hash, await beyond(page)]).toEqual([hash, 0]);
			}
			await context.close();
		},
	);

	it.for(LOCALES)("[SCR-40] reads the phone's first button on one line at 320 px (%s)", async (locale, { expect }) => {
		const hall = await aHall(browser);
		await hall.openCounter("liu-yang", "2");
		const { page } = await hall.open("/staff/?as=lobby-manager", NARROW, locale);
		const actions = page.locator(".phone-actions");
		await actions.locator(".action-primary:enabled").waitFor();
		const [lines, overlaps, cut] = await actions.evaluate((line) => {
			const buttons = [...line.querySelectorAll("button")].map((button) => ({
				button,
				box: button.getBoundingClientRect(),
			}));
			const words = document.createRange();
			words.selectNode(document.createTreeWalker(line, NodeFilter.SHOW_TEXT).nextNode() ?? line);
			const tops = new Set([...words.getClientRects()].map((each) => Math.round(each.top)));
			return [
				tops.size,
				buttons.some(({ box }, at) => at > 0 && box.left < (buttons[at - 1]?.box.right ?? 0)),
				buttons.filter(({ button }) => button.scrollWidth > button.clientWidth).length,
			];
		});
		expect([lines, overlaps, cut]).toEqual([1, false, 0]);
		expect(await beyond(page)).toBe(0);
	});

	it("[SCR-35] works the counter page at 200 % zoom", async ({ expect }) => {
		const hall = await aHall(browser);
		await hall.openCounter("liu-yang", "2");
		const { page } = await hall.open("/counter/?as=open-teller", ZOOMED_COUNTER);
		await page.getByRole("button").first().waitFor();
		expect(await beyond(page)).toBe(0);
	});

	it("[SCR-35] sees nothing move where less motion was asked for: neither a call on the board nor a page of the staff", async ({
		expect,
	}) => {
		const { hall, link } = await aTicket(browser);
		const teller = await hall.openCounter("liu-yang", "2");
		const context = await browser.newContext({ reducedMotion: "reduce", serviceWorkers: "block", viewport: SCREEN });
		const open = async (path: string) => {
			const page = await context.newPage();
			const [address, fragment] = path.split("#");
			const joint = address?.includes("?") ? "&" : "?";
			await page.goto(`${base}${address}${joint}branch=${hall.branchId}#${fragment ?? ""}`);
			return page;
		};
		const pages = await Promise.all(["/display/", `/ticket/#${link}`, "/staff/?as=lobby-manager"].map(open));
		const [board, ticket] = pages;
		await board?.getByText("外滩支行").first().waitFor();
		await ticket?.getByText("A001").first().waitFor();
		await hall.send(teller, { type: "call-next", counterId: "2" });
		await board?.getByText("A001").first().waitFor();
		for (const page of pages) {
			const moving = await page.evaluate(() =>
				document
					.getAnimations()
					.filter((each) => each.playState === "running")
					.map((each) => Number(each.effect?.getComputedTiming().activeDuration))
					.filter((ms) => ms > 0),
			);
			expect([page.url(), moving]).toEqual([page.url(), []]);
		}
		await context.close();
	});
});
