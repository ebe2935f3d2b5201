import type { Actor } from "../../schema/actor.ts";
import { identityOf } from "./identity.ts";
import { type BucketSize, type TokenBucket, takeFrom } from "./token-bucket.ts";

/** What is counted: any frame whatever is in it; a whole view; a command on either transport; a new connection. */
export type Paced = "frame" | "view" | "command" | "connection";
type Kind = "customer" | "screen" | "kiosk" | "staff";

/** Who is counted together: one session or one holder, and what kind of sender that is. */
export type Sender = { readonly kind: Kind; readonly name: string };

/** How long to wait; `own`: because of what the sender itself did, and not of all together. */
export type Wait = { readonly waitMs: number; readonly own: boolean };

const size = (perSecond: number, burst: number): BucketSize => ({ perSecond, burst });

/** One socket, and one sender over all sockets: far more than a person or a screen needs, far less than a flood. */
const EACH: Readonly<Record<Kind, Readonly<Record<Paced, BucketSize>>>> = {
	customer: { frame: size(1, 20), view: size(0.5, 5), command: size(0.1, 6), connection: size(0.2, 20) },
	screen: { frame: size(2, 20), view: size(1, 5), command: size(0.1, 6), connection: size(0.5, 30) },
	kiosk: { frame: size(5, 50), view: size(1, 5), command: size(2, 40), connection: size(0.5, 30) },
	staff: { frame: size(30, 200), view: size(1, 10), command: size(20, 200), connection: size(1, 40) },
};
/** All of a branch together; what the hall does leaves what staff need untouched. */
const HALL: Readonly<Record<Paced, BucketSize>> = {
	frame: size(300, 3_000),
	view: size(30, 600),
	command: size(20, 200),
	connection: size(100, 5_000),
};
const STAFF: Readonly<Record<Paced, BucketSize>> = {
	frame: size(600, 3_000),
	view: size(30, 600),
	command: size(200, 2_000),
	connection: size(100, 2_000),
};
/** What one socket may send in vain before it is closed. */
const PATIENCE = size(1, 40);
const GO_ON: Wait = { waitMs: 0, own: true };
/** Senders remembered; the longest unheard go first. */
const SENDERS_MAX = 20_000;

/** Who a command or connection counts for. */
export function senderOf(actor: Actor, sessionId: string | null = null): Sender {
	return { kind: kindOf(actor), name: sessionId ?? identityOf(actor) };
}

function kindOf(actor: Actor): Kind {
	switch (actor.kind) {
		case "customer":
			return "customer";
		case "device":
			return actor.purpose === "display" ? "screen" : actor.purpose === "kiosk" ? "kiosk" : "staff";
		case "staff":
		case "system":
			return "staff";
		default:
			return actor satisfies never;
	}
}

/** Counts what a branch is asked, before it does any of it. In memory only: a branch that is flooded does not sleep. */
export class Pace {
	readonly #factor: () => number;
	readonly #buckets = new Map<string, TokenBucket>();
	readonly #ofSockets = new WeakMap<object, Map<string, TokenBucket>>();

	/** @param factor what everything may be faster by: a demo's clock may run faster than the world's */
	constructor(factor: () => number) {
		this.#factor = factor;
	}

	/** Takes one from the socket, the sender and the branch, each only when the one before had one. */
	take(paced: Paced, sender: Sender, now: number, socket?: object): Wait {
		const each = EACH[sender.kind][paced];
		if (socket !== undefined) {
			const waitMs = this.#takeFrom(this.#ofSocket(socket), paced, each, now);
			if (waitMs > 0) return { waitMs, own: true };
		}
		const waitMs = this.#takeFrom(this.#buckets, `${paced} ${sender.name}`, each, now);
		if (waitMs > 0) return { waitMs, own: true };
		const together = sender.kind === "staff" ? STAFF : HALL;
		const crowdMs = this.#takeFrom(this.#buckets, `${paced} of ${sender.kind === "staff"}`, together[paced], now);
		return crowdMs > 0 ? { waitMs: crowdMs, own: false } : GO_ON;
	}

	/** Whether a socket has gone on in vain for too long. Call for each thing it was refused for its own pace. */
	isTried(socket: object, now: number): boolean {
		return this.#takeFrom(this.#ofSocket(socket), "in vain", PATIENCE, now) > 0;
	}

	#takeFrom(buckets: Map<string, TokenBucket>, key: string, { perSecond, burst }: BucketSize, now: number): number {
		const factor = this.#factor();
		const taken = takeFrom(buckets.get(key), size(perSecond * factor, burst * factor), now);
		buckets.delete(key);
		buckets.set(key, taken.bucket);
		if (buckets.size > SENDERS_MAX) for (const oldest of buckets.keys()) return forget(buckets, oldest, taken.waitMs);
		return taken.waitMs;
	}

	#ofSocket(socket: object): Map<string, TokenBucket> {
		const known = this.#ofSockets.get(socket);
		if (known !== undefined) return known;
		const made = new Map<string, TokenBucket>();
		this.#ofSockets.set(socket, made);
		return made;
	}
}

function forget(buckets: Map<string, TokenBucket>, key: string, waitMs: number): number {
	buckets.delete(key);
	return waitMs;
}
