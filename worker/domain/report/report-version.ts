import type { Commit } from "../../../schema/hall/event.ts";
import type { DayReport } from "../../../schema/hall/report.ts";
import { canonicalJson } from "./canonical-json.ts";
import { durationsOf } from "./durations.ts";
import { reportOf } from "./report.ts";

type Maker = (commits: Iterable<Commit>) => DayReport | null;

/**
 * How each version of the report is made. A version is never changed: whoever adds or changes a figure raises
 * `REPORT_VERSION` and keeps here what made the version before, so that every kept day is still made again exactly.
 */
const MAKERS: Readonly<Record<number, Maker>> = {
	1: firstReportOf,
	2: secondReportOf,
	3: thirdReportOf,
	4: reportOf,
};

/** Before reports named their version; the figures were those of version 2. */
function firstReportOf(commits: Iterable<Commit>): DayReport | null {
	const report = secondReportOf(commits);
	if (report === null) return null;
	const { version: _, ...rest } = report;
	return rest;
}

/** Before calls for help were alerts. */
function secondReportOf(commits: Iterable<Commit>): DayReport | null {
	const report = thirdReportOf(commits);
	if (report === null) return null;
	const { alerts, ...rest } = report;
	const help = alerts?.find(({ kind }) => kind === "help");
	const { raised = 0, accepted = 0, response = durationsOf([]) } = help ?? {};
	return { ...rest, version: 2, helpCalls: { asked: raised, accepted, response } };
}

/** Before it was counted how well quotes held. */
function thirdReportOf(commits: Iterable<Commit>): DayReport | null {
	const report = reportOf(commits);
	if (report === null) return null;
	const { quotes: _, ...rest } = report;
	return { ...rest, version: 3 };
}

/** A stored report held against the one that its own version makes of the day's commits. */
export type Comparison = {
	/** The version the stored report names; 1 when it names none. */
	readonly version: number;
	/** False: this build cannot make that version, so nothing can be said. */
	readonly versionKnown: boolean;
	readonly identical: boolean;
};

/** Compares as canonical JSON, so that the order of keys says nothing. `stored` is the report as it came out of JSON. */
export function compareReport(stored: unknown, commits: Iterable<Commit>): Comparison {
	const version = versionOf(stored);
	const make = MAKERS[version];
	if (make === undefined) return { version, versionKnown: false, identical: false };
	const made = make(commits);
	return { version, versionKnown: true, identical: made !== null && canonicalJson(made) === canonicalJson(stored) };
}

function versionOf(stored: unknown): number {
	const named = typeof stored === "object" && stored !== null && "version" in stored ? stored.version : 1;
	return typeof named === "number" ? named : 0;
}
