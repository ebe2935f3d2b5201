import { OutboxEntry } from "../../schema/sealed-referral.ts";

/** Something sealed that waits for the bank's memory, under the seq of the commit that brought it. */
export type Post = { readonly seq: number; readonly entry: OutboxEntry };
/** What was set aside because the bank's memory refuses it; a post is called by its name there. */
type Parked = readonly { readonly businessDay: string }[];

const NAME = "referral ";
/** What a post is called among the things that are parked. */
export const nameOf = ({ seq }: Post) => `${NAME}${seq}`;

/** What must outlive the day and may not stand in a commit: sealed records until the bank's memory has them. */
export class Outbox {
	readonly #storage: DurableObjectStorage;
	#waiting: number;

	constructor(storage: DurableObjectStorage, isFounded: boolean) {
		this.#storage = storage;
		this.#waiting = isFounded
			? storage.sql.exec<{ count: number }>("SELECT count(*) AS count FROM outbox").one().count
			: 0;
	}

	/** Whether anything waits, save what is parked. */
	waits(parked: Parked): boolean {
		return this.#waiting > 0 && this.#waiting > seqsOf(parked).size;
	}

	/** One row. Call inside the commit's transaction, then `remembered` once that has succeeded. */
	put({ seq, entry }: Post): void {
		this.#storage.sql.exec("INSERT INTO outbox (seq, body) VALUES (?, ?)", seq, JSON.stringify(entry));
	}

	remembered(): void {
		this.#waiting++;
	}

	/** The oldest that waits, save what is parked; null: none. */
	next(parked: Parked): Post | null {
		if (this.#waiting === 0) return null;
		const setAside = seqsOf(parked);
		const rows = this.#storage.sql.exec<Row>("SELECT seq, body FROM outbox ORDER BY seq");
		for (const row of rows) if (!setAside.has(row.seq)) return postOf(row);
		return null;
	}

	/** The post of this name; null when it is no post's, but a business day. */
	named(name: string): Post | null {
		const [seq] = seqsOf([{ businessDay: name }]);
		if (seq === undefined) return null;
		const [row] = this.#storage.sql.exec<Row>("SELECT seq, body FROM outbox WHERE seq = ?", seq).toArray();
		return row === undefined ? null : postOf(row);
	}

	/** Once the bank's memory has it. */
	remove(seq: number): void {
		const { rowsWritten } = this.#storage.sql.exec("DELETE FROM outbox WHERE seq = ?", seq);
		if (rowsWritten > 0) this.#waiting--;
	}
}

function seqsOf(parked: Parked): ReadonlySet<number> {
	const names = parked.map(({ businessDay }) => businessDay).filter((name) => name.startsWith(NAME));
	return new Set(names.map((name) => Number(name.slice(NAME.length))));
}

type Row = { seq: number; body: string };

function postOf({ seq, body }: Row): Post {
	return { seq, entry: OutboxEntry.parse(JSON.parse(body)) };
}
