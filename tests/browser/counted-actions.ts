import type { Browser, BrowserContext } from "playwright-core";

type Counted = { readonly open: (viewport: { width: number; height: number }) => Promise<BrowserContext> };

/** Counts what somebody does in pages, as the browser hears of it: each press, each field typed into, each key pressed outside of one. */
export function countedActions(browser: Browser): Counted & { readonly count: () => number; readonly add: () => void } {
	let count = 0;
	const add = () => {
		count += 1;
	};
	async function open(viewport: { width: number; height: number }): Promise<BrowserContext> {
		const context = await browser.newContext({
			viewport,
			locale: "zh-CN",
			reducedMotion: "reduce",
			serviceWorkers: "block",
		});
		await context.exposeFunction("countAction", add);
		await context.addInitScript(() => {
			const counted = () => (globalThis as unknown as { countAction: () => void }).countAction();
			let typedInto: EventTarget | null = null;
			addEventListener("pointerdown", counted, true);
			addEventListener(
				"input",
				({ target }) => {
					const isSelect = target instanceof HTMLSelectElement;
					// A list is opened and chosen from; a box that is ticked was pressed.
					if (isSelect) counted();
					const isTicked = target instanceof HTMLInputElement && target.type === "checkbox";
					if (isTicked || (target === typedInto && !isSelect)) return;
					typedInto = target;
					counted();
				},
				true,
			);
			addEventListener(
				"keydown",
				({ target }) => {
					if (!(target instanceof HTMLInputElement)) counted();
				},
				true,
			);
		});
		context.on("page", (page) =>
			page.on("pageerror", (error) => {
				throw error;
			}),
		);
		return context;
	}
	return { open, count: () => count, add };
}
