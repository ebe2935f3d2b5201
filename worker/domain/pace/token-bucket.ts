/** A store of allowances that fills up by itself: `left` as of `at` (epoch ms). */
export type TokenBucket = { readonly left: number; readonly at: number };
export type BucketSize = { readonly perSecond: number; readonly burst: number };

/**
 * Takes one allowance from a bucket (undefined: a full one). `waitMs` is 0 when there was one, else how long until the
 * next; the bucket is to be kept in both cases. A clock that went back fills nothing.
 */
export function takeFrom(
	bucket: TokenBucket | undefined,
	{ perSecond, burst }: BucketSize,
	now: number,
): { readonly bucket: TokenBucket; readonly waitMs: number } {
	const elapsedMs = bucket === undefined ? 0 : Math.max(0, now - bucket.at);
	const filled = Math.min(burst, (bucket?.left ?? burst) + (elapsedMs * perSecond) / 1_000);
	if (filled >= 1) return { bucket: { left: filled - 1, at: now }, waitMs: 0 };
	return { bucket: { left: filled, at: now }, waitMs: Math.ceil(((1 - filled) * 1_000) / perSecond) };
}
