import { beginningOf, dayBefore } from "../business-days.ts";
import type { RecordedDay } from "../recorded-day.ts";
import { createReplay } from "../replay.ts";
import { planReplay } from "../replay-plan.ts";
import { createApiPort } from "./api-port.ts";
import type { BranchApi } from "./branch-api.ts";
import { closeLeftover, type DemoBranch, demoConfiguration, foundBranch } from "./demo-branch.ts";
import { prepareBranch } from "./prepare-branch.ts";

const HELP_CALLS_PER_HOUR = 1;

/**
 * Plays one whole day at the closed branch as fast as the server answers, and leaves it closed with its report. Does
 * nothing when the bank already has a report of it.
 */
export async function playAndClose(branch: BranchApi, demo: DemoBranch, recorded: RecordedDay): Promise<void> {
	const wanted = demoConfiguration(demo);
	const yesterday = dayBefore(wanted, recorded, Date.now());
	await foundBranch(branch, wanted, yesterday?.startsAt ?? Date.now());
	if ((await branch.reports()).length > 0) return;
	await closeLeftover(branch, await branch.configuration());
	const { configuration, day } = await prepareBranch(branch, recorded, wanted, false);
	const seed = Number(day.businessDay.replaceAll("-", ""));
	const plan = planReplay(recorded, configuration, day, { seed, fullness: 1, helpCallsPerHour: HELP_CALLS_PER_HOUR });
	const pace = { stepUntil: Number.POSITIVE_INFINITY, speed: 1 };
	const port = await createApiPort(branch, beginningOf(day, recorded), pace);
	const replay = createReplay({ plan, port, seed, runId: `demo-${crypto.randomUUID().slice(0, 13)}`, shared: true });
	await replay.run();
}
