import { type BucketSize, type TokenBucket, takeFrom } from "../domain/token-bucket.ts";
import type { Env } from "../env.ts";
import type { Caller } from "./authenticate.ts";

/** Calls of one session: far more than a person or a kiosk makes, less than a script that has run wild. */
const SESSION_MAX_PER_SECOND = 200;
/** Calls without a session from one address: a whole lobby's phones may share one. */
const ADDRESS_MAX_PER_SECOND = 30;
/** Seconds of the full rate that may come at once. */
const BURST_SECONDS = 20;
/** Buckets this isolate remembers; the longest unused go first. */
const REMEMBERED_BUCKETS_MAX = 20_000;

const buckets = new Map<string, TokenBucket>();

/**
 * Milliseconds a caller has to wait because it called too often; 0: it may go on. Every isolate counts for itself: this
 * keeps one caller from crowding out others, it is no meter. Without an address (a run on one machine) only sessions count.
 */
export function waitBefore(request: Request, caller: Caller | null | string, env: Env, now: number): number {
	if (caller !== null && typeof caller === "object" && caller.kind === "session") {
		return waitFor(`session ${caller.sessionId}`, sizeOf(env.SESSION_REQUESTS_PER_SECOND, SESSION_MAX_PER_SECOND), now);
	}
	const address = request.headers.get("CF-Connecting-IP");
	if (address === null) return 0;
	return waitFor(`address ${address}`, sizeOf(env.ADDRESS_REQUESTS_PER_SECOND, ADDRESS_MAX_PER_SECOND), now);
}

function waitFor(key: string, size: BucketSize, now: number): number {
	const { bucket, waitMs } = takeFrom(buckets.get(key), size, now);
	buckets.delete(key);
	buckets.set(key, bucket);
	if (buckets.size > REMEMBERED_BUCKETS_MAX) for (const oldest of buckets.keys()) return forget(oldest, waitMs);
	return waitMs;
}

function forget(key: string, waitMs: number): number {
	buckets.delete(key);
	return waitMs;
}

function sizeOf(setting: string | undefined, standard: number): BucketSize {
	const given = Number(setting);
	const perSecond = setting !== undefined && given > 0 ? given : standard;
	return { perSecond, burst: perSecond * BURST_SECONDS };
}
