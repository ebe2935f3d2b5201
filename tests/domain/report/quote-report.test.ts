import { describe, expect, it } from "vitest";
import { scoreOf, sumOfScores } from "../../../rules/measure/quote-accuracy.ts";
import type { Command } from "../../../schema/hall/command.ts";
import { reportOf } from "../../../worker/domain/report/report.ts";
import { rollupOf } from "../../../worker/domain/report/rollup.ts";
import { aDay, at, CHEN, callByName, callNext, type Day, issue, KIOSK, LIU, MANAGER, on, open } from "../a-day.ts";

const close = [MANAGER, { type: "close-day" } as Command] as const;

/** The first quote and the moment of a number, by the commits. */
function promised(day: Day, number: string) {
	for (const { events, at: issuedAt } of day.commits) {
		const event = events.find((each) => each.type === "ticket-issued" && each.number === number);
		if (event?.type === "ticket-issued" && event.quote !== undefined) return { quote: event.quote, issuedAt };
	}
	throw new Error(`${number} was told no wait`);
}

function quotesOf(day: Day) {
	const { quotes } = reportOf(day.commits) ?? {};
	if (quotes === undefined) throw new Error("the day is not closed");
	return quotes;
}

/** One counter for cash; A001 stands there, and others come. */
function aBusyDay(): Day {
	return aDay()
		.given([LIU, open("1")], "09:01", [KIOSK, issue("cash")], [LIU, callNext("1")], [LIU, on("start-service", "A001")])
		.given("09:05", [KIOSK, issue("cash")], "09:10", [MANAGER, issue("cash", { class: "high" })]);
}
const serve = (number: string, time: string) =>
	[time, [LIU, on("finish-service", number)] as const, [LIU, callNext("1")] as const] as const;

describe("how well quotes held, in a day's report", () => {
	it("[QTE-17] scores the first quote of everybody by the call that came, by service, class and half hour", () => {
		const day = aBusyDay().given(...serve("A001", "09:12"));
		day.given([LIU, on("start-service", "A003")], ...serve("A003", "09:40"), close);
		const of = (number: string, called: string) => {
			const { quote, issuedAt } = promised(day, number);
			return scoreOf(quote, at(called) - issuedAt);
		};
		const [first, second, third] = [of("A001", "09:01"), of("A003", "09:12"), of("A002", "09:40")];
		const quotes = quotesOf(day);
		expect(quotes.whole).toEqual(sumOfScores([first, second, third]));
		expect(quotes.whole).toMatchObject({ count: 3, scored: 2 });
		expect(quotes.byService).toEqual([{ id: "cash", ...quotes.whole }]);
		expect(quotes.byClass).toEqual([
			{ id: "high", ...second },
			{ id: "unknown", ...sumOfScores([first, third]) },
		]);
		expect(quotes.byHalfHour).toEqual([{ id: "09:00", ...quotes.whole }]);
		expect(rollupOf(day.commits)?.quotes).toEqual(quotes.whole);
	});

	it("[QTE-17] does not score who was called out of order, was missed before, or whose wait became another", () => {
		const named = aBusyDay().given("09:12", [LIU, on("finish-service", "A001")]);
		named.given([LIU, callByName("1", "A002", "with a child")], close);
		expect(quotesOf(named).whole.count).toBe(1);

		const held = aBusyDay().given([MANAGER, on("hold-ticket", "A003")], [MANAGER, on("resume-ticket", "A003")]);
		held.given(...serve("A001", "09:12"), close);
		expect(quotesOf(held).byClass.map(({ id }) => id)).toEqual(["unknown"]);

		const moved = aBusyDay().given(
			[CHEN, open("2")],
			[MANAGER, on("transfer-ticket", "A002", { serviceId: "transfer" })],
		);
		moved.given("09:20", [CHEN, callByName("2", "A002", "next")], close);
		expect(quotesOf(moved).whole.count).toBe(1);
	});

	it("[QTE-17] says nothing of who was told no time, or was never called", () => {
		const day = aDay().given([MANAGER, issue("loan")], [LIU, open("1")], [KIOSK, issue("cash")], close);
		expect(quotesOf(day)).toEqual({ whole: sumOfScores([]), byService: [], byClass: [], byHalfHour: [] });
	});

	it("[QTE-17] a closing taken back takes back nothing of what was scored, and the day goes on", () => {
		const day = aBusyDay().given("17:20", close);
		const before = quotesOf(day).whole;
		day.given([MANAGER, { type: "reopen-day", reason: "closed by mistake" }]);
		day.given([LIU, on("finish-service", "A001")], [LIU, callNext("1")], close);
		expect(quotesOf(day).whole.count).toBe(before.count + 1);
	});
});
