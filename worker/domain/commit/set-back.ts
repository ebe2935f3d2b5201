import type { Commit } from "../../../schema/hall/event.ts";
import type { LedgerBody, LedgerDraft } from "../../../schema/ledger/ledger.ts";
import { businessDayAt } from "../day/business-day.ts";
import type { BranchState } from "../hall/branch-state.ts";
import { commitOf } from "./commit.ts";

/** The figures of a day reach the bank's memory late: so many more numbers may have been given than it says. */
const UNHEARD_NUMBERS = 100;
/** Numbers go on at the next hundred, so that everybody sees where they were taken up again. */
const NUMBERS_STEP = 100;

/** What is known of the lost time, and the moment at which the branch goes on. */
export type SetBack = {
	/** Branch time. */
	readonly now: number;
	/** Tickets of today by the bank's memory; null: it knows of no such day. */
	readonly issued: number | null;
};

/** The commit with which a branch goes on after it was set back: on record in its own chain, and different from any lost one. */
export function setBackCommit(state: BranchState, { now, issued }: SetBack): Commit {
	const at = Math.max(now, state.lastAt);
	const numbers = numbersAfter(state, at, issued);
	const request = { commandId: `set-back-${state.seq + 1}-${at}`, command: { type: "branch-set-back" } };
	const made = commitOf(state, { request, actor: { kind: "system" } }, at, {
		events: [{ type: "branch-set-back", ...(numbers && { numbers }) }],
	});
	if ("status" in made) throw new Error("a set-back is never refused");
	return made;
}

/** The business day at a moment: the open one, else the calendar's. Null: the branch was never configured. */
export function todayOf({ configuration, day }: BranchState, at: number): string | null {
	if (day?.status === "open" && at < day.endsAt) return day.businessDay;
	return configuration && businessDayAt(configuration.timeZone, at);
}

function numbersAfter(state: BranchState, at: number, issued: number | null) {
	const businessDay = todayOf(state, at);
	const began = state.day?.businessDay === businessDay;
	if (businessDay === null || (issued === null && !began)) return null;
	const given = Math.max(issued ?? 0, ...(began ? Object.values(state.nextNumber) : []));
	return { businessDay, from: Math.ceil((given + UNHEARD_NUMBERS) / NUMBERS_STEP) * NUMBERS_STEP + 1 };
}

/** That commits are gone, as it stands in the ledger: those after `seq`, made before this epoch. */
export type LostCommits = { readonly epoch: number; readonly seq: number };

/** The act by which a branch writes down that it was set back. */
const COMMITS_SET_BACK = "commits-set-back";

/** The entry that tells why closed days of before are not those of the branch any more. */
export function setBackEntry(branchId: string, { epoch, seq }: LostCommits, at: number): LedgerDraft {
	const entryId = `set-back-${epoch}`;
	return {
		entryId,
		at,
		actor: { kind: "system" },
		requestId: entryId,
		act: COMMITS_SET_BACK,
		subject: { branchId, lastSeq: String(seq), epoch: String(epoch) },
	};
}

/** The last seq that was left, from an entry of a set-back; null when it is about something else. */
export function seqLeftIn(entry: LedgerBody | null): number | null {
	if (entry?.act !== COMMITS_SET_BACK || entry.actor?.kind !== "system") return null;
	return Number(entry.subject.lastSeq);
}
