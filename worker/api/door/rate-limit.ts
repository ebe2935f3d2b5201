import type { BucketSize } from "../../domain/pace/token-bucket.ts";
import type { Env } from "../../platform/env.ts";
import { addressBlock } from "./address.ts";
import type { Caller } from "./authenticate.ts";
import { Buckets } from "./buckets.ts";

/** Calls of one session: far more than a person or a kiosk makes, less than a script that has run wild. */
const SESSION_MAX_PER_SECOND = 200;
/** Calls without a session from one address: a whole lobby's phones may share one. */
const ADDRESS_MAX_PER_SECOND = 30;
/** Where the platform names no address (a run on one machine) all calls without a session count together, so often more. */
const NAMELESS_FACTOR = 10;
/** Seconds of the full rate that may come at once. */
const BURST_SECONDS = 20;

const buckets = new Buckets();

/** What a caller may still ask, as the IETF's draft of the RateLimit headers writes it; `waitMs` is 0: it may go on. */
export type Allowance = { readonly waitMs: number; readonly policy: string; readonly left: string };

/**
 * Counts one call of a caller. Every isolate counts for itself: this keeps one caller from crowding out others, it is no
 * meter.
 */
export function allowanceOf(request: Request, caller: Caller | null | string, env: Env, now: number): Allowance {
	if (caller !== null && typeof caller === "object" && caller.kind === "session") {
		const size = sizeOf(env.SESSION_REQUESTS_PER_SECOND, SESSION_MAX_PER_SECOND);
		return taken("session", caller.sessionId, size, now);
	}
	const block = addressBlock(request);
	const factor = block === null ? NAMELESS_FACTOR : 1;
	const size = sizeOf(env.ADDRESS_REQUESTS_PER_SECOND, ADDRESS_MAX_PER_SECOND, factor);
	return taken("address", block ?? "", size, now);
}

function taken(kind: "session" | "address", name: string, size: BucketSize, now: number): Allowance {
	const { waitMs, left } = buckets.take(`${kind} ${name}`, size, now);
	const seconds = Math.ceil((size.burst - left) / size.perSecond);
	return {
		waitMs,
		policy: `"${kind}";q=${Math.floor(size.burst)};w=${BURST_SECONDS}`,
		left: `"${kind}";r=${Math.floor(left)};t=${seconds}`,
	};
}

function sizeOf(setting: string | undefined, standard: number, factor = 1): BucketSize {
	const given = Number(setting);
	const perSecond = (setting !== undefined && given > 0 ? given : standard) * factor;
	return { perSecond, burst: perSecond * BURST_SECONDS };
}
