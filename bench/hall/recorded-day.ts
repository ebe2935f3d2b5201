import type { BranchConfiguration } from "../../schema/hall/configuration.ts";
import type { Answer } from "../../schema/hall/event.ts";
import type { BranchPort } from "../../simulation/branch-port.ts";
import { beginningOf, dayForReplay } from "../../simulation/business-days.ts";
import type { BranchApi } from "../../simulation/cli/branch-api.ts";
import { readDayFile } from "../../simulation/cli/read-day-file.ts";
import { createReplay } from "../../simulation/replay.ts";
import type { ReplayCounts } from "../../simulation/replay-counts.ts";
import { planReplay } from "../../simulation/replay-plan.ts";
import { defaultConfiguration } from "../../worker/domain/bank/default-configuration.ts";
import { BenchFailure } from "../measure/measure.ts";

const SAMPLE_DAY = "simulation/sample-day.csv";
const SEED = 330;
/** Sunday 2026-11-22, noon in Shanghai: the day is played on the Monday that follows. */
const BEFORE_THE_DAY = Date.UTC(2026, 10, 22, 4, 0, 0);

/** The branch on which a recorded day is played. */
export type Stage = {
	readonly branchId: string;
	readonly branch: BranchApi;
	/** Sets the branch's clock to this time; it then stands still. */
	readonly setTime: (at: number) => Promise<void>;
	/** Called once the branch is configured, just before the day begins. */
	readonly ready?: () => Promise<void>;
	/** Called with every answer; an error thrown here ends the day. */
	readonly heard: (answer: Answer) => Promise<void>;
	/** Share of a counter's time that may be planned as busy; more than 1 makes queues. */
	readonly fullness?: number;
};

/**
 * Plays the sample day at a new branch through the public API. Each event happens at its own time of the branch's clock, however fast
 * the machine is. Fails at any refusal that the replay does not expect.
 */
export async function playRecordedDay(
	stage: Stage,
): Promise<{ readonly counts: ReplayCounts; readonly commands: number }> {
	const { branchId, branch, setTime, ready, heard, fullness } = stage;
	const recorded = await readDayFile(SAMPLE_DAY);
	const name = { zh: "回放网点", en: "Replay branch" };
	const region = { zh: "回放", en: "Replay" };
	const usual = defaultConfiguration({ branchId, name, region, kind: "standard" });
	const configuration: BranchConfiguration = { ...usual, limits: { ...usual.limits, devicePace: null } };
	await setTime(BEFORE_THE_DAY);
	await branch.configure(configuration);
	const day = dayForReplay(configuration, recorded, BEFORE_THE_DAY, null);
	if (day === null) throw new BenchFailure("the sample day fits no day of the branch");
	let at = beginningOf(day, recorded);
	let commands = 0;
	await setTime(at);
	await ready?.();
	const port: BranchPort = {
		timeRuns: false,
		now: () => at,
		sleepUntil: async (until) => {
			if (until <= at) return;
			at = until;
			await setTime(at);
		},
		send: async (actor, request) => {
			const answer = await branch.send(actor, request);
			commands += 1;
			await heard(answer);
			return answer;
		},
		backOff: async () => {
			throw new BenchFailure("a command got no answer");
		},
	};
	const plan = planReplay(recorded, configuration, day, {
		seed: SEED,
		...(fullness === undefined ? {} : { fullness }),
	});
	const counts = await createReplay({ plan, port, seed: SEED, runId: `bench-${branchId}` }).run();
	const [error] = counts.errors;
	if (error !== undefined) throw new BenchFailure(`the recorded day met a refusal: ${error.what}`);
	return { counts, commands };
}
