import * as z from "zod";
import type { Commit } from "../../../schema/hall/event.ts";
import { foldInto } from "../../domain/commit/evolve.ts";
import { type BranchState, initialState } from "../../domain/hall/branch-state.ts";
import { sha256Hex } from "../../platform/sha256.ts";
import { MEMO_SLOT, readMemo, writeMemo } from "./memo.ts";
import { hasSnapshot, readSnapshot, writeSnapshot } from "./snapshot.ts";

/** A snapshot every so many commits keeps waking short; each costs one row. */
export const SNAPSHOT_EVERY_COMMITS = 50;
/** The table of commits made before the branch ever opened a day. */
const BEFORE_ANY_DAY = "before";
/** What the first commit's hash covers besides the commit itself. */
const FIRST_HASH = "";

/** The last of the commits that were dropped. */
const CommitAnchor = z.object({ seq: z.number().int(), hash: z.string() });

/** A commit as it was read, with the very text its hash covers. */
export type StoredCommit = { readonly commit: Commit; readonly hash: string; readonly body: string };
type CommitRow = { seq: number; hash: string; body: string };
/** What the audit looks at: rows that somebody may have changed, and where they must begin and end. */
export type StoredDay = {
	readonly rows: readonly CommitRow[];
	readonly firstSeq: number;
	readonly lastSeq: number;
	readonly hashBefore: string | null;
};
type DayRow = { first_seq: number; day: string };

/** The log of a branch: one row per command, one table per business day, one snapshot. Nothing here decides. */
export class CommitLog {
	readonly #storage: DurableObjectStorage;
	#days: DayRow[] = [];
	#lastHash = FIRST_HASH;
	#snapshotSeq = 0;
	#insert = { day: "", statement: "" };

	constructor(storage: DurableObjectStorage) {
		this.#storage = storage;
	}

