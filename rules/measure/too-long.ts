/** When a service or a wait has become too long, by the targets of its business: phones mark it, and the branch raises an alert. */

const MINUTE_MS = 60_000;
/** A customer served this many times the usual time, and at least this long, is worth a look. */
const SERVICE_FACTOR = 2.5;
const SERVICE_MIN_MS = 10 * MINUTE_MS;
/** The target is a mean: one wait that is longer is no matter yet, but more than this is. */
const WAIT_MIN_MS = 15 * MINUTE_MS;
/** What is foreseen is no fact yet: it must be this much beyond the limit, and a good part of it waited already. */
const FORESEEN_FACTOR = 1.25;
const FORESEEN_FROM = 0.5;
/** A line is in order again only when nobody in it has waited more than this share of the limit. */
const SETTLED_SHARE = 0.8;

/** How long a service of this usual length may last before somebody should look. */
export function longServiceMs(usualServiceMs: number): number {
	return Math.max(SERVICE_MIN_MS, usualServiceMs * SERVICE_FACTOR);
}

/** How long anybody may wait for a business of this target before somebody should do something. */
export function longWaitMs(targetWaitMs: number): number {
	return Math.max(WAIT_MIN_MS, targetWaitMs);
}

/** One wait that goes on: since when, and its middle length as it was foreseen last; null: nobody on duty can serve it. */
export type OngoingWait = { readonly readyAt: number; readonly foreseenMs: number | null };

/** When this wait becomes too long, if it goes on and nothing else is foreseen. */
export function tooLongAt({ readyAt, foreseenMs }: OngoingWait, limitMs: number): number {
	const isForeseen = foreseenMs !== null && foreseenMs >= limitMs * FORESEEN_FACTOR;
	return readyAt + (isForeseen ? limitMs * FORESEEN_FROM : limitMs);
}

/** Whether this wait is no matter any more, once it was: neither so far nor as foreseen. */
export function isSettledWait({ readyAt, foreseenMs }: OngoingWait, limitMs: number, at: number): boolean {
	return at - readyAt <= limitMs * SETTLED_SHARE && (foreseenMs === null || foreseenMs <= limitMs);
}
