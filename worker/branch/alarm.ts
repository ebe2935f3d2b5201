/** A time in the past or of this very moment may never fire. */
const SOONEST_MS = 1;
/** The platform knows no alarm centuries away, as a demo clock may ask for: a nearer one arms the next when it fires. */
const FARTHEST_MS = 31_536_000_000;

/**
 * The object's one alarm. Each set is a billed row, so it is set only when something earlier comes up; a wake finds
 * out what is armed. Times are wall-clock epoch milliseconds, null: none.
 */
export class Alarm {
	readonly #storage: DurableObjectStorage;
	#armedAt: number | null = null;

	constructor(storage: DurableObjectStorage) {
		this.#storage = storage;
	}

	/** After waking: a past alarm counts as none. */
	wake(armedAt: number | null, dueAt: number | null): void {
		this.#armedAt = armedAt !== null && armedAt > Date.now() ? armedAt : null;
		this.setEarlier(dueAt);
	}

	/** Call when it has fired, or when what was armed may have been rolled back: nothing is believed armed any more. */
	forget(): void {
		this.#armedAt = null;
	}

	/** Arms it for `at` unless it is armed for that or sooner; inside a transaction it is rolled back with it. */
	setEarlier(at: number | null): void {
		if (at === null) return;
		const soonest = Date.now() + SOONEST_MS;
		if (this.#armedAt !== null && this.#armedAt > Date.now() && this.#armedAt <= Math.max(at, soonest)) return;
		this.set(at);
	}

	set(at: number | null): void {
		if (at === null) return;
		const now = Date.now();
		const armedAt = Math.min(Math.max(at, now + SOONEST_MS), now + FARTHEST_MS);
		void this.#storage.setAlarm(armedAt);
		this.#armedAt = armedAt;
	}

	/** Arms it for `at` whatever was armed before: the clock itself has changed. */
	reset(at: number | null): void {
		this.#armedAt = null;
		if (at === null) void this.#storage.deleteAlarm();
		else this.set(at);
	}
}
