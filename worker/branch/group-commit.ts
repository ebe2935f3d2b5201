/** Commands further apart than this are no rush: each is run by itself, and asking when its flush ends would only cost time. */
const RUSH_MS = 10;

/**
 * Group commit: a command that comes alone is run at once; in a rush, those that come while a flush is on its way are run one
 * after the other when it has ended, and one flush stores them all. Each stays a commit of its own, in the order in which they came.
 */
export class GroupCommit {
	readonly #flushed: () => Promise<void>;
	readonly #waitUntil: (work: Promise<void>) => void;
	readonly #now: () => number;
	/** What came since; null: nothing is being stored that anybody waits for. */
	#waiting: (() => void)[] | null = null;
	#lastAt = 0;

	/**
	 * @param flushed resolves when all that was written so far is stored, at once when nothing was
	 * @param now wall-clock time
	 */
	constructor(flushed: () => Promise<void>, waitUntil: (work: Promise<void>) => void, now: () => number) {
		this.#flushed = flushed;
		this.#waitUntil = waitUntil;
		this.#now = now;
	}

	/** What the work gives, now or after the flush. What it throws reaches its sender alone. */
	run<Value>(work: () => Value): Value | Promise<Value> {
		const waiting = this.#waiting;
		if (waiting !== null) {
			return new Promise((resolve, reject) => {
				waiting.push(() => {
					try {
						resolve(work());
					} catch (error) {
						reject(error);
					}
				});
			});
		}
		const now = this.#now();
		const isRush = Math.abs(now - this.#lastAt) <= RUSH_MS;
		this.#lastAt = now;
		if (!isRush) return work();
		this.#waiting = [];
		try {
			return work();
		} finally {
			this.#follow();
		}
	}

	/** What could not be stored has ended its senders' calls: whoever waits is tried all the same. */
	#follow(): void {
		const next = () => this.#next();
		this.#waitUntil(this.#flushed().then(next, next));
	}

	#next(): void {
		const waiting = this.#waiting ?? [];
		this.#waiting = waiting.length === 0 ? null : [];
		if (waiting.length === 0) return;
		this.#lastAt = this.#now();
		for (const work of waiting) work();
		this.#follow();
	}
}
