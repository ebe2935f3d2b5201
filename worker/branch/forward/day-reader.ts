import { type DayFacts, DayFold } from "../../domain/report/day-facts.ts";
import type { CommitLog, StoredCommit } from "../log/commit-log.ts";

/** A business day as far as it was read. */
export type ReadDay = {
	readonly businessDay: string;
	readonly facts: DayFacts | null;
	/** Of the last commit that was read; 0: there was none. */
	readonly seq: number;
	/** The last commit that closed the day. */
	readonly closing: (Pick<StoredCommit, "hash"> & { readonly seq: number }) | null;
};

type Reading = Omit<ReadDay, "facts"> & { readonly fold: DayFold };

/**
 * Reads days for what is made of them. An open day is looked at every few minutes, and its commits never change: it is read on
 * from where it was. Once it has closed all of it is read, for what its report is made of are the rows as they are kept.
 */
export class DayReader {
	readonly #log: CommitLog;
	readonly #epoch: () => number;
	#open: { readonly epoch: number; readonly reading: Reading } | null = null;

	constructor(log: CommitLog, epoch: () => number) {
		this.#log = log;
		this.#epoch = epoch;
	}

	/** A day as its commits are at this moment; good until the next is read. Throws when they cannot be read. */
	read(businessDay: string): ReadDay {
		const reading = this.#readOpen(businessDay) ?? this.#readOn(begin(businessDay));
		const { fold, ...read } = reading;
		const isOpen = fold.facts !== null && fold.facts.closedAt === null;
		this.#open = isOpen ? { epoch: this.#epoch(), reading } : null;
		return { ...read, facts: fold.facts };
	}

	/** Null unless it was open when it was last read, and is. */
	#readOpen(businessDay: string): Reading | null {
		const known = this.#open;
		this.#open = null;
		if (known?.reading.businessDay !== businessDay || known.epoch !== this.#epoch()) return null;
		const reading = this.#readOn(known.reading);
		return reading.fold.facts?.closedAt === null ? reading : null;
	}

	#readOn({ businessDay, fold, ...from }: Reading): Reading {
		let { seq, closing } = from;
		for (const { commit, hash } of this.#log.commitsOf(businessDay, seq)) {
			fold.add(commit);
			seq = commit.seq;
			if (commit.events.some(({ type }) => type === "day-closed")) closing = { seq, hash };
		}
		return { businessDay, fold, seq, closing };
	}
}

function begin(businessDay: string): Reading {
	return { businessDay, fold: new DayFold(), seq: 0, closing: null };
}
