import type { PageLock } from "../../client-kit/session/page-lock.ts";

/** A phone that nobody touches for this long locks itself, when its holder has set a PIN. */
export const LOCK_AFTER_MS = 5 * 60_000;
/** A session in use is asked about this often, which also keeps it alive. */
export const ASK_SESSION_EVERY_MS = 5 * 60_000;

type Use = {
	/** Milliseconds since the page began, the device's sleep included; what its clock is set to does not matter. */
	readonly now: number;
	readonly touchedAt: number;
	readonly askedAt: number;
	readonly visible: boolean;
	readonly hasPin: boolean;
	readonly lock: PageLock;
};

/** What a page with a session of its own does now: lock, let the server know that it is in use, or nothing. */
export function idleStep({ now, touchedAt, askedAt, visible, hasPin, lock }: Use): "lock" | "ask" | "nothing" {
	switch (lock) {
		case "locking":
			// The server has not heard of it yet.
			return "lock";
		case "locked":
			return "nothing";
		case "open":
			if (hasPin && now - touchedAt >= LOCK_AFTER_MS) return "lock";
			// One nobody has touched since is left to its idle limit.
			return visible && touchedAt > askedAt && now - askedAt >= ASK_SESSION_EVERY_MS ? "ask" : "nothing";
		default:
			return lock satisfies never;
	}
}
