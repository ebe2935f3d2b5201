import { describe, expect, it } from "vitest";
import type { Connection } from "../../../client-kit/live/connection.ts";
import { isOver, kioskGate, needsOpenGate } from "../../../kiosk-client/kiosk/kiosk-gate.ts";
import { idleAfter, LARGE_TYPE_PATIENCE, START, type Step } from "../../../kiosk-client/kiosk/kiosk-step.ts";
import { peopleAhead } from "../../../kiosk-client/kiosk/people-ahead.ts";
import { TILES_MAX, tilePage } from "../../../kiosk-client/kiosk/tile-page.ts";
import { catalogue as kioskWords } from "../../../kiosk-client/kiosk/words.ts";
import { endedAdvice, waitingAdvice } from "../../../kiosk-client/ticket/advice.ts";
import { catalogue as ticketWords } from "../../../kiosk-client/ticket/words.ts";
import type { BranchRecord, PublicService } from "../../../schema/hall/view.ts";
import { expectParity } from "../parity.ts";

const NOON = Date.UTC(2026, 10, 20, 4);
const HOUR_MS = 3_600_000;
const LIVE: Connection = { status: "live" };
const branch = (more: Partial<BranchRecord> = {}): BranchRecord => ({
	id: "branch",
	branchId: "sh-test",
	name: { zh: "支行", en: "Branch" },
	kind: "standard",
	timeZone: "Asia/Shanghai",
	businessDay: "2026-11-20",
	dayStatus: "open",
	opensAt: NOON - 3 * HOUR_MS,
	closesAt: NOON + 5 * HOUR_MS,
	lastTicketAt: NOON + 4 * HOUR_MS,
	...more,
});
const service: PublicService = {
	id: "cash",
	name: { zh: "现金", en: "Cash" },
	onKiosk: true,
	waiting: 0,
	served: true,
};

describe("kioskGate", () => {
	it("[SCR-3] is open while tickets are given", () => {
		expect(kioskGate(branch(), NOON, LIVE)).toBe("open");
		expect(kioskGate(branch(), NOON, { status: "amber" })).toBe("offline");
		expect(kioskGate(branch({ lastTicketAt: null }), NOON, LIVE)).toBe("open");
	});

	it("[SCR-3] says why no number can be taken", () => {
		expect(kioskGate(undefined, null, LIVE)).toBe("connecting");
		expect(kioskGate(branch(), NOON, { status: "lost" })).toBe("offline");
		expect(kioskGate(branch(), NOON, { status: "refused", reason: "demo-off" })).toBe("refused");
		expect(kioskGate(branch({ dayStatus: "closed" }), NOON, LIVE)).toBe("closed");
		expect(kioskGate(branch(), NOON + 4 * HOUR_MS, LIVE)).toBe("after-last");
	});

	it("[SCR-3] lets the first customer of a day begin it", () => {
		expect(kioskGate(branch({ dayStatus: "closed" }), NOON + 24 * HOUR_MS, LIVE)).toBe("open");
		expect(kioskGate(branch({ dayStatus: "not-open", businessDay: null }), NOON, LIVE)).toBe("open");
	});
});

describe("a customer at the kiosk when the day ends", () => {
	const at = (step: Step, gate: "open" | "offline" | "closed" | "after-last") => isOver(step, gate, [service]);
	it("[SCR-16] is not left before a question whose answer can only be no", () => {
		for (const step of [
			{ at: "confirming", service },
			{ at: "recognising", now: "typing" },
		] as const) {
			expect([at(step, "closed"), at(step, "after-last"), at(step, "open")]).toEqual([true, true, false]);
			expect(needsOpenGate(step)).toBe(true);
		}
		expect(isOver({ at: "confirming", service }, "open", [{ ...service, id: "loan" }])).toBe(true);
	});

	it("[SCR-16] keeps the number that was given, or is on its way, and goes on after a short loss of the network", () => {
		expect([at({ at: "issuing", service }, "closed"), needsOpenGate({ at: "issuing", service })]).toEqual([
			false,
			false,
		]);
		expect(at({ at: "confirming", service }, "offline")).toBe(false);
	});

	it("[SCR-16] [DAY-5] a day that goes on after midnight gives out no more numbers than before it", () => {
		expect(kioskGate(branch(), NOON + 13 * HOUR_MS, LIVE)).toBe("after-last");
	});
});

