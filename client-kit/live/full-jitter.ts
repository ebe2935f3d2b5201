/** A uniform number in [0, 1); injected so that tests can choose it. */
export type Random = () => number;

export const RECONNECT_BASE_MS = 500;
export const RECONNECT_CAP_MS = 20_000;

/**
 * Milliseconds to wait before attempt `attempt` (the first is 0): uniform in [0, min(cap, base * 2^attempt)].
 * A deploy drops every socket of every branch in the same instant; only the full width spreads their return.
 */
export function fullJitterMs(
	attempt: number,
	random: Random = Math.random,
	{ baseMs = RECONNECT_BASE_MS, capMs = RECONNECT_CAP_MS } = {},
): number {
	return random() * Math.min(capMs, baseMs * 2 ** Math.max(0, attempt));
}
