import type { Verification } from "../../schema/api.ts";
import type { Commit } from "../../schema/event.ts";
import { reportOf } from "../domain/report.ts";
import type { Memory } from "../records/memory.ts";
import { findReport } from "../records/report.ts";
import { type CommitLog, hashOf, type StoredCommit } from "./commit-log.ts";

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
	branchId: string,
	businessDay: string,
): Promise<Verification | null> {
	const stored = [...log.commitsOf(businessDay)];
	if (stored.length === 0) return null;
	const report = reportOf(stored.map((each) => each.commit));
	const kept = await findReport(memory, branchId, businessDay);
	const closing = stored.find((each) => each.commit.seq === report?.lastSeq);
	const identical =
		report !== null &&
		kept !== null &&
		JSON.stringify(report) === JSON.stringify(kept.report) &&
		closing?.hash === kept.hash;
	return {
		businessDay,
		identical,
		stored: kept !== null,
		commits: stored.length,
		hash: stored.at(-1)?.hash ?? "",
		brokenAt: brokenAt(stored, log.hashBefore(businessDay)),
	};
}

/** The first seq whose hash does not follow from the one before; null when the chain holds. */
function brokenAt(stored: readonly StoredCommit[], before: string | null): number | null {
	let previous = before;
	for (const { commit, hash, body } of stored) {
		if (previous !== null && hashOf(previous, body) !== hash) return commit.seq;
		previous = hash;
	}
	return null;
}
