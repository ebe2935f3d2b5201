import { HolderState, NOBODY } from "./holder-state.ts";

const TABLE = "CREATE TABLE IF NOT EXISTS holder (slot INTEGER PRIMARY KEY, body TEXT NOT NULL)";
const SLOT = 1;

/** The one row of a holder. The table is made only when there is something to store: anybody may try any number. */
export class HolderStore {
	readonly #storage: DurableObjectStorage;
	#state: HolderState;

	constructor(storage: DurableObjectStorage) {
		this.#storage = storage;
		const founded = storage.sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'holder'").toArray().length > 0;
		const row = founded
			? storage.sql.exec<{ body: string }>("SELECT body FROM holder WHERE slot = ?", SLOT).toArray()[0]
			: undefined;
		this.#state = row === undefined ? NOBODY : HolderState.parse(JSON.parse(row.body));
	}

	get state(): HolderState {
		return this.#state;
	}

	/** Stores the change; the state in memory changes only once that has succeeded. */
	change(change: Partial<HolderState>, now: number): void {
		const state = { ...this.#state, ...change, writtenAt: now };
		this.#storage.transactionSync(() => {
			this.#storage.sql.exec(TABLE);
			this.#storage.sql.exec(
				"INSERT OR REPLACE INTO holder (slot, body) VALUES (?, ?)",
				SLOT,
				JSON.stringify(state satisfies HolderState),
			);
		});
		this.#state = state;
	}

	async forget(): Promise<void> {
		await this.#storage.deleteAll();
		this.#state = NOBODY;
	}
}
