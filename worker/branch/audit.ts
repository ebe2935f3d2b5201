import type { Verification } from "../../schema/api.ts";
import { Commit } from "../../schema/event.ts";
import type { BranchState } from "../domain/branch-state.ts";
import { reportOf } from "../domain/report.ts";
import type { Memory } from "../records/memory.ts";
import { findReport } from "../records/report.ts";
import { type CommitLog, hashOf, type StoredDay } from "./commit-log.ts";

export type AuditPage = {
	readonly rows: readonly (Commit & { readonly hash: string })[];
	readonly nextSeq: number | null;
};

/** One page of a day's commits. The secrets of ticket pages stay in the branch. */
export function auditPage(log: CommitLog, businessDay: string, after: number, limit: number): AuditPage {
	const rows = [...log.commitsOf(businessDay, after, limit + 1)].map(({ commit, hash }) => ({
		...commit,
		events: commit.events.map((event) => (event.type === "ticket-issued" ? { ...event, link: "" } : event)),
		hash,
	}));
	const page = rows.slice(0, limit);
	return { rows: page, nextSeq: rows.length > limit ? (page.at(-1)?.seq ?? null) : null };
}

/** Makes a day's report again from its commits, compares it with the stored one, and follows the hash chain. */
export async function verifyDay(
	log: CommitLog,
	memory: Memory,
	{ branchId, seq }: BranchState,
	businessDay: string,
): Promise<Verification | null> {
	const stored = log.storedDay(businessDay, seq);
	if (stored === null) return null;
	const { rows } = stored;
	const commits = rows.flatMap((row) => commitIn(row) ?? []);
	const report = commits.length === rows.length ? reportOf(commits) : null;
	const kept = await findReport(memory, branchId, businessDay);
	const closing = rows.find((row) => row.seq === report?.lastSeq);
	const identical =
		report !== null &&
		kept !== null &&
		JSON.stringify(report) === JSON.stringify(kept.report) &&
		closing?.hash === kept.hash;
	return {
		businessDay,
		identical,
		stored: kept !== null,
		commits: rows.length,
		hash: rows.at(-1)?.hash ?? "",
		brokenAt: brokenAt(stored),
	};
}

/** The first seq that is lost, added, or does not follow from the one before; null when the chain holds. */
function brokenAt({ rows, firstSeq, lastSeq, hashBefore }: StoredDay): number | null {
	let previous = hashBefore;
	let expected = firstSeq;
	for (const row of rows) {
		if (row.seq !== expected) return Math.min(row.seq, expected);
		if (row.seq > lastSeq || commitIn(row)?.seq !== row.seq) return row.seq;
		if (previous !== null && hashOf(previous, row.body) !== row.hash) return row.seq;
		previous = row.hash;
		expected++;
	}
	return expected <= lastSeq ? expected : null;
}

/** Null when what stands there is no commit at all. */
function commitIn({ body }: { readonly body: string }): Commit | null {
	try {
		const parsed = Commit.safeParse(JSON.parse(body));
		return parsed.success ? parsed.data : null;
	} catch {
		return null;
	}
}
