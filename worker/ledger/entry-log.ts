import * as z from "zod";
import type { LedgerBody, LedgerDraft } from "../../schema/ledger/ledger.ts";
import { type Anchor, BEFORE_FIRST, type ChainRow, linkAfter } from "../domain/ledger/chain.ts";
import { LEDGER_CHAIN } from "./ledger-chain.ts";
import { RefusedSum } from "./refused-sum.ts";

const MIGRATIONS: readonly string[] = [
	`CREATE TABLE entry (seq INTEGER PRIMARY KEY, entry_id TEXT NOT NULL UNIQUE, at INTEGER NOT NULL, hash TEXT NOT NULL, body TEXT NOT NULL);
	 CREATE TABLE memo (id INTEGER PRIMARY KEY, body TEXT NOT NULL);`,
];

/** How far the bank's memory has the chain, and when to try again. */
const Progress = z.object({
	/** The last link that D1 has acknowledged, with its hash. */
	seq: z.number().int(),
	hash: z.string(),
	failures: z.number().int(),
	/** Wall-clock time; null: no try is waiting. */
	retryAt: z.number().nullable(),
});
export type Progress = z.infer<typeof Progress>;
const NO_PROGRESS: Progress = { ...BEFORE_FIRST, failures: 0, retryAt: null };
const PROGRESS_ROW = 1;
const SUM_ROW = 2;

/** More than an entry. */
const PROBE_BYTES = 16_384;

type AnchorRow = { seq: number; hash: string };
type LinkRow = AnchorRow & { body: string };

/** One chain's rows in the object's own storage. Nothing is stored before the first entry. */
export class EntryLog {
	readonly #storage: DurableObjectStorage;
	#founded: boolean;
	#head: Anchor;
	#progress: Progress;
	#refusedSum: RefusedSum | null;

	constructor(storage: DurableObjectStorage) {
		this.#storage = storage;
		const tables = storage.sql.exec("SELECT name FROM sqlite_master WHERE name = 'migration'").toArray();
		this.#founded = tables.length > 0;
		if (this.#founded) this.#migrate();
		this.#progress = this.#readMemo(PROGRESS_ROW, Progress) ?? NO_PROGRESS;
		this.#refusedSum = this.#readMemo(SUM_ROW, RefusedSum);
		this.#head = this.#readHead();
	}

	get #sql(): SqlStorage {
		return this.#storage.sql;
	}

	get head(): Anchor {
		return this.#head;
	}

	get progress(): Progress {
		return this.#progress;
	}

