import { attempt } from "../../records/attempt.ts";
import { findOrigin } from "../../records/bank/branch.ts";
import { forgetLostRows } from "../../records/bank/lost-rows.ts";
import { isBehind, type Origin } from "../../records/memory.ts";
import type { ForwarderPorts } from "./forwarder-ports.ts";
import type { Parked } from "./progress.ts";

/** Whether D1 has less of the branch than it has acknowledged; `why` it could not be asked, else null. */
export async function compareWithMemory(
	{ memory, state }: ForwarderPorts,
	acknowledged: Origin,
): Promise<{ readonly why: string | null; readonly isBehind: boolean }> {
	const { branchId, seq } = state();
	let known: Origin | null = null;
	const why = await attempt(async () => {
		known = await findOrigin(memory, branchId);
		// Whoever did that has to say so: only then does D1 believe the branch again.
		if (known !== null && isBehind({ epoch: acknowledged.epoch, seq }, known)) {
			console.error(JSON.stringify({ message: "branch was set back without a word", branchId, known, seq }));
		}
	});
	if (why !== null || !isBehind(known, acknowledged)) return { why, isBehind: false };
	console.error(JSON.stringify({ message: "memory was set back", branchId, known, acknowledged }));
	return { why, isBehind: true };
}

/** Takes from D1 what it has of a time before `epoch` that the branch does not keep any more; null or what went wrong. */
export function forgetLostTime(
	{ log, memory, state }: ForwarderPorts,
	epoch: number,
	parked: readonly Parked[],
): Promise<string | null> {
	const { branchId, seq } = state();
	const from = log.firstKeptSeq === 1 ? "" : (log.daysAfter(0, seq)[0] ?? "");
	const but = parked.map(({ businessDay }) => businessDay);
	return attempt(() => forgetLostRows(memory, { branchId, epoch, from, but }));
}
