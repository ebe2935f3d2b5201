/** More commands than this within this time are a rush. Fewer are run one by one: to wait for each other would cost them more than their flushes. */
const RUSH = { commands: 6, withinMs: 10 } as const;

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
	/** Commands run since `#countedSince`. */
	#count = 0;
	#countedSince = 0;

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
		if (!this.#isRushWith(1)) return work();
		this.#waiting = [];
		try {
			return work();
		} finally {
			this.#follow();
		}
	}

	/** Counts commands that are about to run. A clock set back begins a new count. */
	#isRushWith(commands: number): boolean {
		const now = this.#now();
		if (Math.abs(now - this.#countedSince) > RUSH.withinMs) {
			this.#countedSince = now;
			this.#count = 0;
		}
		this.#count += commands;
		return this.#count > RUSH.commands;
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
		this.#isRushWith(waiting.length);
		for (const work of waiting) work();
		this.#follow();
	}
}