	/** Read anew each time, so that a test may put a failing one in its place. */
	get #sql(): SqlStorage {
		return this.#storage.sql;
	}

	get snapshotSeq(): number {
		return this.#snapshotSeq;
	}

	get lastHash(): string {
		return this.#lastHash;
	}

	/** The seq of the oldest commit that is kept. */
	get firstKeptSeq(): number {
		return this.#days[0]?.first_seq ?? 1;
	}

	/** Everything the branch knows: the snapshot and what came after it. */
	load(branchId: string): BranchState {
		this.#days = this.#sql.exec<DayRow>("SELECT first_seq, day FROM day ORDER BY first_seq").toArray();
		const kept = readSnapshot(this.#sql);
		const state = kept?.state ?? this.#withoutSnapshot(branchId);
		this.#snapshotSeq = kept?.state.seq ?? 0;
		this.#lastHash = kept?.hash ?? FIRST_HASH;
		for (const { commit, hash } of this.#after(state.seq)) {
			foldInto(state, commit);
			this.#lastHash = hash;
		}
		return state;
	}

	/** The state as it was at `seq`; null when that lies before the snapshot or after the last commit. */
	stateAt(branchId: string, seq: number): BranchState | null {
		const kept = readSnapshot(this.#sql);
		const state = kept?.state ?? this.#withoutSnapshot(branchId);
		if (state.seq > seq) return null;
		for (const { commit } of this.#after(state.seq)) {
			if (commit.seq > seq) break;
			foldInto(state, commit);
		}
		return state.seq === seq ? state : null;
	}

	/**
	 * Writes one commit, and a snapshot when one is due. Call inside a transaction, then `remembered` once that has
	 * succeeded: nothing here changes before.
	 */
	append(
		commit: Commit,
		after: BranchState,
	): { readonly hash: string; readonly days: DayRow[]; readonly snapshotSeq: number } {
		const day = tableDayOf(after);
		let days = this.#days;
		if (days.at(-1)?.day !== day) {
			days = [...days, { first_seq: commit.seq, day }];
			this.#sql.exec(`CREATE TABLE ${tableOf(day)} (seq INTEGER PRIMARY KEY, hash TEXT NOT NULL, body TEXT NOT NULL)`);
			this.#sql.exec("INSERT INTO day (first_seq, day) VALUES (?, ?)", commit.seq, day);
		}
		const body = JSON.stringify(commit);
		const hash = hashOf(this.#lastHash, body);
		this.#sql.exec(this.#insertInto(day), commit.seq, hash, body);
		const due = this.#isSnapshotDue(after);
		if (due) writeSnapshot(this.#sql, { state: after, hash });
		return { hash, days, snapshotSeq: due ? commit.seq : this.#snapshotSeq };
	}

	#insertInto(day: string): string {
		if (this.#insert.day !== day) {
			this.#insert = { day, statement: `INSERT INTO ${tableOf(day)} (seq, hash, body) VALUES (?, ?, ?)` };
		}
		return this.#insert.statement;
	}

	/** Whether `append` would write one row and nothing else: what is one statement needs no transaction around it. */
	isOneRow(after: BranchState): boolean {
		return this.#days.at(-1)?.day === tableDayOf(after) && !this.#isSnapshotDue(after);
	}

	#isSnapshotDue(after: BranchState): boolean {
		return after.seq - this.#snapshotSeq >= SNAPSHOT_EVERY_COMMITS || after.day?.status === "closed";
	}

	/** What `append` returned, once its transaction has succeeded. */
	remembered(appended: ReturnType<CommitLog["append"]>): void {
		this.#days = appended.days;
		this.#lastHash = appended.hash;
		this.#snapshotSeq = appended.snapshotSeq;
	}

	/** One commit by its seq; null when it was dropped with its day. */
	commitAt(seq: number): Commit | null {
		const day = this.#days.findLast((each) => each.first_seq <= seq);
		if (day === undefined) return null;
		const [row] = this.#sql
			.exec<CommitRow>(`SELECT seq, hash, body FROM ${tableOf(day.day)} WHERE seq = ?`, seq)
			.toArray();
		return row === undefined ? null : commitOf(row).commit;
	}

	/** The commits of a business day after `seq`, oldest first, at most `limit`. */
	*commitsOf(businessDay: string, seq = 0, limit = Number.MAX_SAFE_INTEGER): Iterable<StoredCommit> {
		if (!this.#days.some((each) => each.day === businessDay)) return;
		const query = `SELECT seq, hash, body FROM ${tableOf(businessDay)} WHERE seq > ? ORDER BY seq LIMIT ?`;
		for (const row of this.#sql.exec<CommitRow>(query, seq, limit)) yield commitOf(row);
	}

	/** A business day as it is stored, unread, with the seqs it must reach from and to. Null: no such day is kept. */
	storedDay(businessDay: string, lastSeq: number): StoredDay | null {
		const index = this.#days.findIndex((each) => each.day === businessDay);
		const day = this.#days[index];
		if (day === undefined) return null;
		const rows = this.#sql.exec<CommitRow>(`SELECT seq, hash, body FROM ${tableOf(businessDay)} ORDER BY seq`);
		return {
			rows: rows.toArray(),
			firstSeq: day.first_seq,
			lastSeq: this.lastSeqOf(businessDay, lastSeq),
			hashBefore: this.#hashBefore(businessDay),
		};
	}

	/** The hash of the commit at `seq`; null when it was dropped with its day or never was. */
	hashAt(seq: number): string | null {
		const day = this.#days.findLast((each) => each.first_seq <= seq);
		if (day === undefined) return null;
		const query = `SELECT hash FROM ${tableOf(day.day)} WHERE seq = ?`;
		return this.#sql.exec<{ hash: string }>(query, seq).toArray()[0]?.hash ?? null;
	}

	/** Hash before the first commit of a day: of the day before, or what was kept of it when it was dropped. */
	#hashBefore(businessDay: string): string | null {
		const index = this.#days.findIndex((each) => each.day === businessDay);
		if (index === -1) return null;
		const before = this.#days[index - 1];
		if (before === undefined) return this.#hashBeforeOldest();
		const [row] = this.#sql
			.exec<CommitRow>(`SELECT seq, hash, body FROM ${tableOf(before.day)} ORDER BY seq DESC LIMIT 1`)
			.toArray();
		return row?.hash ?? null;
	}

	#hashBeforeOldest(): string | null {
		const firstSeq = this.#days[0]?.first_seq ?? 1;
		if (firstSeq === 1) return FIRST_HASH;
		const anchor = readMemo(this.#sql, MEMO_SLOT.anchor, CommitAnchor);
		return anchor?.seq === firstSeq - 1 ? anchor.hash : null;
	}

	/** Business days with commits after `seq`, oldest first; `lastSeq` is the seq of the latest commit. */
	daysAfter(seq: number, lastSeq: number): string[] {
		return this.#days
			.filter(({ day }) => day !== BEFORE_ANY_DAY && this.lastSeqOf(day, lastSeq) > seq)
			.map(({ day }) => day);
	}

	/** How many commits were made after a moment of branch time, and of which business days, oldest first. */
	countSince(at: number): { readonly commits: number; readonly businessDays: string[] } {
		const counted = this.#days.map(({ day }) => {
			const query = `SELECT count(*) AS count FROM ${tableOf(day)} WHERE json_extract(body, '$.at') > ?`;
			return { day, count: this.#sql.exec<{ count: number }>(query, at).one().count };
		});
		return {
			commits: counted.reduce((sum, { count }) => sum + count, 0),
			businessDays: counted.filter(({ day, count }) => count > 0 && day !== BEFORE_ANY_DAY).map(({ day }) => day),
		};
	}

	/** Seq of a day's last commit; `lastSeq` is the seq of the latest commit of all. */
	lastSeqOf(businessDay: string, lastSeq: number): number {
		const index = this.#days.findIndex(({ day }) => day === businessDay);
		return (this.#days[index + 1]?.first_seq ?? lastSeq + 1) - 1;
	}

	/**
	 * Drops all but the newest `keep` days, each as a whole table, and keeps the last hash of them as the anchor from
	 * which the rest verifies; save what the bank's memory has not got yet (commits
	 * after `knownSeq`). Returns how many days went.
	 */
	dropOldDays(keep: number, knownSeq: number): number {
		const old = this.#days
			.slice(0, Math.max(0, this.#days.length - keep))
			.filter((_, index) => (this.#days[index + 1]?.first_seq ?? Number.MAX_SAFE_INTEGER) <= knownSeq + 1);
		const firstKept = this.#days[old.length];
		if (old.length === 0 || firstKept === undefined) return 0;
		this.#storage.transactionSync(() => {
			const hash = this.hashAt(firstKept.first_seq - 1);
			if (hash !== null) writeMemo(this.#sql, MEMO_SLOT.anchor, { seq: firstKept.first_seq - 1, hash });
			for (const { day, first_seq } of old) {
				this.#sql.exec(`DROP TABLE ${tableOf(day)}`);
				this.#sql.exec("DELETE FROM day WHERE first_seq = ?", first_seq);
			}
		});
		this.#days = this.#days.slice(old.length);
		return old.length;
	}

	/**
	 * Where folding starts without a usable snapshot: at the very beginning while none was due yet, else at the latest
	 * day, whose first commit brings all that the day needs.
	 */
	#withoutSnapshot(branchId: string): BranchState {
		const first = hasSnapshot(this.#sql) ? (this.#days.at(-1)?.first_seq ?? 1) : 1;
		return { ...initialState(branchId), seq: first - 1 };
	}

	/** Commits after `seq` over the tables that may hold them, oldest first. */
	*#after(seq: number): Iterable<StoredCommit> {
		for (const [index, { day }] of this.#days.entries()) {
			const next = this.#days[index + 1];
			if (next !== undefined && next.first_seq <= seq + 1) continue;
			const query = `SELECT seq, hash, body FROM ${tableOf(day)} WHERE seq > ? ORDER BY seq`;
			for (const row of this.#sql.exec<CommitRow>(query, seq)) yield commitOf(row);
		}
	}
}

function tableDayOf(after: BranchState): string {
	return after.day?.businessDay ?? BEFORE_ANY_DAY;
}

/** The hash of a commit covers the one before, so that no row can be changed, lost or added unseen. */
export function hashOf(previous: string, body: string): string {
	return sha256Hex(previous + body);
}

/** This object wrote the row itself, from a commit the compiler had checked: checking all of them again would be a third of a wake. */
function commitOf(row: CommitRow): StoredCommit {
	return { commit: JSON.parse(row.body) as Commit, hash: row.hash, body: row.body };
}

/** Days are dates or one fixed word, so the name is safe to put into SQL. */
function tableOf(day: string): string {
	if (day !== BEFORE_ANY_DAY && !/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new Error(`not a day: ${day}`);
	return `commits_${day.replaceAll("-", "")}`;
}
