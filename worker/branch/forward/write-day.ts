import { reportOf } from "../../domain/report/report.ts";
import { rollupOf } from "../../domain/report/rollup.ts";
import { rememberBranch, rememberRollup } from "../../records/bank/branch.ts";
import { rememberReport } from "../../records/bank/report.ts";
import type { StoredCommit } from "../log/commit-log.ts";
import type { ForwarderPorts } from "./forwarder-ports.ts";

/**
 * One day's rollup, and its report once closed, in one D1 transaction; then the closed day into the ledger. Says under
 * which seq D1 knows the branch as soon as it does.
 */
export async function writeDay(
	{ memory, ledger, state, epoch }: ForwarderPorts,
	stored: readonly StoredCommit[],
	acknowledged: (seq: number) => void,
): Promise<void> {
	const commits = stored.map((each) => each.commit);
	const rollup = rollupOf(commits);
	const configuration = state().configuration;
	if (rollup === null || configuration === null) return;
	const report = reportOf(commits);
	const origin = { epoch: epoch(), seq: commits.at(-1)?.seq ?? 0 };
	const storedAt = Date.now();
	const closing = stored.find((each) => each.commit.seq === report?.lastSeq);
	const reportWrites =
		report === null || closing === undefined
			? []
			: [rememberReport(memory, report, { ...origin, seq: report.lastSeq, hash: closing.hash, storedAt })];
	await memory.batch([
		rememberBranch(memory, configuration, origin),
		rememberRollup(memory, rollup, origin, storedAt),
		...reportWrites,
	]);
	acknowledged(origin.seq);
	if (report === null || closing === undefined) return;
	const { businessDay, firstSeq, lastSeq } = report;
	await ledger.noteClosed({ businessDay, firstSeq, lastSeq, hash: closing.hash });
}
