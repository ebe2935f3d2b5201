/** The times of a session that decide whether it still holds. Epoch milliseconds. */
type SessionTimes = { readonly lastUsedAt: number; readonly idleMs: number; readonly endsAt: number };

/** A use is written down only when the last one written is older, so that a busy phone costs few rows. */
export const TOUCH_EVERY_MS = 300_000;
export const SESSIONS_PER_HOLDER_MAX = 20;
/** After so many wrong PINs in a row the session is ended. */
export const WRONG_PINS_MAX = 5;

/** When it ends if it is not used again. */
export function idleEndsAt({ lastUsedAt, idleMs, endsAt }: SessionTimes): number {
	return Math.min(lastUsedAt + idleMs, endsAt);
}

export function isOver(session: SessionTimes, now: number): boolean {
	return now >= idleEndsAt(session);
}

/** Splits what still holds from what is over, and ends the longest unused beyond the most one holder may have. */
export function withRoomForOne<Session extends SessionTimes>(
	sessions: readonly Session[],
	now: number,
): { readonly kept: Session[]; readonly over: Session[] } {
	const living = sessions.filter((session) => !isOver(session, now)).sort((a, b) => b.lastUsedAt - a.lastUsedAt);
	const kept = living.slice(0, SESSIONS_PER_HOLDER_MAX - 1);
	return { kept, over: sessions.filter((session) => !kept.includes(session)) };
}
