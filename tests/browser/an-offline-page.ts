import type { Browser, BrowserContext, Page } from "playwright-core";
import type { aHall } from "./a-hall.ts";
import { aNetwork } from "./a-network.ts";

type Hall = Awaited<ReturnType<typeof aHall>>;

/** A page over a network that a test takes away and gives back, once it is ready to open without one. */
export async function anOfflinePage(browser: Browser, hall: Hall, path: string, viewport: Viewport) {
	const network = await aNetwork();
	const context = await browser.newContext({ viewport, locale: "zh-CN" });
	const page = await context.newPage();
	page.on("pageerror", (error) => {
		throw error;
	});
	const [address = "", fragment] = path.split("#");
	const joint = address.includes("?") ? "&" : "?";
	const there = `${network.base}${address}${joint}branch=${hall.branchId}${fragment === undefined ? "" : `#${fragment}`}`;
	await page.goto(there);
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
	return { page, context, network, ...switches(page, context, network) };
}

/** From the network's return to the present state on the page. */
export const CURRENT_WITHIN = { timeout: 3_000 };

type Viewport = { readonly width: number; readonly height: number };

function switches(page: Page, context: BrowserContext, network: Awaited<ReturnType<typeof aNetwork>>) {
	return {
		/** Waits until the page keeps a state that holds the text. */
		keeps: (text: string) =>
			page.waitForFunction(
				(part) => Object.values(localStorage).some((value) => value.includes(part) && value.includes("wallMs")),
				text,
			),
		/** The network goes, and then the page is opened. */
		openWithout: async () => {
			await context.setOffline(true);
			await network.cut();
			await page.reload();
		},
		/** The way to the server goes where the browser does not notice, and then the page is opened. */
		openCut: async () => {
			await network.cut();
			await page.reload();
		},
		/** The network returns; what the page waits for by its own clock does not come: it has to hear of it. */
		giveBack: async () => {
			await network.mend();
			await context.setOffline(false);
		},
	};
}