	/**
	 * Adds entries and calls `arm` in the same transaction, and gives their places; an id that is already written gives its
	 * first place again. What throws in here leaves the chain exactly as it was.
	 */
	append(chain: string, drafts: readonly LedgerDraft[], arm: () => void): Anchor[] {
		const fresh = new Map<string, ChainRow & { readonly at: number }>();
		let head = this.#head;
		const places = drafts.map((draft): Anchor => {
			const known = fresh.get(draft.entryId) ?? this.#placeOf(draft.entryId);
			if (known !== null) return { seq: known.seq, hash: known.hash };
			const body = JSON.stringify({ chain, seq: head.seq + 1, ...draft } satisfies LedgerBody);
			const row = linkAfter(LEDGER_CHAIN, head, body);
			fresh.set(draft.entryId, { ...row, at: draft.at });
			head = { seq: row.seq, hash: row.hash };
			return head;
		});
		if (fresh.size === 0) return places;
		this.#storage.transactionSync(() => {
			if (!this.#founded) this.#migrate();
			for (const [entryId, { seq, at, hash, body }] of fresh) {
				const statement = "INSERT INTO entry (seq, entry_id, at, hash, body) VALUES (?, ?, ?, ?, ?)";
				this.#sql.exec(statement, seq, entryId, at, hash, body);
			}
			arm();
		});
		this.#founded = true;
		this.#head = head;
		return places;
	}

	/** Writes and takes away again as much as an entry may need, and throws when that does not work. */
	tryWriting(): void {
		this.#storage.transactionSync(() => {
			this.#sql.exec("CREATE TABLE write_probe (filler BLOB NOT NULL)");
			this.#sql.exec("INSERT INTO write_probe (filler) VALUES (zeroblob(?))", PROBE_BYTES);
			this.#sql.exec("DROP TABLE write_probe");
		});
	}

	/** Links that D1 has not acknowledged, oldest first. */
	pending(limit: number): ChainRow[] {
		if (!this.#founded) return [];
		const query = "SELECT seq, hash, body FROM entry WHERE seq > ? ORDER BY seq LIMIT ?";
		return this.#sql.exec<LinkRow>(query, this.#progress.seq, limit).toArray();
	}

	/** The hash of a link; null when it was dropped or never was. */
	hashAt(seq: number): string | null {
		if (seq === BEFORE_FIRST.seq) return BEFORE_FIRST.hash;
		if (!this.#founded) return null;
		if (seq === this.#progress.seq) return this.#progress.hash;
		return this.#sql.exec<{ hash: string }>("SELECT hash FROM entry WHERE seq = ?", seq).toArray()[0]?.hash ?? null;
	}

	/** Hashes after `seq`, oldest first, as far as they are kept. */
	hashesAfter(seq: number, limit: number): Anchor[] {
		if (!this.#founded) return [];
		const query = "SELECT seq, hash FROM entry WHERE seq > ? ORDER BY seq LIMIT ?";
		return this.#sql.exec<AnchorRow>(query, seq, limit).toArray();
	}

	keep(progress: Progress): void {
		this.#writeMemo(PROGRESS_ROW, progress);
		this.#progress = progress;
	}

	/** D1 was set back and ends here: what comes after, as far as it is kept, is to be sent again. */
	goBackTo({ seq, hash }: Anchor): void {
		if (!this.#founded) return;
		const query = "SELECT seq, hash FROM entry WHERE seq >= ? ORDER BY seq LIMIT 1";
		const [kept] = this.#sql.exec<AnchorRow>(query, seq).toArray();
		if (kept === undefined || kept.seq > this.#progress.seq) return;
		// The end itself is kept, or the first after it; before that nothing is left to send.
		const end = kept.seq <= seq + 1 ? { seq, hash } : { seq: kept.seq - 1, hash: "" };
		this.keep({ ...end, failures: 0, retryAt: null });
	}

	/** Refused sign-ins that are not written down yet; null: none. */
	get refusedSum(): RefusedSum | null {
		return this.#refusedSum;
	}

	/** One row whatever they are; calls `arm` in the same transaction. Null: they have been written down. */
	keepRefusedSum(sum: RefusedSum | null, arm: () => void): void {
		this.#storage.transactionSync(() => {
			if (!this.#founded) this.#migrate();
			if (sum === null) this.#sql.exec("DELETE FROM memo WHERE id = ?", SUM_ROW);
			else this.#writeMemo(SUM_ROW, sum);
			arm();
		});
		this.#founded = true;
		this.#refusedSum = sum;
	}

	#writeMemo(row: number, body: object): void {
		this.#sql.exec(
			"INSERT INTO memo (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body",
			row,
			JSON.stringify(body),
		);
	}

	/** Drops acknowledged entries older than `before` (epoch ms); the last acknowledged one's hash stays with the progress. */
	dropAcknowledged(before: number): number {
		if (!this.#founded) return 0;
		const [oldest] = this.#sql.exec<{ at: number }>("SELECT at FROM entry ORDER BY seq LIMIT 1").toArray();
		if (oldest === undefined || oldest.at >= before) return 0;
		return this.#sql.exec("DELETE FROM entry WHERE seq <= ? AND at < ?", this.#progress.seq, before).rowsWritten;
	}

	#placeOf(entryId: string): Anchor | null {
		if (!this.#founded) return null;
		return this.#sql.exec<AnchorRow>("SELECT seq, hash FROM entry WHERE entry_id = ?", entryId).toArray()[0] ?? null;
	}

	#readMemo<Value>(row: number, schema: z.ZodType<Value>): Value | null {
		if (!this.#founded) return null;
		const [found] = this.#sql.exec<{ body: string }>("SELECT body FROM memo WHERE id = ?", row).toArray();
		return found === undefined ? null : schema.parse(JSON.parse(found.body));
	}

	#readHead(): Anchor {
		if (!this.#founded) return BEFORE_FIRST;
		const query = "SELECT seq, hash FROM entry ORDER BY seq DESC LIMIT 1";
		const [row] = this.#sql.exec<AnchorRow>(query).toArray();
		return row ?? { seq: this.#progress.seq, hash: this.#progress.hash };
	}

	#migrate(): void {
		this.#sql.exec("CREATE TABLE IF NOT EXISTS migration (id INTEGER PRIMARY KEY)");
		const applied = this.#sql.exec<{ count: number }>("SELECT count(*) AS count FROM migration").one().count;
		if (applied > MIGRATIONS.length)
			throw new Error(`storage has ${applied} migrations, this code ${MIGRATIONS.length}`);
		for (const [index, statements] of MIGRATIONS.entries()) {
			if (index < applied) continue;
			this.#sql.exec(statements);
			this.#sql.exec("INSERT INTO migration (id) VALUES (?)", index + 1);
		}
	}
}
