import type { Page } from "playwright-core";
import { PING, PONG } from "../../rules/live-protocol.ts";
import type { BranchRecord } from "../../schema/hall/view.ts";

/** Within which a page says what has become so. */
const SAID_WITHIN_MS = 3_000;
const STEP_MS = 500;
const AHEAD_MS = 1_000;

/** The time of a page, which a test stops and moves: what is proved then hangs on the page and not on the machine. */
export type PageTime = {
	/** However slow the machine, nothing that the page waits for comes any more. */
	readonly stop: () => Promise<void>;
	/** Waits, in our time, until the page was told of such a day of its branch; other news may come before. */
	readonly told: (isSuch: (day: BranchRecord) => boolean) => Promise<void>;
	/**
	 * Moves the page on by the time within which it has to say what has become so, and no further. Unless told that none
	 * come, the branch's answers to its questions take none of that time, however slow the machine.
	 */
	readonly give: (answers?: "in time" | "none") => Promise<void>;
};

/** Loads a page anew, so that its timers and clocks can be stopped. */
export async function withOwnTime(page: Page): Promise<PageTime> {
	let day: BranchRecord | undefined;
	let unanswered = 0;
	let wake = () => {};
	page.on("websocket", (socket) => {
		unanswered = 0;
		wake();
		socket.on("framesent", ({ payload }) => {
			if (payload === PING) unanswered += 1;
		});
		socket.on("framereceived", ({ payload }) => {
			day = dayIn(String(payload)) ?? day;
			if (payload === PONG) unanswered -= 1;
			wake();
		});
	});
	const heard = async (isEnough: () => boolean) => {
		while (!isEnough()) await new Promise<void>((resolve) => (wake = resolve));
		// What has reached the browser is not yet with the page; its own messages queue behind it.
		await page.evaluate(async () => {
			const { port1, port2 } = new MessageChannel();
			const isHandled = new Promise((resolve) => (port1.onmessage = resolve));
			port2.postMessage(null);
			await isHandled;
		});
	};
	await page.clock.install();
	await page.reload();
	return {
		stop: () => page.clock.pauseAt(Date.now() + AHEAD_MS),
		told: (isSuch) => heard(() => day !== undefined && isSuch(day)),
		give: async (answers = "in time") => {
			for (let given = 0; given < SAID_WITHIN_MS; given += STEP_MS) {
				await page.clock.runFor(STEP_MS);
				if (answers === "in time") await heard(() => unanswered === 0);
			}
		},
	};
}

/** The branch and its day as a frame puts it, whole or as a change; undefined where it says nothing of it. */
function dayIn(payload: string): BranchRecord | undefined {
	if (!payload.startsWith("{")) return undefined;
	const frame = JSON.parse(payload) as Partial<Record<"collections" | "put", { branch?: BranchRecord[] }>>;
	return (frame.collections ?? frame.put)?.branch?.[0];
}
