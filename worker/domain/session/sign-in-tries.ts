/** Failed tries of one staff number, known to the bank or not: both are treated alike. */
export type Tries = {
	readonly failures: number;
	/** Epoch milliseconds before which no try is looked at. */
	readonly retryAt: number;
};

export const NO_TRIES: Tries = { failures: 0, retryAt: 0 };
/** Mistyping this often costs nothing. */
export const FREE_FAILURES = 3;
const FIRST_DELAY_MS = 2_000;
export const DELAY_MAX_MS = 900_000;

/** How long until a try is looked at, milliseconds; 0: now. What a clock put farther away that was wrong counts no more. */
export function waitOf({ retryAt }: Tries, now: number): number {
	const waitMs = retryAt - now;
	return waitMs > 0 && waitMs <= DELAY_MAX_MS ? waitMs : 0;
}

/** After one more failure: the wait doubles from two seconds to a quarter of an hour. */
export function afterFailure({ failures }: Tries, now: number): Tries {
	const beyond = failures + 1 - FREE_FAILURES;
	const delayMs = beyond <= 0 ? 0 : Math.min(FIRST_DELAY_MS * 2 ** (beyond - 1), DELAY_MAX_MS);
	return { failures: failures + 1, retryAt: now + delayMs };
}
