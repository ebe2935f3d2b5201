import { createAgenda } from "./agenda.ts";
import type { BranchPort } from "./branch-port.ts";
import { arrive, askForHelp } from "./customers.ts";
import { createHall, noteRefusal, send } from "./hall.ts";
import type { ReplayCounts } from "./replay-counts.ts";
import type { ReplayPlan } from "./replay-plan.ts";
import { seededRandom } from "./seeded-random.ts";
import { beginShift, createTeller, standUp } from "./teller.ts";

/** The day is closed by hand at the latest this long before it would close by itself. */
const CLOSE_EARLY_MS = 60_000;

export type ReplayOptions = {
	readonly plan: ReplayPlan;
	readonly port: BranchPort;
	readonly seed: number;
	/** Unique among all replays of the branch: begins every command id. */
	readonly runId: string;
	/** People act at the branch too: their tickets are served, and their doings are no errors. */
	readonly shared?: boolean;
	/** The share of calls that name a ticket out of order, 0..1. */
	readonly namedCallShare?: number;
	/** Called whenever a visit begins or ends; `done` of `counts.visits` are over. */
	readonly onProgress?: (counts: ReplayCounts, done: number) => void;
};

export type Replay = {
	readonly counts: ReplayCounts;
	/** Plays the day to its end and closes it. */
	run(): Promise<ReplayCounts>;
	/** How many wait as far as the replay knows. */
	waiting(): number;
	/** Makes idle tellers look for people whose tickets the replay has not issued. */
	nudge(): void;
	/** Ends early: lets what is under way finish; `run` then closes the day and returns. */
	stop(): void;
};

/** Plays a plan at a branch with one virtual teller per shift, and keeps its own counts. */
export function createReplay(options: ReplayOptions): Replay {
	const { plan, port, seed, runId, shared = false, namedCallShare = 0, onProgress } = options;
	const agenda = createAgenda(port);
	const hall = createHall({ plan, port, agenda, random: seededRandom(seed), shared, namedCallShare, runId, onChange });
	const { counts } = hall;
	const tellers = plan.shifts.map((shift) => createTeller(hall, shift));

	function onChange(): void {
		onProgress?.(counts, counts.turnedAway + counts.served + counts.noShows + counts.cancelled);
		// With everybody gone only the close of an overlong day is left on the agenda.
		if (hall.shiftsLeft === 0 && hall.coming === 0) agenda.stop();
	}

	async function run(): Promise<ReplayCounts> {
		for (const teller of tellers) agenda.add(teller.shift.opensAt, () => beginShift(teller));
		for (const visit of plan.visits) agenda.add(visit.arrivesAt, () => arrive(hall, visit));
		for (const call of plan.helpCalls) agenda.add(call.at, () => askForHelp(hall, call));
		agenda.add(plan.day.closesItselfAt - CLOSE_EARLY_MS, async () => agenda.stop());
		await agenda.run();
		await closeDay();
		counts.mostLateMs = agenda.mostLateMs();
		counts.unserved = counts.issued - counts.served - counts.noShows - counts.cancelled + counts.guests;
		return counts;
	}

	async function closeDay(): Promise<void> {
		const { id, role } = plan.closer;
		const answer = await send(hall, { kind: "staff", staffId: id, role }, { type: "close-day" });
		if (answer.status === "refused") noteRefusal(hall, "close-day", answer);
	}

	return {
		counts,
		run,
		waiting: () => [...hall.visitors.values()].filter(({ status }) => status === "waiting").length,
		nudge: () => {
			for (const teller of tellers) standUp(teller, true);
		},
		stop: () => agenda.stop(),
	};
}
