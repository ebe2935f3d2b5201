/** First retry after about this long; doubled with every further failure. */
const BASE_MS = 5_000;
/** However long the failure lasts, a try is made this often. */
const CAP_MS = 600_000;

/** Whether a retry is one that `nextAttemptAt` gave by this clock: what lies farther away was set by a clock that was wrong. */
export function isPlausible(retryAt: number | null, now: number): retryAt is number {
	return retryAt !== null && retryAt - now <= CAP_MS;
}

/**
 * When to try again after `failures` failures in a row (1 or more): exponential back-off with half of it jittered.
 * `jitter` is a number in [0, 1). Times are epoch milliseconds.
 */
export function nextAttemptAt(now: number, failures: number, jitter: number): number {
	const fullMs = Math.min(CAP_MS, BASE_MS * 2 ** Math.min(failures - 1, 20));
	return now + Math.ceil(fullMs / 2 + (fullMs / 2) * jitter);
}
