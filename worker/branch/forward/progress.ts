import * as z from "zod";

/** What was set aside is tried again with a success, but not sooner than this after its last try. */
const PARKED_REST_MS = 60_000;
/** Of what was set aside so much is tried again with one success; the rest with the next. */
const PARKED_AT_ONCE_MAX = 8;

const Parked = z.object({
	/** A business day, or the name of a post in the outbox. */
	businessDay: z.string(),
	why: z.string(),
	/** Branch time of its last try. */
	triedAt: z.number().default(0),
});
export type Parked = z.infer<typeof Parked>;

/** How far the bank's memory has followed this branch, and how it stands with what it would not take. */
export const Progress = z.object({
	/** Every commit up to this seq is known to D1, or parked. */
	seq: z.number().int(),
	/** The last seq under which D1 knows the branch by name, in the present epoch: knowing an earlier one, D1 was set back. */
	known: z.number().int().default(0),
	/** Branch time of the last success. */
	at: z.number(),
	failures: z.number().int(),
	/** Branch time of the next try; null: none is waiting. */
	retryAt: z.number().nullable(),
	/** Tries of the oldest unsent day that failed although D1 and the ledger could write. */
	poisonAttempts: z.number().int(),
	parked: z.array(Parked),
	/** The branch was set back: of what D1 knows from before this epoch, nothing may be left that the branch has not. */
	setBack: z
		.object({ epoch: z.number().int(), seq: z.number().int(), isOnRecord: z.boolean() })
		.nullable()
		.default(null),
});
export type Progress = z.infer<typeof Progress>;

export const NO_PROGRESS: Progress = {
	seq: 0,
	known: 0,
	at: 0,
	failures: 0,
	retryAt: null,
	poisonAttempts: 0,
	parked: [],
	setBack: null,
};

export function parkedBut({ parked }: Progress, businessDay: string): Parked[] {
	return parked.filter((each) => each.businessDay !== businessDay);
}

/** What was set aside and has rested, the longest untried first; a clock that was wrong makes nothing wait. */
export function parkedToTry({ parked }: Progress, now: number): readonly Parked[] {
	return parked
		.filter(({ triedAt }) => Math.abs(now - triedAt) >= PARKED_REST_MS)
		.sort((a, b) => a.triedAt - b.triedAt)
		.slice(0, PARKED_AT_ONCE_MAX);
}
