import type { LedgerBody, LedgerDraft } from "../../../schema/ledger/ledger.ts";

/** A closed business day of a branch: its commits from and up to which seq, and the hash of the last. */
export type ClosedDay = {
	readonly businessDay: string;
	readonly firstSeq: number;
	readonly lastSeq: number;
	readonly hash: string;
};

/** The act by which a branch writes a closed day into the ledger. */
const COMMITS_CLOSED = "commits-closed";

/** The entry for a closed day. The same day closed otherwise (after a restore) is another entry: both stay on record. */
export function closedDayEntry(branchId: string, day: ClosedDay, at: number): LedgerDraft {
	const { businessDay, firstSeq, lastSeq, hash } = day;
	const entryId = `commits-${businessDay}-${hash.slice(0, 16)}`;
	return {
		entryId,
		at,
		actor: { kind: "system" },
		requestId: entryId,
		act: COMMITS_CLOSED,
		subject: { branchId, businessDay, firstSeq: String(firstSeq), lastSeq: String(lastSeq), hash },
	};
}

/** The closed day that an entry is about; null when it is about something else. */
export function closedDayIn(entry: LedgerBody | null): ClosedDay | null {
	if (entry?.act !== COMMITS_CLOSED || entry.actor?.kind !== "system") return null;
	const { businessDay = "", firstSeq, lastSeq, hash = "" } = entry.subject;
	return { businessDay, firstSeq: Number(firstSeq), lastSeq: Number(lastSeq), hash };
}
