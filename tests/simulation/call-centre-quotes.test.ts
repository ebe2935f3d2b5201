import { describe, expect, it } from "vitest";
import { growTrees, tableOf } from "../../simulation/evaluate/boosted-trees.ts";
import {
	ARRIVAL,
	centreDays,
	END,
	eventsOf,
	IMMEDIATE,
	isScored,
	LEAVE,
} from "../../simulation/evaluate/call-centre-day.ts";
import { quoteModelOf, trainQuoteModel } from "../../simulation/evaluate/call-centre-model.ts";
import { walk } from "../../simulation/evaluate/call-centre-walk.ts";
import { scoreQuotes } from "../../simulation/evaluate/quotes.ts";
import { binsOf, modelOf, predict } from "../../simulation/evaluate/tree-model.ts";
import { CALL_LOG_HEADER } from "../../simulation/read/read-call-log.ts";
import { type SeededRandom, seededRandom } from "../../simulation/seeded-random.ts";

type Row = {
	date: string;
	arrival: number;
	leave: number;
	end: number;
	delayed: number;
	type: string;
	priority: string;
};

const asText = (rows: readonly Row[]) =>
	[
		CALL_LOG_HEADER,
		...rows.map((row, index) => {
			const outcome = row.end < 0 ? "ABANDONED" : "SERVED";
			const { date, arrival, leave, end, delayed, type, priority } = row;
			return [date, arrival, leave, end, outcome, delayed, type, priority, `A${index % 4}`].join(",");
		}),
	].join("\n");

/** A day of three agents with a line that is one by one called, some of it giving up. */
function rowsOfDay(date: string, random: SeededRandom): Row[] {
	const freeAt = [0, 0, 0];
	let arrival = 7 * 3_600;
	return Array.from({ length: 300 }, () => {
		arrival += 1 + Math.floor(random.exponential(60));
		const agent = freeAt.indexOf(Math.min(...freeAt));
		const leave = Math.max(arrival, freeAt[agent]!);
		const delayed = leave > arrival ? 1 : 0;
		const gaveUp = delayed === 1 && random.chance(0.1);
		const end = gaveUp ? -1 : leave + 20 + Math.floor(random.exponential(150));
		if (!gaveUp) freeAt[agent] = end;
		const type = random.chance(0.8) ? "PS" : "NE";
		const priority = delayed === 0 ? "" : random.chance(0.3) ? "2" : "1";
		return { date, arrival, leave, end, delayed, type, priority };
	});
}

const random = seededRandom(17);
const DATES = ["1999-03-01", "1999-03-02", "1999-03-03", "1999-03-04", "1999-03-05", "1999-03-06"];
const rows = DATES.flatMap((date) => rowsOfDay(date, random));

describe("quotes on a call log", () => {
	it("[QTE-8] scores who was served after a wait and came at seven or later, in the order of the protocol", () => {
		const row = {
			date: "1999-03-01",
			arrival: 30_000,
			leave: 30_060,
			end: 30_200,
			delayed: 1,
			type: "PS",
			priority: "1",
		};
		const days = centreDays(
			asText([
				row,
				{ ...row, arrival: 25_199 },
				{ ...row, end: -1 },
				{ ...row, leave: 30_000 },
				{ ...row, type: "IN" },
				{ ...row, arrival: 30_060, leave: 30_060, delayed: 0, end: 30_060 },
			]),
		);
		expect(days[0]!.calls.map(isScored)).toEqual([true, false, false, false, false]);
		const at = eventsOf(days[0]!).filter(({ atS }) => atS === 30_060);
		expect(at.map(({ kind }) => kind)).toEqual([END, LEAVE, LEAVE, LEAVE, ARRIVAL, IMMEDIATE]);
		expect(() => centreDays("date,who\n")).toThrow("header");
	});

	it("[QTE-8] looks at nothing that happened later", () => {
		const cut = rows[900]!;
		const known = (each: Row) => each.date < cut.date || (each.date === cut.date && each.arrival <= cut.arrival);
		const past = rows.filter(known);
		// What lies ahead of that call is another: how long everybody yet waits and talks, and who comes.
		const other = past.map((each) => {
			if (each.date !== cut.date) return each;
			const later = (at: number) => (at > cut.arrival ? at + 500 : at);
			return { ...each, leave: later(each.leave), end: later(each.end) };
		});
		const seen = (of: readonly Row[]) => {
			const list: unknown[] = [];
			walk(centreDays(asText(of)), {
				onArrival: (call, features, { date }) => {
					if (known({ ...cut, date, arrival: call.arrivalS })) list.push([date, call.arrivalS, features]);
				},
				onStart: () => {},
			});
			return list;
		};
		const all = seen(rows);
		expect(all.length).toBeGreaterThan(200);
		expect(seen(other)).toEqual(all);
	});

	it("[QTE-8] come nearer to the waits than the last wait that ended, on days that were not learned from", () => {
		const text = asText(rows);
		const stored = trainQuoteModel(centreDays(text), "1999-03-04", 1, () => {});
		expect(stored.trainedUntil).toBe("1999-03-04");
		const scored = scoreQuotes(text, quoteModelOf(stored), stored.trainedUntil, () => {});
		expect(new Set(scored.map(({ day }) => day))).toEqual(new Set(["1999-03-05", "1999-03-06"]));
		const error = (of: (each: (typeof scored)[number]) => number) =>
			scored.reduce((sum, each) => sum + Math.abs(each.waitS - of(each)), 0);
		expect(error(({ quote }) => quote.p50S)).toBeLessThan(error(({ simple }) => simple.les));
		for (const { quote } of scored) {
			expect(quote.p10S).toBeLessThanOrEqual(quote.p50S);
			expect(quote.p50S).toBeLessThanOrEqual(quote.p90S);
		}
	});
});

describe("boosted trees", () => {
	const growth = { trees: 40, leaves: 8, rate: 0.2, rowsInLeafMin: 5, rowShare: 0.8, featureShare: 1 };
	const table = Array.from({ length: 1_500 }, () => [random.next(), random.next(), random.next()]);
	const truth = ([a = 0, b = 0]: readonly number[]) => (a > 0.5 ? 10 : 0) + 4 * b;
	const grow = (seed: number) =>
		growTrees(tableOf(["a", "b", "c"], table), Float64Array.from(table, truth), growth, seededRandom(seed));

	it("[QTE-9] learn what a table follows, and say the same after they were written down and read", () => {
		const model = modelOf(JSON.parse(JSON.stringify(grow(1))));
		const bins = new Uint8Array(3);
		for (const row of [
			[0.2, 0.2, 0.9],
			[0.8, 0.2, 0.1],
			[0.8, 0.9, 0.5],
		]) {
			expect(Math.abs(predict(model, binsOf(model.cuts, row, bins)) - truth(row))).toBeLessThan(0.6);
		}
		expect(model.roots.length).toBe(growth.trees);
	});

	it("[QTE-9] are the same for the same seed", () => {
		expect(grow(1)).toEqual(grow(1));
		expect(grow(2)).not.toEqual(grow(1));
	});
});
