import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { NO_QUOTES_SCORED } from "../../../rules/measure/quote-accuracy.ts";
import { Commit } from "../../../schema/hall/event.ts";
import { DayReport } from "../../../schema/hall/report.ts";
import { canonicalJson } from "../../../worker/domain/report/canonical-json.ts";
import { reportOf } from "../../../worker/domain/report/report.ts";
import { compareReport } from "../../../worker/domain/report/report-version.ts";

/** A day as a branch of an earlier build kept it: a commit a line, then the report it stored. Never made anew. */
const lines = readFileSync(new URL("kept-day.jsonl", import.meta.url), "utf8")
	.trim()
	.split("\n")
	.map((line): unknown => JSON.parse(line));
const kept = lines.pop() as object;
const commits = lines.map((line) => Commit.parse(line));

describe("a kept report", () => {
	it("[REP-2] of version 1, which it does not name, is made again exactly as it was stored", () => {
		expect(compareReport(kept, commits)).toEqual({ version: 1, versionKnown: true, identical: true });
		expect(DayReport.parse(kept)).toEqual(kept);
	});

	it("[REP-2] of version 2 has the figures of version 1 and its version", () => {
		expect(compareReport({ version: 2, ...kept }, commits)).toMatchObject({ version: 2, identical: true });
	});

	it("[REP-2] of version 3 counts calls for help among the alerts of the day, and version 4 how well quotes held", () => {
		const { helpCalls, ...rest } = DayReport.parse(kept);
		const { asked, accepted, response } = helpCalls ?? {};
		const help = { kind: "help", raised: asked, accepted, passedOn: 0, escalated: 0, response };
		expect(asked).toBe(1);
		const made = reportOf(commits);
		const third = { ...rest, version: 3, alerts: [help] };
		expect(compareReport(third, commits)).toMatchObject({ version: 3, identical: true });
		// Nobody was told a wait on that day.
		const quotes = { whole: NO_QUOTES_SCORED, byService: [], byClass: [], byHalfHour: [] };
		expect(made).toEqual({ ...third, version: 4, quotes });
		expect(compareReport(made, commits)).toMatchObject({ version: 4, identical: true });
	});

	it("[REP-2] is compared whatever the order of its keys, and differs by any figure", () => {
		const reversed = Object.fromEntries(Object.entries(kept).reverse());
		expect(JSON.stringify(reversed)).not.toBe(JSON.stringify(kept));
		expect(compareReport(reversed, commits).identical).toBe(true);
		expect(compareReport({ ...kept, recalls: 7 }, commits).identical).toBe(false);
		expect(compareReport({ ...kept, more: 0 }, commits).identical).toBe(false);
		expect(compareReport(kept, commits.slice(0, -1)).identical).toBe(false);
	});

	it.each([5, 0, -1, "2", null])("[REP-2] of the version %j, which nobody knows, is not called altered", (version) => {
		expect(compareReport({ ...kept, version }, commits)).toMatchObject({ versionKnown: false, identical: false });
	});

	it("[REP-2] canonical JSON sorts keys at every depth and keeps lists as they are", () => {
		const value = { b: [{ d: 1.5, c: null }, 'x"y'], a: { z: false, y: "中" } };
		expect(canonicalJson(value)).toBe('{"a":{"y":"中","z":false},"b":[{"c":null,"d":1.5},"x\\"y"]}');
	});
});
