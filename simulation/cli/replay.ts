/**
 * `npm run replay`: drives a branch through the public API with a recorded day. Exit code 1 on errors or a broken
 * bound, 2 on wrong use.
 */

import { setTimeout as sleep } from "node:timers/promises";
import { SingleBar } from "cli-progress";
import type { BranchConfiguration } from "../../schema/hall/configuration.ts";
import { startLocalServer } from "../../scripts/serve/local-server.ts";
import { defaultConfiguration } from "../../worker/domain/bank/default-configuration.ts";
import { ConnectionLost } from "../branch-port.ts";
import { beginningOf } from "../business-days.ts";
import { auditOvertakes } from "../overtake-audit.ts";
import { disagreements } from "../reconcile.ts";
import type { RecordedDay } from "../recorded-day.ts";
import { createReplay, type Replay } from "../replay.ts";
import { replayConfiguration } from "../replay-configuration.ts";
import type { ReplayCounts } from "../replay-counts.ts";
import { planReplay, type ReplayPlan } from "../replay-plan.ts";
import { ApiProblem, createApi } from "./api.ts";
import { createApiPort } from "./api-port.ts";
import { type BranchApi, createBranchApi } from "./branch-api.ts";
import { prepareBranch } from "./prepare-branch.ts";
import { readDayFile, UsageError } from "./read-day-file.ts";
import { type ReplayCommand, readReplayOptions } from "./replay-options.ts";
import { replayTable } from "./replay-table.ts";

/** The report reaches the bank's memory a moment after the day has closed. */
const REPORT_WAIT_MS = 20_000;
const REPORT_EVERY_MS = 250;
const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/** Set by the first signal: from then on the branch, or its whole server, may be going away. */
let interrupted = false;

try {
	const command = readReplayOptions(process.argv.slice(2));
	const recorded = await readDayFile(command.file, command.date);
	const server = command.base === undefined ? await startLocalServer({ pages: false }) : null;
	// The local server would end the process on a signal, before the day is closed.
	for (const signal of SIGNALS) process.removeAllListeners(signal);
	try {
		const base = command.base ?? server?.directUrl ?? "";
		const api = createApi(base);
		const { demo } = await api.call("health", null, {});
		if (!demo) throw new UsageError(`${base} is not in demo mode: a replay needs its clock and its tokens`);
		process.exitCode = await replay(command, recorded, createBranchApi(api, command.branchId));
	} finally {
		await server?.stop();
	}
} catch (error) {
	const known = error instanceof UsageError || error instanceof ApiProblem || error instanceof ConnectionLost;
	if (!known) throw error;
	console.error(interrupted ? "\nInterrupted, and the server is gone." : error.message);
	process.exitCode = interrupted ? 130 : 2;
}

/** One kiosk stands for all that the recorded hall had. */
function withoutPace(configuration: BranchConfiguration): BranchConfiguration {
	return { ...configuration, limits: { ...configuration.limits, devicePace: null } };
}

async function replay(command: ReplayCommand, recorded: RecordedDay, branch: BranchApi): Promise<number> {
	const { branchId, seed, fullness } = command;
	const identity = { branchId, name: { zh: "回放网点", en: "Replay branch" }, region: { zh: "回放", en: "Replay" } };
	const foreign = recorded.source !== "neutral";
	const wanted = foreign
		? replayConfiguration(identity, recorded)
		: withoutPace(defaultConfiguration({ ...identity, kind: "standard" }));
	const { configuration, day } = await prepareBranch(branch, recorded, wanted, foreign && !command.keep);
	const plan = planReplay(recorded, configuration, day, { seed, fullness });
	describe(recorded, plan, command);
	const counts = await play(command, plan, beginningOf(day, recorded), configuration.timeZone, branch);

	const audit = auditOvertakes(await branch.commits(day.businessDay));
	const report = await storedReport(branch, day.businessDay);
	const faults = [...audit.faults, ...disagreements(counts, audit, report?.report ?? null)];
	if (report === null) faults.push(`the bank has no report of ${day.businessDay}`);
	console.log(`\n${replayTable(counts, audit, faults)}`);
	if (interrupted) console.log("\nInterrupted: the day was closed early, nothing is left open.");
	if (counts.errors.length + faults.length > 0) return 1;
	return interrupted ? 130 : 0;
}

async function play(
	{ speed, seed, named }: ReplayCommand,
	plan: ReplayPlan,
	from: number,
	timeZone: string,
	branch: BranchApi,
): Promise<ReplayCounts> {
	const steps = speed === Number.POSITIVE_INFINITY;
	const port = await createApiPort(branch, from, { stepUntil: steps ? speed : from, speed: steps ? 1 : speed });
	const format = "{bar} {percentage}% {value}/{total} visits, {clock}, errors {errors}";
	const bar = new SingleBar({ format, hideCursor: true });
	const caption = (errors: number) => ({ clock: localTime(port.now(), timeZone), errors });
	bar.start(plan.visits.length, 0, caption(0));
	const playing = createReplay({
		plan,
		port,
		seed,
		runId: `replay-${crypto.randomUUID().slice(0, 13)}`,
		namedCallShare: named,
		onProgress: ({ errors }, done) => bar.update(done, caption(errors.length)),
	});
	stopOnSignal(playing);
	try {
		return await playing.run();
	} finally {
		bar.stop();
		// Left alone, the branch's clock would go on at the speed of the replay, or stand for ever.
		await branch.setClock({ kind: "virtual", at: (await branch.status())?.at ?? port.now(), speed: 1 });
	}
}

function describe(recorded: RecordedDay, plan: ReplayPlan, { branchId, speed, seed }: ReplayCommand): void {
	const counters = new Set(plan.shifts.map((shift) => shift.counterId)).size;
	const pace = speed === Number.POSITIVE_INFINITY ? "step by step" : `at speed ${speed}`;
	console.log(
		`${recorded.source} ${recorded.date ?? ""} -> ${branchId}, business day ${plan.day.businessDay}, ${pace}, seed ${seed}`,
	);
	console.log(`${plan.visits.length} visits, ${counters} counters, ${plan.shifts.length} shifts`);
	const waits = recorded.visits.flatMap(({ waitedMs }) => (waitedMs === undefined ? [] : [waitedMs / 60_000]));
	const mean = waits.reduce((sum, each) => sum + each, 0) / waits.length;
	if (waits.length > 0) console.log(`in the recording the served waited ${mean.toFixed(1)} minutes on average`);
	for (const [reason, count] of Object.entries({ ...recorded.setAside, ...plan.setAside }))
		console.log(`  ${count} x ${reason}`);
}

/** The first signal ends the replay and closes the day, the second ends the process. */
function stopOnSignal(playing: Replay): void {
	const onSignal = () => {
		if (interrupted) process.exit(130);
		interrupted = true;
		playing.stop();
	};
	for (const signal of SIGNALS) process.on(signal, onSignal);
}

async function storedReport(branch: BranchApi, businessDay: string) {
	const giveUpAt = Date.now() + REPORT_WAIT_MS;
	for (;;) {
		const report = await branch.report(businessDay);
		if (report !== null || Date.now() > giveUpAt) return report;
		await sleep(REPORT_EVERY_MS);
	}
}

function localTime(at: number, timeZone: string): string {
	return new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" }).format(at);
}
