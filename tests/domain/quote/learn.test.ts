import { describe, expect, it } from "vitest";
import { evolve } from "../../../worker/domain/commit/evolve.ts";
import { initialState } from "../../../worker/domain/hall/branch-state.ts";
import { hallQuotes } from "../../../worker/domain/quote/hall-quotes.ts";
import { aDay, at, BRANCH_ID, callNext, issue, KIOSK, LIU, MANAGER, on, open } from "../a-day.ts";

const TUESDAY = "2026-11-24";
const clock = (minute: number) =>
	`${String(9 + Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** A Monday with a customer every ten minutes, each of whom keeps the counter for nine, and the Tuesday after it. */
function twoDays() {
	const day = aDay().given([LIU, open("1")]);
	for (let turn = 0; turn < 20; turn++) {
		const number = `A${String(turn + 1).padStart(3, "0")}`;
		day.given(clock(10 * turn + 1), [KIOSK, issue("cash")], [LIU, callNext("1")], [LIU, on("start-service", number)]);
		day.given(clock(10 * turn + 10), [LIU, on("finish-service", number)]);
	}
	day.given("17:30", [MANAGER, { type: "close-day" }]);
	return day;
}

describe("what a branch learns from its own days", () => {
	it("[QTE-13] the next day begins with what the days before taught, and stands on that alone", () => {
		const day = twoDays();
		day.at(at("09:00", TUESDAY)).given([LIU, open("1")]);
		const opening = day.commits.at(-1)!;
		const opened = opening.events.find((event) => event.type === "day-opened")!;
		const { known } = opened;
		expect(known).toMatchObject({ days: 1, kinds: [{ service: "cash", class: "unknown", count: 20 }] });
		expect(known?.services.cash?.reduce((sum, each) => sum + each, 0)).toBe(20);
		expect(known?.arrivals.reduce((sum, each) => sum + each, 0)).toBe(20);
		// Whoever has nothing but the day's own commits quotes the same.
		const alone = evolve({ ...initialState(BRANCH_ID), seq: opening.seq - 1 }, opening);
		expect(alone.learning).toEqual(day.state.learning);
	});

	it("[QTE-13] known services make the quotes: after days of nine minutes the next in line waits about nine", () => {
		const day = twoDays();
		const unknown = aDay().given([LIU, open("1")]);
		for (const each of [day, unknown]) {
			const date = each === day ? TUESDAY : "2026-11-23";
			if (each === day) each.at(at("09:00", date)).given([LIU, open("1")]);
			each.at(at("09:01", date)).given([KIOSK, issue("cash")], [LIU, callNext("1")], [KIOSK, issue("cash")]);
		}
		const first = (each: ReturnType<typeof aDay>) => {
			const [quote] = hallQuotes(each.state, each.now).tickets.values();
			return quote!;
		};
		expect(first(day).p50Ms).toBeGreaterThan(7 * 60_000);
		expect(first(day).p50Ms).toBeLessThan(11 * 60_000);
		expect(first(unknown).p50Ms).toBeLessThan(first(day).p50Ms);
		const spread = ({ p10Ms, p90Ms }: ReturnType<typeof first>) => p90Ms - p10Ms;
		expect(spread(first(day))).toBeLessThan(spread(first(unknown)));
	});

	it("[QTE-13] a service never seen takes what the branch's other services take", () => {
		const day = twoDays();
		day.at(at("09:00", TUESDAY)).given([LIU, open("1")], [KIOSK, issue("transfer")], [LIU, callNext("1")]);
		day.at(at("09:01", TUESDAY)).given([KIOSK, issue("transfer")]);
		const [quote] = hallQuotes(day.state, day.now).tickets.values();
		expect(quote!.p50Ms).toBeGreaterThan(6 * 60_000);
	});

	it("[QTE-13] a day closed by mistake and reopened teaches once", () => {
		const once = twoDays();
		const twice = twoDays();
		twice.given([MANAGER, { type: "reopen-day", reason: "closed by mistake" }], [MANAGER, { type: "close-day" }]);
		for (const day of [once, twice]) day.at(at("09:00", TUESDAY)).given([LIU, open("1")]);
		expect(twice.state.learning.known).toEqual(once.state.learning.known);
	});
});
