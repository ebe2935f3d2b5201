import { OutboxEntry } from "../../schema/sealed-referral.ts";
import { rememberNewReferral } from "../records/referral.ts";
import type { ParkedNames, Waiting, WaitingLine } from "./waiting.ts";

/** Something sealed that waits for the bank's memory, under the seq of the commit that brought it. */
export type Post = { readonly seq: number; readonly entry: OutboxEntry };

const NAME = "referral ";

/**
 * What must outlive the day and may not stand in a commit: sealed records until the bank's memory has them, and a copy
 * of each for as long as that may be set back to before it came.
 */
export class Outbox implements WaitingLine {
	readonly #storage: DurableObjectStorage;
	#waiting: number;

	constructor(storage: DurableObjectStorage, isFounded: boolean) {
		this.#storage = storage;
		this.#waiting = isFounded ? countOf(storage.sql) : 0;
	}

	waits(parked: ParkedNames): boolean {
		return this.#waiting > 0 && this.#waiting > seqsOf(parked).size;
	}

	/** One row. Call inside the commit's transaction, then `remembered` once that has succeeded. */
	put({ seq, entry }: Post): void {
		this.#storage.sql.exec("INSERT INTO outbox (seq, body) VALUES (?, ?)", seq, JSON.stringify(entry));
	}

	remembered(): void {
		this.#waiting++;
	}

	/** The oldest first. */
	next(parked: ParkedNames): Waiting | null {
		if (this.#waiting === 0) return null;
		const setAside = seqsOf(parked);
		const rows = this.#storage.sql.exec<Row>("SELECT seq, body FROM outbox ORDER BY seq");
		for (const row of rows) if (!setAside.has(row.seq)) return this.#waitingOf(row);
		return null;
	}

	named(name: string): Waiting | null {
		const [seq] = seqsOf([{ businessDay: name }]);
		if (seq === undefined) return null;
		const [row] = this.#storage.sql.exec<Row>("SELECT seq, body FROM outbox WHERE seq = ?", seq).toArray();
		return row === undefined ? null : this.#waitingOf(row);
	}

	#waitingOf({ seq, body }: Row): Waiting {
		const entry = OutboxEntry.parse(JSON.parse(body));
		return {
			name: `${NAME}${seq}`,
			bring: (memory) => rememberNewReferral(memory, entry),
			brought: () => this.#delivered(seq, Date.now()),
		};
	}

	/** The bank's memory has it: a copy stays. `at` is wall-clock time. */
	#delivered(seq: number, at: number): void {
		const copy = `INSERT OR REPLACE INTO delivered (seq, at, referral_id, body)
			SELECT seq, ?, json_extract(body, '$.referralId'), body FROM outbox WHERE seq = ?`;
		this.#storage.transactionSync(() => {
			this.#storage.sql.exec(copy, at, seq);
			this.#storage.sql.exec("DELETE FROM outbox WHERE seq = ?", seq);
		});
		this.#waiting = countOf(this.#storage.sql);
	}

	sendAgain(): void {
		this.#storage.transactionSync(() => {
			this.#storage.sql.exec("INSERT OR IGNORE INTO outbox (seq, body) SELECT seq, body FROM delivered");
			this.#storage.sql.exec("DELETE FROM delivered");
		});
		this.#waiting = countOf(this.#storage.sql);
	}

	/** Takes every copy of an erased record away. */
	forget(referralId: string): void {
		this.#storage.transactionSync(() => {
			this.#storage.sql.exec("DELETE FROM delivered WHERE referral_id = ?", referralId);
			this.#storage.sql.exec("DELETE FROM outbox WHERE json_extract(body, '$.referralId') = ?", referralId);
		});
		this.#waiting = countOf(this.#storage.sql);
	}

	/** Drops copies delivered before this wall-clock time. */
	dropDelivered(before: number): void {
		this.#storage.sql.exec("DELETE FROM delivered WHERE at < ?", before);
	}
}

function countOf(sql: SqlStorage): number {
	return sql.exec<{ count: number }>("SELECT count(*) AS count FROM outbox").one().count;
}

function seqsOf(parked: ParkedNames): ReadonlySet<number> {
	const names = parked.map(({ businessDay }) => businessDay).filter((name) => name.startsWith(NAME));
	return new Set(names.map((name) => Number(name.slice(NAME.length))));
}

type Row = { seq: number; body: string };