describe("idleAfter", () => {
	const confirming: Step = { at: "confirming", service };
	const ticket: Step = { at: "ticket", ticket: { number: "A001", service, ahead: 0, link: "x", issuedAt: NOON } };

	it.each([
		[confirming, 44_999, "active"],
		[confirming, 45_000, "asking"],
		[confirming, 59_999, "asking"],
		[confirming, 60_000, "over"],
		[ticket, 14_999, "active"],
		[ticket, 15_000, "over"],
		[{ at: "issuing", service } as const, 600_000, "active"],
	])("[SCR-3] %o after %i ms", (step, silentMs, stage) => {
		expect(idleAfter(step, false, silentMs).stage).toBe(stage);
	});

	it("[SCR-21] waits twice as long for whoever reads large type", () => {
		expect(idleAfter(ticket, false, 29_999, LARGE_TYPE_PATIENCE)).toEqual({ stage: "active", secondsLeft: 1 });
		expect(idleAfter(ticket, false, 30_000, LARGE_TYPE_PATIENCE).stage).toBe("over");
		expect(idleAfter(confirming, false, 89_999, LARGE_TYPE_PATIENCE).stage).toBe("active");
		expect(idleAfter(confirming, false, 119_999, LARGE_TYPE_PATIENCE).stage).toBe("asking");
	});

	it("[SCR-3] leaves the start screen alone unless somebody changed it", () => {
		expect(idleAfter(START, true, 600_000).stage).toBe("active");
		expect(idleAfter(START, false, 45_000)).toEqual({ stage: "asking", secondsLeft: 15 });
	});
});

describe("tilePage", () => {
	const items = (count: number) => Array.from({ length: count }, (_, index) => index);

	it("[SCR-3] shows up to eight on one screen", () => {
		expect(tilePage(items(TILES_MAX), 0)).toEqual({ items: items(8), hasMore: false });
	});

	it.each([9, 15, 16, 40])("[SCR-3] leads to all of %i, never more than eight tiles at once", (count) => {
		const seen: number[] = [];
		for (let page = 0, hasMore = true; hasMore; page++) {
			const screen = tilePage(items(count), page);
			expect(screen.items.length + (screen.hasMore ? 1 : 0)).toBeLessThanOrEqual(TILES_MAX);
			seen.push(...screen.items);
			hasMore = screen.hasMore;
		}
		expect(seen).toEqual(items(count));
	});
});

it("[SCR-3] does not count the customer's own ticket as ahead, whichever frame came first", () => {
	expect(peopleAhead(4, 10, 10)).toBe(3);
	expect(peopleAhead(3, 9, 10)).toBe(3);
	expect(peopleAhead(0, 12, 10)).toBe(0);
});

it("[SCR-4] tells a waiting customer what to do, and how a visit ended", () => {
	expect([null, 0, 3, 4].map((ahead) => waitingAdvice(ahead, 1))).toEqual([
		"nextFar",
		"nextFirst",
		"nextSoon",
		"nextFar",
	]);
	expect([null, 0, 4].map((ahead) => waitingAdvice(ahead, 0))).toEqual(Array(3).fill("nextNoneOpen"));
	expect(endedAdvice("unserved")).toBe("endedUnserved");
	expect(endedAdvice(null)).toBe("endedServed");
});

it("[SCR-7] says everything in both languages, with the same parameters", () => {
	// The switch to the other language is written in that language.
	const { otherLanguage: _zh, ...zh } = kioskWords.zh;
	const { otherLanguage: _en, ...en } = kioskWords.en;
	expectParity({ zh, en });
	const { otherLanguage: _ticketZh, ...ticketZh } = ticketWords.zh;
	const { otherLanguage: _ticketEn, ...ticketEn } = ticketWords.en;
	const { aheadUnit: _unit, ...english } = ticketEn;
	const { aheadUnit, ...chinese } = ticketZh;
	expect(aheadUnit).toBe("人");
	expectParity({ zh: chinese, en: english });
});
