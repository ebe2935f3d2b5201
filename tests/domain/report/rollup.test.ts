import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Commit } from "../../../schema/hall/event.ts";
import { Rollup } from "../../../schema/hall/report.ts";
import { nextAttemptAt } from "../../../worker/domain/pace/back-off.ts";
import { DayFold } from "../../../worker/domain/report/day-facts.ts";
import { durationsOf } from "../../../worker/domain/report/durations.ts";
import { reportFrom, reportOf } from "../../../worker/domain/report/report.ts";
import { rollupFrom, rollupOf } from "../../../worker/domain/report/rollup.ts";
import { count } from "../../counts.ts";
import { aDay, at, CHEN, callNext, issue, KIOSK, LIU, MANAGER, on, open } from "../a-day.ts";
import { play, randomConfiguration, someMoves } from "../random-day.ts";
import { seedOf } from "../seed.ts";

describe("durations", () => {
	const minutes = (...values: number[]) => durationsOf(values);
	it.each([
		["none", minutes(), [0, null, null, null, null]],
		["one", minutes(7), [1, 7, 7, 7, 7]],
		["two: the median is the lower", minutes(9, 1), [2, 5, 1, 9, 9]],
		["ten: the 90th percentile is the ninth", minutes(10, 9, 8, 7, 6, 5, 4, 3, 2, 1), [10, 6, 5, 9, 10]],
		["eleven: the tenth", minutes(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), [11, 6, 6, 10, 11]],
	])("[REP-3] percentiles by nearest rank, of %s", (_, durations, expected) => {
		const { count, meanMs, p50Ms, p90Ms, maxMs } = durations;
		expect([count, meanMs, p50Ms, p90Ms, maxMs]).toEqual(expected);
	});
});

describe("a rollup", () => {
	const morning = () =>
		aDay()
			.given("09:10", [KIOSK, issue("cash")], [KIOSK, issue("cash")], [KIOSK, issue("cash")], [KIOSK, issue("cash")])
			.given("09:20", [LIU, open("1")], [LIU, callNext("1")], [LIU, on("start-service", "A001")])
			.given("09:40", [LIU, on("finish-service", "A001")], [LIU, callNext("1")], [LIU, on("mark-no-show", "A002")])
			.given("10:05", [MANAGER, on("hold-ticket", "A003")]);

	it("[FWD-2] has every figure in the half hour in which it happened", () => {
		const made = rollupOf(morning().commits);
		expect(Rollup.parse(made)).toEqual(made);
		const none = { issued: 0, called: 0, served: 0, noShows: 0, cancelled: 0, waitedMs: 0, longestWaitMs: 0 };
		expect(made?.slots).toEqual([
			{ ...none, id: "09:00", issued: 4, called: 1, waitedMs: 600_000, longestWaitMs: 600_000 },
			{ ...none, id: "09:30", served: 1, noShows: 1 },
		]);
		expect(made).toMatchObject({ dayStatus: "open", at: at("10:05"), businessDay: "2026-11-23" });
	});

	it("[FWD-2] closing the day moves no figure to another half hour", () => {
		const before = rollupOf(morning().commits)?.slots;
		const day = morning().given("17:30", [MANAGER, { type: "close-day" }]);
		expect(rollupOf(day.commits)?.slots).toEqual(before);
		expect(rollupOf(day.commits)).toMatchObject({ dayStatus: "closed", waiting: 0, countersOpen: 0 });
	});

	it("[FWD-2] says who waits and what is open as the branch itself does: not those on hold, not those paused", () => {
		const day = morning().given([CHEN, open("2")], [CHEN, { type: "pause-counter", counterId: "2", reason: "lunch" }]);
		expect(rollupOf(day.commits)).toMatchObject({ waiting: 1, countersOpen: 1 });
		day.given([CHEN, { type: "resume-counter", counterId: "2" }], [MANAGER, on("resume-ticket", "A003")]);
		expect(rollupOf(day.commits)).toMatchObject({ waiting: 2, countersOpen: 2 });
	});

	it("[FWD-1] is absolute: made from more commits it holds everything the earlier one held", () => {
		const { commits } = morning();
		expect(rollupOf(commits.slice(0, 1))).toBeNull();
		const counts = commits.slice(1).map((_, index) => rollupOf(commits.slice(0, index + 2))?.tickets.issued);
		expect(counts).toEqual([1, 2, 3, 4, 4, 4, 4, 4, 4, 4, 4]);
	});
});

describe("a day that is read on from where it was", () => {
	it("[FWD-2] gives at every commit the rollup and the report of the day read anew", () => {
		const seed = seedOf("read on");
		const property = fc.property(fc.nat(), someMoves(120), (configurationSeed, moves) => {
			const days = new Map<string, { readonly commits: Commit[]; readonly fold: DayFold }>();
			const watch = ({ commit, after }: Parameters<Parameters<typeof play>[2]>[0]) => {
				const businessDay = after.day?.businessDay;
				if (businessDay === undefined) return;
				const day = days.get(businessDay) ?? { commits: [], fold: new DayFold() };
				days.set(businessDay, day);
				day.commits.push(commit);
				day.fold.add(commit);
				const { facts } = day.fold;
				expect(facts && rollupFrom(facts)).toEqual(rollupOf(day.commits));
				expect(facts && reportFrom(facts)).toEqual(reportOf(day.commits));
			};
			play(randomConfiguration(configurationSeed), moves, watch, "untold");
			expect(days.size).toBeGreaterThan(0);
		});
		fc.assert(property, { seed, numRuns: count(10, 100) });
	});
});

describe("the next attempt", () => {
	it.each([
		[1, 0, 2_500],
		[1, 0.999, 4_998],
		[2, 0, 5_000],
		[4, 0.5, 30_000],
		[8, 0, 300_000],
		[1_000, 0.999, 599_700],
	])("[FWD-2] after %i failures, jitter %d: in %i ms", (failures, jitter, expected) => {
		expect(nextAttemptAt(at("10:00"), failures, jitter) - at("10:00")).toBe(expected);
	});
});
