import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { aHall, COUNTER, KIOSK, PHONE, SCREEN } from "../a-hall.ts";
import { aTicket } from "../a-ticket.ts";
import { anOfflinePage, CURRENT_WITHIN } from "../an-offline-page.ts";
import { launchChromium } from "../chromium.ts";

describe("opened without a network", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	it("[PWA-1] [PWA-2] the screen shows its last calls, says of when, and is current when the network returns", async () => {
		const hall = await aHall(browser);
		const kiosk = await hall.tokenFor({ kind: "device", purpose: "kiosk", branchId: hall.branchId });
		const teller = await hall.openCounter("liu-yang", "2");
		await hall.send(kiosk, { type: "issue-ticket", services: ["cash"] });
		await hall.send(teller, { type: "call-next", counterId: "2" });
		const { page, keeps, openWithout, giveBack } = await anOfflinePage(browser, hall, "/display/", SCREEN);
		await page.getByText("A001").first().waitFor();
		await keeps("A001");
		await openWithout();
		await page.getByText("A001").first().waitFor();
		await page.getByText("网络中断").first().waitFor();
		await page.getByText(/As of \d\d:\d\d/).waitFor();
		await hall.send(kiosk, { type: "issue-ticket", services: ["cash"] });
		await giveBack();
		await page.getByText("A002").first().waitFor(CURRENT_WITHIN);
		await page.getByText("网络中断").first().waitFor({ state: "detached" });
	});

	it("[PWA-1] [PWA-2] the kiosk says since when it has no network, and gives numbers again when it returns", async () => {
		const hall = await aHall(browser);
		const { page, keeps, openWithout, giveBack } = await anOfflinePage(browser, hall, "/kiosk/", KIOSK);
		await page.getByText("现金存取").first().waitFor();
		await keeps("外滩支行");
		await openWithout();
		await page.getByText(/没有网络。最后一次连上：.*\d\d:\d\d/).waitFor();
		await page.getByText("外滩支行").first().waitFor();
		await giveBack();
		await page.getByText("现金存取").first().waitFor(CURRENT_WITHIN);
	});

	it("[PWA-1] [PWA-2] a ticket shows number and place, says of when, and follows its ticket when the network returns", async ({
		expect,
	}) => {
		const { hall, link } = await aTicket(browser);
		const { page, keeps, openWithout, giveBack } = await anOfflinePage(browser, hall, `/ticket/#${link}`, PHONE);
		await page.getByText("您排在第一位").waitFor();
		await keeps("A001");
		await openWithout();
		await page.getByText(/网络中断。这是 \d\d:\d\d 的情况/).waitFor();
		expect(await page.locator("main").innerText()).toMatch(/A001[\s\S]*您排在第一位/);
		const teller = await hall.openCounter("liu-yang", "2");
		await hall.send(teller, { type: "call-next", counterId: "2" });
		await giveBack();
		await page.getByText("到您了").first().waitFor(CURRENT_WITHIN);
	});

	it("[PWA-5] [PWA-1] a page keeps its own files and nothing else, and can be installed", async ({ expect }) => {
		const hall = await aHall(browser);
		const { page } = await anOfflinePage(browser, hall, "/kiosk/", KIOSK);
		await page.getByText("现金存取").first().waitFor();
		const kept = await page.evaluate(async () => {
			const caches = await Promise.all((await window.caches.keys()).map((name) => window.caches.open(name)));
			const requests = await Promise.all(caches.map((cache) => cache.keys()));
			return requests.flat().map(({ url }) => new URL(url).pathname);
		});
		expect(kept.length).toBeGreaterThan(3);
		const others = kept.filter(
			(path) => !/^\/(kiosk\/index\.html|offline\.js|assets\/kiosk-client\/[^/]+)$/.test(path),
		);
		expect(others).toEqual([]);
		const manifest = await page.evaluate(async () => {
			const link = document.querySelector<HTMLLinkElement>("link[rel=manifest]");
			const { icons, start_url } = await (await fetch(link?.href ?? "")).json();
			const found = await Promise.all(icons.map(async ({ src }: { src: string }) => (await fetch(src)).status));
			return { found, start_url };
		});
		expect(manifest).toEqual({ found: [200, 200, 200, 200], start_url: "/kiosk/" });
	});

	it.for([
		["/staff/", PHONE, "等候人数"],
		["/counter/?as=closed-teller", COUNTER, "2号窗口"],
	] as const)(
		"[PWA-1] [PWA-2] [PWA-5] %s says when the hall was last heard and nothing of anybody, and goes on by itself",
		async ([path, size, words], { expect }) => {
			const hall = await aHall(browser);
			const kiosk = await hall.tokenFor({ kind: "device", purpose: "kiosk", branchId: hall.branchId });
			await hall.send(kiosk, { type: "issue-ticket", services: ["cash"] });
			const { page, openWithout, giveBack } = await anOfflinePage(browser, hall, path, size);
			await page.getByText(words).first().waitFor();
			await page.waitForFunction(() => localStorage.getItem("tingtang.last.known")?.includes('"waiting":1'));
			await openWithout();
			await page.getByText("没有网络").first().waitFor();
			await page.getByText(/最后一次连上：.*\d\d:\d\d/).waitFor();
			await page.getByText("等候 1 人").waitFor();
			expect(await page.locator("body").innerText()).not.toContain("A001");
			await giveBack();
			await page.getByText(words).first().waitFor(CURRENT_WITHIN);
		},
	);

	it("[PWA-1] [PWA-2] [PWA-5] a pad says when the hall was last heard and nothing of anybody, and goes on by itself", async ({
		expect,
	}) => {
		const hall = await aHall(browser);
		const { page, openWithout, giveBack } = await anOfflinePage(browser, hall, "/pair/?for=counter-pad", COUNTER);
		const code = await page.locator("[data-code]").getAttribute("data-code");
		const { page: phone } = await hall.open(`/approve/#${code}`, PHONE);
		await phone.getByLabel("所在窗口").selectOption("2");
		await phone.getByRole("button", { name: "批准配对" }).click();
		await page.getByLabel("谁在这个窗口？").selectOption("liu-yang");
		await page.getByRole("button", { name: /开放窗口/ }).click();
		const kiosk = await hall.tokenFor({ kind: "device", purpose: "kiosk", branchId: hall.branchId });
		await hall.send(kiosk, { type: "issue-ticket", services: ["cash"] });
		await page.getByText("A001").first().waitFor();
		await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
		await page.waitForFunction(() => localStorage.getItem("tingtang.last.known")?.includes('"waiting":1'));
		await openWithout();
		await page.getByText("没有网络").first().waitFor();
		await page.getByText("等候 1 人").waitFor();
		expect(await page.locator("body").innerText()).not.toContain("A001");
		await giveBack();
		await page.getByRole("button", { name: /叫下一位/ }).waitFor(CURRENT_WITHIN);
	});

	it.for([
		["/staff/", PHONE, "没有网络", "等候人数"],
		["/kiosk/", KIOSK, "取号机暂时不能使用", "现金存取"],
		["/sign-in/", PHONE, "网络不通", "工号"],
	] as const)(
		"[PWA-1] [PWA-2] %s that keeps nothing says so too where only the way to the server is cut, and goes on by itself",
		async ([path, size, cut, words]) => {
			const hall = await aHall(browser);
			const { page, network, openCut } = await anOfflinePage(browser, hall, path, size);
			await page.getByText(words).first().waitFor();
			await page.evaluate(() => addEventListener("pagehide", () => localStorage.clear()));
			await openCut();
			await page.getByText(cut).first().waitFor();
			await network.mend();
			await page.getByText(words).first().waitFor();
		},
	);

	it("[PWA-1] [PWA-2] [PWA-5] the console says when it was last connected and nothing else, and goes on by itself", async ({
		expect,
	}) => {
		const hall = await aHall(browser);
		const path = "/console/?as=head-office-operator";
		const { page, openWithout, giveBack } = await anOfflinePage(browser, hall, path, COUNTER);
		await page.getByRole("navigation", { name: "栏目" }).waitFor();
		await openWithout();
		await page.getByText("没有网络").first().waitFor();
		await page.getByText(/最后一次连上：.*\d\d:\d\d/).waitFor();
		expect(await page.getByRole("navigation").count()).toBe(0);
		await giveBack();
		await page.getByRole("navigation", { name: "栏目" }).waitFor(CURRENT_WITHIN);
	});
});
