import { businessDayAt } from "../../worker/domain/day/business-day.ts";
import { beginningOf, dayBefore } from "../business-days.ts";
import type { RecordedDay } from "../recorded-day.ts";
import { createReplay } from "../replay.ts";
import { planReplay } from "../replay-plan.ts";
import { seededRandom } from "../seeded-random.ts";
import { createApiPort } from "./api-port.ts";
import type { BranchApi } from "./branch-api.ts";
import { closeLeftover, type DemoBranch, demoConfiguration, foundBranch } from "./demo-branch.ts";
import { prepareBranch } from "./prepare-branch.ts";

const HELP_CALLS_PER_HOUR = 1;
/** So many days lie behind the closed branch, for its reports and its forecast to show something. */
export const PAST_DAYS = 10;
/** On a quiet day so many of the recorded customers come, and more on a busy one. */
const QUIET_SHARE = 0.6;

/**
 * Plays the last days at the closed branch, one after the other as fast as the server answers, and leaves each closed with its
 * report. Goes on where it stopped; does nothing more once yesterday is closed.
 */
export async function playPastDays(branch: BranchApi, demo: DemoBranch, recorded: RecordedDay): Promise<void> {
	const wanted = demoConfiguration(demo);
	const today = businessDayAt(wanted.timeZone, Date.now());
	await foundBranch(branch, wanted, startOfPast(wanted, recorded));
	await closeLeftover(branch, await branch.configuration());
	for (;;) {
		const { configuration, day } = await prepareBranch(branch, recorded, wanted, false);
		if (day.businessDay >= today) return;
		const seed = Number(day.businessDay.replaceAll("-", ""));
		const some = thinned(recorded, seed);
		const plan = planReplay(some, configuration, day, { seed, fullness: 1, helpCallsPerHour: HELP_CALLS_PER_HOUR });
		const pace = { stepUntil: Number.POSITIVE_INFINITY, speed: 1 };
		const port = await createApiPort(branch, beginningOf(day, some), pace);
		const replay = createReplay({ plan, port, seed, runId: `demo-${crypto.randomUUID().slice(0, 13)}`, shared: true });
		await replay.run();
	}
}

function startOfPast(wanted: ReturnType<typeof demoConfiguration>, recorded: RecordedDay): number {
	let startsAt = Date.now();
	for (let days = 0; days < PAST_DAYS; days++) {
		const before = dayBefore(wanted, recorded, startsAt);
		if (before === null) break;
		startsAt = before.startsAt;
	}
	return startsAt;
}

/** Some of the recorded customers, so that no two days are alike. */
function thinned(recorded: RecordedDay, seed: number): RecordedDay {
	const random = seededRandom(seed);
	const share = random.between(QUIET_SHARE, 1);
	return { ...recorded, visits: recorded.visits.filter(() => random.chance(share)) };
}
