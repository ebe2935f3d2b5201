import type { BranchConfiguration } from "../../schema/hall/configuration.ts";
import { dayForReplay, type OpeningDay } from "../business-days.ts";
import type { RecordedDay } from "../recorded-day.ts";
import type { BranchApi } from "./branch-api.ts";
import { UsageError } from "./read-day-file.ts";

export type PreparedBranch = { readonly configuration: BranchConfiguration; readonly day: OpeningDay };

/**
 * Makes a branch ready to play a recording: configures it when it is new (or when `mustFit` and it is configured
 * differently) and finds the next business day that holds the recording. Throws `UsageError` when a day is open there
 * or none is ever long enough.
 */
export async function prepareBranch(
	branch: BranchApi,
	recorded: RecordedDay,
	wanted: BranchConfiguration,
	mustFit: boolean,
): Promise<PreparedBranch> {
	const status = await branch.status();
	if (status?.status.dayStatus === "open") {
		throw new UsageError(
			`${wanted.branchId} is open (${status.status.businessDay}): close its day first, or choose another --branch`,
		);
	}
	let configuration = status === null ? null : await branch.configuration();
	if (configuration === null || (mustFit && !servesAlike(configuration, wanted))) {
		const answer = await branch.configure(wanted);
		if (answer.status === "refused")
			throw new UsageError(`${wanted.branchId} refused its configuration: ${answer.code}`);
		configuration = wanted;
	}
	const day = dayForReplay(configuration, recorded, status?.at ?? Date.now(), status?.status.businessDay ?? null);
	if (day === null) throw new UsageError(`${wanted.branchId} has no business day on which this recording fits`);
	return { configuration, day };
}

/** The same services done by the same counters. */
function servesAlike(one: BranchConfiguration, other: BranchConfiguration): boolean {
	const work = ({ services, counters }: BranchConfiguration) =>
		JSON.stringify([
			services.map(({ id }) => id),
			counters.map(({ id, modes }) => [id, modes.map((mode) => mode.services)]),
		]);
	return work(one) === work(other);
}
