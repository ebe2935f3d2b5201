/** Whatever the two clocks say, a personal value in full stays on a screen no longer than this. */
const SHOWN_MAX_MS = 60_000;

/** How long values may be seen: as the server says, never more than a minute even if our wall clock is wrong. */
export function shownForMs(hideAt: number, wallNow: number): number {
	return hideAt > wallNow && hideAt < wallNow + SHOWN_MAX_MS ? hideAt - wallNow : SHOWN_MAX_MS;
}

/** Whole seconds left, never below none. */
export function secondsUntil(hideAt: number, now: number): number {
	return Math.max(0, Math.ceil((hideAt - now) / 1_000));
}
