import { type BucketSize, type TokenBucket, takeFrom } from "../../domain/pace/token-bucket.ts";

/** Allowances that this isolate remembers; the longest unused go first. */
const REMEMBERED_MAX = 20_000;

/** Allowances by name, each filling up by itself. Every isolate counts for itself. */
export class Buckets {
	readonly #buckets = new Map<string, TokenBucket>();

	/** Takes one; `waitMs` is how long to wait when there was none, else 0, and `left` how many there are now. */
	take(name: string, size: BucketSize, now: number): { readonly waitMs: number; readonly left: number } {
		const { bucket, waitMs } = takeFrom(this.#buckets.get(name), size, now);
		this.#keep(name, bucket);
		return { waitMs, left: bucket.left };
	}

	/** Gives one back that turned out not to be needed. */
	giveBack(name: string, { burst }: BucketSize): void {
		const bucket = this.#buckets.get(name);
		if (bucket !== undefined) this.#keep(name, { ...bucket, left: Math.min(burst, bucket.left + 1) });
	}

	#keep(name: string, bucket: TokenBucket): void {
		this.#buckets.delete(name);
		this.#buckets.set(name, bucket);
		const [oldest] = this.#buckets.size > REMEMBERED_MAX ? this.#buckets.keys() : [];
		if (oldest !== undefined) this.#buckets.delete(oldest);
	}
}
