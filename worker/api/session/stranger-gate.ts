import type { BucketSize } from "../../domain/pace/token-bucket.ts";
import type { Env } from "../../platform/env.ts";
import { addressBlock } from "../door/address.ts";
import { Buckets } from "../door/buckets.ts";

/**
 * What a stranger's proof may cost before anybody knows whether it is worth it. A password takes a fifth of a second of
 * the thread that may serve a hall, so wrong ones get a tenth of it; the identity provider is asked over the network.
 */
const LIMITS = {
	password: { address: { perSecond: 0.1, burst: 10 }, total: { perSecond: 0.5, burst: 20 } },
	"identity-provider": { address: { perSecond: 0.5, burst: 20 }, total: { perSecond: 10, burst: 100 } },
} as const satisfies Readonly<Record<string, { readonly address: BucketSize; readonly total: BucketSize }>>;

/** Whose proof is not limited here: they have shown before that they are no stranger. */
export const KNOWN: Entry = { waitMs: 0, giveBack: () => {} };

export type Entry = {
	/** Milliseconds to wait before the proof may be looked at; 0: now. */
	readonly waitMs: number;
	/** The proof was right, or never looked at: it costs nothing. */
	readonly giveBack: () => void;
};

const buckets = new Buckets();

/** Lets a stranger's proof in, at a low rate for each address and for all together, counted before it is looked at. */
export function enter(proof: keyof typeof LIMITS, request: Request, env: Env, now: number): Entry {
	const { address, total } = LIMITS[proof];
	const counts = [
		{ name: `${proof} of ${addressBlock(request) ?? "one without an address"}`, size: sized(address, env) },
		{ name: `${proof} of all`, size: sized(total, env) },
	];
	const taken: typeof counts = [];
	const giveBack = () => {
		for (const { name, size } of taken.splice(0)) buckets.giveBack(name, size);
	};
	for (const count of counts) {
		const { waitMs } = buckets.take(count.name, count.size, now);
		if (waitMs > 0) {
			giveBack();
			return { waitMs, giveBack };
		}
		taken.push(count);
	}
	return { waitMs: 0, giveBack };
}

function sized({ perSecond, burst }: BucketSize, { STRANGER_PACE_FACTOR }: Env): BucketSize {
	const given = Number(STRANGER_PACE_FACTOR ?? 1);
	const factor = given > 0 ? given : 1;
	return { perSecond: perSecond * factor, burst: burst * factor };
}
