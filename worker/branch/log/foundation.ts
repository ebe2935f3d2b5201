import type * as z from "zod";
import { EpochMs } from "../../../schema/ids.ts";
import { MEMO_SLOT, readMemo, writeMemo } from "./memo.ts";
import { isFounded, migrate } from "./migrations.ts";

/** What a branch's storage stands on: its tables, its epoch and its few single values. */
export class Foundation {
	readonly #storage: DurableObjectStorage;
	#founded: boolean;
	#epoch: number;

	constructor(storage: DurableObjectStorage) {
		this.#storage = storage;
		this.#founded = isFounded(storage);
		if (this.#founded) migrate(storage);
		this.#epoch = this.read(MEMO_SLOT.epoch, EpochMs) ?? 0;
	}

	/** False until the first write: merely asking about a made-up branch must not found one. */
	get founded(): boolean {
		return this.#founded;
	}

	/** Changes when a branch was set back; 0 before it is founded. */
	get epoch(): number {
		return this.#epoch;
	}

	read<Schema extends z.ZodType>(slot: number, schema: Schema): z.output<Schema> | null {
		return this.#founded ? readMemo(this.#storage.sql, slot, schema) : null;
	}

	/** Inside `store` only. */
	write(slot: number, value: unknown): void {
		writeMemo(this.#storage.sql, slot, value);
	}

	/** Writes in one transaction, and what fails leaves storage as it was. The first write founds the branch. */
	store<Written>(write: () => Written): Written {
		const foundedAt = this.#founded ? null : Date.now();
		const written = this.#storage.transactionSync(() => {
			if (foundedAt !== null) {
				migrate(this.#storage);
				this.write(MEMO_SLOT.epoch, foundedAt);
			}
			return write();
		});
		this.#epoch = foundedAt ?? this.#epoch;
		this.#founded = true;
		return written;
	}

	/** As `store`, and under a new epoch, which is later than any before. */
	storeAnew<Written>(write: () => Written, anew: (epoch: number) => void): Written {
		const epoch = Math.max(Date.now(), this.#epoch + 1);
		const written = this.store(() => {
			this.write(MEMO_SLOT.epoch, epoch);
			anew(epoch);
			return write();
		});
		this.#epoch = epoch;
		return written;
	}
}
