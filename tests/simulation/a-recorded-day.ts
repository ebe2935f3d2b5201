import { readFileSync } from "node:fs";
import type { BranchConfiguration } from "../../schema/hall/configuration.ts";
import { beginningOf, dayForReplay } from "../../simulation/business-days.ts";
import { auditOvertakes } from "../../simulation/overtake-audit.ts";
import { readRecordedDay } from "../../simulation/read/read-recorded-day.ts";
import { disagreements } from "../../simulation/reconcile.ts";
import type { RecordedDay, RecordedVisit } from "../../simulation/recorded-day.ts";
import { createReplay, type ReplayOptions } from "../../simulation/replay.ts";
import { type PlanOptions, planReplay } from "../../simulation/replay-plan.ts";
import { seededRandom } from "../../simulation/seeded-random.ts";
import { createVirtualBranch } from "../../simulation/virtual-branch.ts";
import { defaultConfiguration } from "../../worker/domain/bank/default-configuration.ts";
import { reportOf } from "../../worker/domain/report/report.ts";

export const IDENTITY = {
	branchId: "sh-replay",
	name: { zh: "回放网点", en: "Replay branch" },
	region: { zh: "上海", en: "Shanghai" },
};
const SHIPPED = defaultConfiguration({ ...IDENTITY, kind: "standard" });
/** One kiosk stands for all of the day's. */
export const CONFIGURATION: BranchConfiguration = { ...SHIPPED, limits: { ...SHIPPED.limits, devicePace: null } };
/** A Monday, long before opening. */
export const MONDAY = Date.UTC(2026, 10, 22, 20);
const MINUTE_MS = 60_000;

/** The day that ships with the project. */
export function sampleDay(): RecordedDay {
	const result = readRecordedDay(readFileSync("simulation/sample-day.csv", "utf8"));
	if (result.status !== "read") throw new Error(result.errors.join("\n"));
	return result.day;
}

/** A day of visits given by the minute after 10:00. */
export function dayOf(...visits: (Partial<RecordedVisit> & { readonly minute: number })[]): RecordedDay {
	const whole = visits.map(({ minute, ...visit }) => ({
		arrivalMs: 10 * 60 * MINUTE_MS + minute * MINUTE_MS,
		services: ["cash"],
		class: "",
		serviceMs: [2 * MINUTE_MS],
		...visit,
	}));
	return { source: "neutral", date: null, visits: whole, pools: null, setAside: {} };
}

export function plan(
	recorded: RecordedDay,
	options: PlanOptions,
	configuration: BranchConfiguration = CONFIGURATION,
	from = MONDAY,
) {
	const day = dayForReplay(configuration, recorded, from, null);
	if (day === null) throw new Error("the calendar has no day for this recording");
	return planReplay(recorded, configuration, day, options);
}

type Played = Partial<PlanOptions> & Partial<Omit<ReplayOptions, "plan" | "seed">> & { lossShare?: number };

/** Plays a recording in virtual time and gathers everything that can be said of the day afterwards. */
export async function playInVirtualTime(
	recorded: RecordedDay,
	seed: number,
	{ lossShare = 0, ...played }: Played = {},
	configuration: BranchConfiguration = CONFIGURATION,
	from = MONDAY,
) {
	const planned = plan(recorded, { seed, ...played }, configuration, from);
	const branch = createVirtualBranch(
		configuration,
		beginningOf(planned.day, recorded),
		seededRandom(seed + 1),
		lossShare,
	);
	const replay = createReplay({ plan: planned, port: branch.port, seed, runId: `test-${seed}`, ...played });
	const counts = await replay.run();
	const audit = auditOvertakes(branch.commits);
	const report = reportOf(branch.commits);
	return { planned, branch, counts, audit, report, faults: disagreements(counts, audit, report) };
}
