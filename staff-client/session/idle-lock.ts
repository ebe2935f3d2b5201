/** A phone that nobody touches for this long locks itself, when its holder has set a PIN. */
export const LOCK_AFTER_MS = 5 * 60_000;
/** A session in use is asked about this often, which also keeps it alive. */
export const ASK_SESSION_EVERY_MS = 5 * 60_000;

/** Times are monotonic milliseconds. */
type Use = {
	readonly now: number;
	readonly touchedAt: number;
	readonly askedAt: number;
	readonly visible: boolean;
	readonly hasPin: boolean;
};

/** What a page with a session of its own does now: lock, let the server know that it is in use, or nothing. */
export function idleStep({ now, touchedAt, askedAt, visible, hasPin }: Use): "lock" | "ask" | "nothing" {
	if (hasPin && now - touchedAt >= LOCK_AFTER_MS) return "lock";
	// One nobody has touched since is left to its idle limit.
	return visible && touchedAt > askedAt && now - askedAt >= ASK_SESSION_EVERY_MS ? "ask" : "nothing";
}
