import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import type { BranchConfiguration } from "../../schema/hall/configuration.ts";
import { defaultConfiguration } from "../../worker/domain/bank/default-configuration.ts";
import { aHall } from "./a-hall.ts";
import { boardBoxes } from "./board-boxes.ts";
import { launchChromium } from "./chromium.ts";

const SIZES = [
	{ width: 1366, height: 768 },
	{ width: 1920, height: 1080 },
	{ width: 3840, height: 2160 },
	{ width: 1080, height: 1920 },
];
const COUNTERS = 20;
/** At each of these numbers of open calls the screens are measured. */
const STAGES = [1, 2, 3, 6, 7, 12, 13, 20];
const STILL_MS = 250;
const TRIES_MAX = 20;
const LEAST_OF_HEIGHT = 0.09;

/** As many counters as calls, some with names as long as branches write them, and services as long. */
function longNames(branchId: string): BranchConfiguration {
	const usual = defaultConfiguration({
		branchId,
		name: { zh: "上海市黄浦区外滩中山东一路支行营业部", en: "The Bund Sub-branch, Zhongshan East Road, Shanghai" },
		region: { zh: "上海", en: "Shanghai" },
		kind: "standard",
	});
	const [window] = usual.counters;
	if (window === undefined) throw new Error("no counter");
	return {
		...usual,
		calendar: { week: usual.calendar.week.map(() => ({ opensAt: "00:00", closesAt: "24:00" })), exceptions: [] },
		limits: { ...usual.limits, devicePace: null },
		services: usual.services.map((service) =>
			service.id === "foreign-exchange"
				? { ...service, name: { zh: "外汇兑换及跨境汇款业务咨询", en: "Foreign exchange and payments abroad" } }
				: service,
		),
		counters: Array.from({ length: COUNTERS }, (_, index) => ({
			...window,
			// Its teller does cash alone; the counter could do all.
			modes: window.modes.map((mode) => ({ ...mode, services: usual.services.map(({ id }) => id) })),
			id: `${index + 1}`,
			label:
				index % 3 === 1
					? { zh: `对公及外汇综合业务专窗${index + 1}`, en: `Business and foreign exchange, Counter ${index + 1}` }
					: { zh: `${index + 1}号窗口`, en: `Counter ${index + 1}` },
		})),
		staff: [
			...usual.staff,
			...Array.from({ length: COUNTERS }, (_, index) => ({
				id: `teller-${index + 1}`,
				name: { zh: `柜员${index + 1}`, en: `Teller ${index + 1}` },
				role: "closed-teller" as const,
				services: ["cash"],
			})),
		],
	};
}

/** What is on the board once it stands still: while twenty are called its pages turn. */
async function boxesAtRest(page: Page) {
	let before = "";
	for (let tries = 0; tries < TRIES_MAX; tries++) {
		const boxes = await boardBoxes(page);
		const now = JSON.stringify(boxes);
		if (now === before) return boxes;
		before = now;
		await page.waitForTimeout(STILL_MS);
	}
	throw new Error("the board does not come to rest");
}

describe("the sizes of a lobby screen", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterAll(() => browser.close());

	it("[SCR-20] [QTE-20] the number called is the largest thing, at every size and with 1 to 20 calls, and nothing is cut, overlaps or leaves a hole, with waits beside those ahead", async ({
		expect,
	}) => {
		const hall = await aHall(browser);
		const operator = await hall.tokenFor({ kind: "staff", role: "head-office-operator" });
		await hall.send(operator, { type: "configure", configuration: longNames(hall.branchId) });
		const lobby = await hall.tokenFor({ kind: "staff", role: "lobby-manager", branchId: hall.branchId });
		const pages: Page[] = [];
		for (const size of SIZES) pages.push((await hall.open("/display/", size)).page);
		// Those who go on waiting, for a service that is served and for one that is not.
		for (let waiting = 0; waiting < 8; waiting++) {
			await hall.send(lobby, { type: "issue-ticket", services: [waiting % 2 === 0 ? "cash" : "foreign-exchange"] });
		}
		let open = 0;
		for (const stage of STAGES) {
			let number = "";
			for (; open < stage; open++) {
				const counterId = `${open + 1}`;
				const teller = await hall.openCounter(`teller-${open + 1}`, counterId);
				await hall.send(lobby, { type: "issue-ticket", services: ["cash"] });
				const answer = await hall.send(teller, { type: "call-next", counterId });
				const ticketId = answer.status === "done" ? (answer.ticketId ?? "") : "";
				number = ticketId.slice(ticketId.indexOf("-") + 1);
				// Some are being served already when the next is called.
				if (open % 2 === 1) await hall.send(teller, { type: "start-service", ticketId });
			}
			for (const [index, page] of pages.entries()) {
				if (stage === STAGES[0]) await page.locator(`.row-announced[data-number="${number}"]`).waitFor();
				else if (stage <= 6) await page.locator(`.row[data-number="${number}"]`).waitFor();
				if (stage !== STAGES[0]) await page.locator(".strip-wait").filter({ hasText: "分钟" }).first().waitFor();
				const at = `${SIZES[index]?.width} wide, ${stage} calls`;
				const boxes = await boxesAtRest(page);
				expect(boxes.overlaps, at).toEqual([]);
				expect(boxes.outside, at).toEqual([]);
				expect(boxes.cut, at).toEqual([]);
				expect(boxes.filled, at).toBeGreaterThan(0.9);
				expect(boxes.filled, at).toBeLessThan(1.02);
				expect(boxes.clock, at).toBeLessThan(boxes.smallestRow);
				if (boxes.announced === null) continue;
				expect(boxes.announced, at).toBeGreaterThanOrEqual((SIZES[index]?.height ?? 0) * LEAST_OF_HEIGHT);
				expect(boxes.lead, at).toBeGreaterThan(1.2);
			}
		}
	});
});
