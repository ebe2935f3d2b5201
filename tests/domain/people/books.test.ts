import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Commit } from "../../../schema/hall/event.ts";
import { type Counts, DayReport, type ReportLine } from "../../../schema/hall/report.ts";
import type { Configured } from "../../../worker/domain/hall/decision.ts";
import { reportOf } from "../../../worker/domain/report/report.ts";
import { rollupOf } from "../../../worker/domain/report/rollup.ts";
import { statusView } from "../../../worker/domain/view/status-view.ts";
import { count } from "../../counts.ts";
import type { Move } from "../moves.ts";
import { play, randomConfiguration, someMoves } from "../random-day.ts";
import { seedOf } from "../seed.ts";

/** The commits of the latest day, from the one that opened it. */
function ofTheDay(day: Commit[], commit: Commit): Commit[] {
	return commit.events.some((event) => event.type === "day-opened") ? [commit] : [...day, commit];
}

function sum(lines: readonly ReportLine[]): Counts {
	const total = {
		issued: 0,
		served: 0,
		noShows: 0,
		cancelled: 0,
		redirected: 0,
		unserved: 0,
	};
	for (const { tickets } of lines) {
		for (const name of Object.keys(total) as (keyof typeof total)[]) total[name] += tickets[name];
	}
	return total;
}

describe("the books of random days", () => {
	it("[REP-1] [REP-3] every line of a report adds up to the day, and the day to what the branch counted", () => {
		const seed = seedOf("reports");
		let reports = 0;
		const property = fc.property(fc.nat(), someMoves(250), (configurationSeed, moves) => {
			let day: Commit[] = [];
			const whole: Move[] = [...moves, { kind: "closeDay", a: 0, b: 0, c: 0 }];
			play(randomConfiguration(configurationSeed), whole, ({ commit, after }) => {
				day = ofTheDay(day, commit);
				if (!commit.events.some((event) => event.type === "day-closed")) return;
				const report = reportOf(day);
				if (report === null) throw new Error("a closed day has no report");
				reports++;
				expect(DayReport.parse(report)).toEqual(report);
				addsUp(report, after);
			});
		});
		fc.assert(property, { seed, numRuns: count(60, 600) });
		expect(reports).toBeGreaterThan(20);
	});

	it("[FWD-2] the rollup made from the commits says at every moment what the branch itself says", () => {
		const seed = seedOf("rollups");
		const property = fc.property(fc.nat(), someMoves(120), (configurationSeed, moves) => {
			let day: Commit[] = [];
			play(randomConfiguration(configurationSeed), moves, ({ commit, after }) => {
				day = ofTheDay(day, commit);
				const rollup = rollupOf(day);
				const status = statusView(after, 0).status[0];
				if (rollup === null || status === undefined) return;
				const { issued, served, noShows, cancelled, redirected } = status.tally;
				expect(rollup.tickets).toMatchObject({ issued, served, noShows, cancelled, redirected });
				expect(rollup.slots.reduce((total, slot) => total + slot.noShows, 0)).toBe(noShows);
				expect(rollup).toMatchObject({
					waiting: status.waiting,
					countersOpen: status.countersOpen,
					dayStatus: status.dayStatus,
					businessDay: status.businessDay,
				});
			});
		});
		fc.assert(property, { seed, numRuns: count(15, 150) });
	});
});

function addsUp(report: DayReport, after: Configured): void {
	const { tickets } = report;
	for (const lines of [report.byService, report.byClass, report.byChannel, report.byHalfHour]) {
		expect(sum(lines)).toEqual(tickets);
		expect(lines.reduce((total, line) => total + line.waits.count, 0)).toBe(report.waits.count);
		expect(lines.reduce((total, line) => total + line.services.count, 0)).toBe(report.services.count);
	}
	expect(report.byCounter.reduce((total, line) => total + line.waits.count, 0)).toBe(report.waits.count);
	expect(report.byCounter.reduce((total, line) => total + line.services.count, 0)).toBe(report.services.count);
	const { issued, served, noShows, cancelled, redirected, unserved } = tickets;
	expect(served + noShows + cancelled + redirected + unserved).toBe(issued);
	expect(after.tally).toMatchObject({
		issued,
		served,
		noShows,
		cancelled,
		redirected,
		overrides: report.overrides.length,
		returns: report.returns,
		called: report.waits.count,
	});
	const { called, waitedMs } = after.tally;
	expect(called === 0 ? null : Math.round(waitedMs / called)).toBe(report.waits.meanMs);
	expect(report.overtakes.beyondBound).toBe(0);
}
