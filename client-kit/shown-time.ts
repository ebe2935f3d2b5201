/** Whatever the two clocks say, a personal value in full stays on a screen no longer than this. */
const SHOWN_MAX_MS = 60_000;

/** When to take values away: as the server says, never later than a minute from now even if our clock is wrong. */
export function hideTime(hideAt: number, now: number): number {
	return hideAt > now && hideAt < now + SHOWN_MAX_MS ? hideAt : now + SHOWN_MAX_MS;
}

/** Whole seconds left, never below none. */
export function secondsUntil(hideAt: number, now: number): number {
	return Math.max(0, Math.ceil((hideAt - now) / 1_000));
}
