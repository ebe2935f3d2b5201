import { setTimeout as sleep } from "node:timers/promises";
import { businessDayAt } from "../../worker/domain/day/business-day.ts";
import { type Seat, seatsOf } from "../teller-plan.ts";
import type { BranchApi } from "./branch-api.ts";
import { type DemoBranch, demoConfiguration } from "./demo-branch.ts";
import { reportProblems } from "./demo-problems.ts";

/** Counters with somebody at them, so that the hall does not look deserted; all others are free for people. */
const ATTENDED_COUNTERS = ["4", "7", "11"];
const LOOK_EVERY_MS = 30_000;

/**
 * Keeps the quiet branch open around the clock on the real clock, with a few counters attended. Nobody here takes or
 * calls a number: that is for people. `onSeeded` is called once it is open.
 */
export async function keepOpen(branch: BranchApi, demo: DemoBranch, onSeeded: () => void): Promise<never> {
	const wanted = demoConfiguration(demo);
	if ((await branch.status()) === null) {
		const answer = await branch.configure(wanted);
		if (answer.status === "refused") throw new Error(`${demo.branchId} refused its configuration: ${answer.code}`);
	}
	const configuration = await branch.configuration();
	const seats = seatsOf(configuration, []).filter((seat) => ATTENDED_COUNTERS.includes(seat.counterId));
	for (let seeded = false; ; seeded = true) {
		const status = await branch.status();
		const today = businessDayAt(configuration.timeZone, status?.at ?? Date.now());
		// A day that a person has closed by hand stays closed, and counters that a person has closed stay so too.
		if (status?.status.businessDay !== today) for (const seat of seats) await attend(branch, seat);
		if (!seeded) {
			await reportProblems(branch);
			onSeeded();
		}
		await sleep(LOOK_EVERY_MS);
	}
}

/** A refusal is fine: then a person has been here first. */
async function attend(branch: BranchApi, { counterId, modeId, staffId, role }: Seat): Promise<void> {
	const commandId = `attend-${crypto.randomUUID()}`;
	await branch.send(
		{ kind: "staff", staffId, role },
		{ commandId, command: { type: "open-counter", counterId, modeId } },
	);
}
