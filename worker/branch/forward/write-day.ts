import { reportFrom } from "../../domain/report/report.ts";
import { rollupFrom } from "../../domain/report/rollup.ts";
import { rememberBranch, rememberRollup } from "../../records/bank/branch.ts";
import { rememberReport } from "../../records/bank/report.ts";
import type { ReadDay } from "./day-reader.ts";
import type { ForwarderPorts } from "./forwarder-ports.ts";

/**
 * One day's rollup, and its report once closed, in one D1 transaction; then the closed day into the ledger. Says under
 * which seq D1 knows the branch as soon as it does.
 */
export async function writeDay(
	{ memory, ledger, state, epoch }: ForwarderPorts,
	{ facts, seq, closing }: ReadDay,
	acknowledged: (seq: number) => void,
): Promise<void> {
	const configuration = state().configuration;
	if (facts === null || configuration === null) return;
	const rollup = rollupFrom(facts);
	const report = reportFrom(facts);
	const origin = { epoch: epoch(), seq };
	const storedAt = Date.now();
	const hash = closing?.seq === report?.lastSeq ? closing?.hash : undefined;
	const reportWrites =
		report === null || hash === undefined
			? []
			: [rememberReport(memory, report, { ...origin, seq: report.lastSeq, hash, storedAt })];
	await memory.batch([
		rememberBranch(memory, configuration, origin),
		rememberRollup(memory, rollup, origin, storedAt),
		...reportWrites,
	]);
	acknowledged(origin.seq);
	if (report === null || hash === undefined) return;
	const { businessDay, firstSeq, lastSeq } = report;
	await ledger.noteClosed({ businessDay, firstSeq, lastSeq, hash });
}
