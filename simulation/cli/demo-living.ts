import { setTimeout as sleep } from "node:timers/promises";
import { beginningOf, dayForReplay } from "../business-days.ts";
import type { RecordedDay } from "../recorded-day.ts";
import { createReplay, type Replay } from "../replay.ts";
import { planReplay } from "../replay-plan.ts";
import { countersToLeaveFree } from "../teller-plan.ts";
import { createApiPort } from "./api-port.ts";
import type { BranchApi } from "./branch-api.ts";
import { closeLeftover, type DemoBranch, demoConfiguration, foundBranch } from "./demo-branch.ts";
import { reportProblems } from "./demo-problems.ts";
import { prepareBranch } from "./prepare-branch.ts";

/** Branch seconds per real second: fast enough to see something happen, slow enough to take part. */
const SPEED = 4;
/** Up to this time of the day everything has already happened when somebody looks: 15:05, when the hall is full. */
const FAST_FORWARD_MS = 54_300_000;
/** With so many visits over, there is something to see. */
const MOVING_VISITS = 20;
/** Counters left for people to open. */
const FREE_COUNTERS = 3;
/** Slightly too few tellers at the peaks, as in life: people wait for some minutes. */
const FULLNESS = 1.5;
const HELP_CALLS_PER_HOUR = 8;
/** How often the driver looks for people who took a number beside it. */
const GUESTS_EVERY_MS = 2_500;
const BETWEEN_DAYS_MS = 20_000;

type Signals = {
	/** The hall moves, quickly still. */
	readonly onMoving: () => void;
	/** The quick part is over. */
	readonly onSettled: () => void;
};

/**
 * Plays the recording at the living branch, day after day, for ever: quickly up to the afternoon peak, then at `SPEED`.
 * Numbers that people take beside it are called too. The signals come again each day.
 */
export async function liveOn(
	branch: BranchApi,
	demo: DemoBranch,
	recorded: RecordedDay,
	{ onMoving, onSettled }: Signals,
): Promise<never> {
	const wanted = demoConfiguration(demo);
	// From yesterday on, so that today can be played at whatever hour it is.
	const today = dayForReplay(wanted, recorded, startOfDay(Date.now()), null);
	await foundBranch(branch, wanted, today?.startsAt ?? Date.now());
	for (;;) {
		await closeLeftover(branch, await branch.configuration());
		const { configuration, day } = await prepareBranch(branch, recorded, wanted, false);
		const seed = Number(day.businessDay.replaceAll("-", ""));
		const leaveFree = countersToLeaveFree(configuration, FREE_COUNTERS);
		const plan = planReplay(recorded, configuration, day, {
			seed,
			leaveFree,
			fullness: FULLNESS,
			helpCallsPerHour: HELP_CALLS_PER_HOUR,
		});
		const from = beginningOf(day, recorded);
		const port = await createApiPort(branch, from, { stepUntil: day.startsAt + FAST_FORWARD_MS, speed: SPEED });
		await reportProblems(branch);
		const runId = `demo-${crypto.randomUUID().slice(0, 13)}`;
		const onProgress = (_: unknown, done: number) => {
			if (done === MOVING_VISITS) onMoving();
		};
		const replay = createReplay({ plan, port, seed, runId, shared: true, onProgress });
		const guests = lookForGuests(branch, replay, () => port.timeRuns, onSettled);
		try {
			await replay.run();
		} finally {
			guests.stop();
		}
		await sleep(BETWEEN_DAYS_MS);
	}
}

/** Wakes the tellers when more people wait than the replay knows of. */
function lookForGuests(branch: BranchApi, replay: Replay, timeRuns: () => boolean, onSettled: () => void) {
	let stopped = false;
	let settled = false;
	const look = async () => {
		while (!stopped) {
			await sleep(timeRuns() ? GUESTS_EVERY_MS : 100);
			if (!timeRuns() || stopped) continue;
			if (!settled) onSettled();
			settled = true;
			// A status that cannot be read just now is read again soon.
			const status = await branch.status().catch(() => null);
			if (status !== null && status.status.waiting > replay.waiting()) replay.nudge();
		}
	};
	void look();
	return {
		stop() {
			stopped = true;
		},
	};
}

/** Local midnight in China. */
function startOfDay(at: number): number {
	const dayMs = 86_400_000;
	const zoneMs = 28_800_000;
	return Math.floor((at + zoneMs) / dayMs) * dayMs - zoneMs;
}
