import type { Page } from "playwright-core";

/** Within which a page says what has become so. */
const SAID_WITHIN_MS = 3_000;
const STEP_MS = 500;
const AHEAD_MS = 1_000;
const PATCH = '"type":"patch"';
/** All uses are about the day, and other news (a wait that is quoted anew) may come at any time. */
const OF_THE_DAY = '"branch":[';

/** The time of a page, which a test stops and moves: what is proved then hangs on the page and not on the machine. */
export type PageTime = {
	/** However slow the machine, nothing that the page waits for comes any more. */
	readonly stop: () => Promise<void>;
	/** Waits, in our time, until the page was told of a change of the day since it was stopped or told of one before. */
	readonly told: () => Promise<void>;
	/** Moves the page on by the time within which it has to say what has become so, and no further. */
	readonly give: () => Promise<void>;
};

/** Loads a page anew, so that its timers and clocks can be stopped. */
export async function withOwnTime(page: Page): Promise<PageTime> {
	let patches = 0;
	let seen = 0;
	let wake = () => {};
	page.on("websocket", (socket) =>
		socket.on("framereceived", ({ payload }) => {
			const text = String(payload);
			if (!text.includes(PATCH) || !text.includes(OF_THE_DAY)) return;
			patches += 1;
			wake();
		}),
	);
	await page.clock.install();
	await page.reload();
	return {
		stop: async () => {
			await page.clock.pauseAt(Date.now() + AHEAD_MS);
			seen = patches;
		},
		told: async () => {
			if (patches === seen) await new Promise<void>((resolve) => (wake = resolve));
			seen = patches;
		},
		give: async () => {
			for (let given = 0; given < SAID_WITHIN_MS; given += STEP_MS) await page.clock.runFor(STEP_MS);
		},
	};
}
