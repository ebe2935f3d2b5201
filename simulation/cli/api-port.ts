import { setTimeout as sleep } from "node:timers/promises";
import { type BranchPort, ConnectionLost } from "../branch-port.ts";
import type { BranchApi } from "./branch-api.ts";

/** The longest sleep at once: whoever waits looks again at least this often. */
const SLEEP_MAX_MS = 250;
const BACK_OFF_BASE_MS = 100;
const BACK_OFF_MAX_MS = 3_000;
/** Attempts at setting the clock before the replay gives up. */
const CLOCK_ATTEMPTS_MAX = 10;

export type Pace = {
	/** Up to this branch time the clock stands and the port sets it, step by step, as fast as the branch answers; `Infinity`: always. */
	readonly stepUntil: number;
	/** From then on the clock runs: so many branch seconds in one real second. */
	readonly speed: number;
};

/**
 * A branch behind the public API, as a replay needs it. Its clock is set to `from` and driven at the given pace: while stepping, the
 * port alone moves it, so nothing is ever late; from `stepUntil` on it runs, and the port reads a copy of it.
 */
export async function createApiPort(branch: BranchApi, from: number, { stepUntil, speed }: Pace): Promise<BranchPort> {
	let timeRuns = false;
	let at = from;
	let readAt = performance.now();

	async function set(to: number): Promise<void> {
		timeRuns = to >= stepUntil;
		const clock = await setClock(branch, to, timeRuns ? speed : 0);
		at = clock.at;
		// The copy starts when the answer is here: it is a little behind the branch, so nothing happens too early.
		readAt = performance.now();
	}

	const now = () => Math.floor(timeRuns ? at + (performance.now() - readAt) * speed : at);
	await set(from);
	return {
		get timeRuns() {
			return timeRuns;
		},
		now,
		sleepUntil: async (until) => {
			if (timeRuns) await sleep(Math.min(SLEEP_MAX_MS, Math.max(0, (until - now()) / speed)));
			// A branch sets its clock no earlier than its last commit: `at` may lie beyond what was asked.
			else if (until > at) await set(Math.min(until, Math.max(stepUntil, at)));
		},
		send: branch.send,
		backOff,
	};
}

async function setClock(branch: BranchApi, at: number, speed: number, attempt = 1) {
	try {
		return await branch.setClock({ kind: "virtual", at, speed });
	} catch (error) {
		if (!(error instanceof ConnectionLost) || attempt === CLOCK_ATTEMPTS_MAX) throw error;
		await backOff(attempt);
		return setClock(branch, at, speed, attempt + 1);
	}
}

/** Full jitter, so that many callers do not come back together. */
function backOff(attempt: number): Promise<void> {
	return sleep(Math.random() * Math.min(BACK_OFF_MAX_MS, BACK_OFF_BASE_MS * 2 ** attempt));
}
