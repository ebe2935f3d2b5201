import type { Actor } from "../../../schema/actor.ts";
import { identityOf } from "../people/identity.ts";
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
/** Senders remembered of each; the longest unheard go first. */
const SENDERS_MAX = 5_000;

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
		// What a program does leaves what staff need untouched, as what a kiosk does.
		case "service":
			return "kiosk";
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
	/** A map for each kind of thing: to put the two names together for every frame would cost as much as the counting. */
	readonly #ofSenders = { frame: newBuckets(), view: newBuckets(), command: newBuckets(), connection: newBuckets() };
	readonly #ofAll = { hall: { most: HALL, buckets: newBuckets() }, staff: { most: STAFF, buckets: newBuckets() } };
	readonly #ofSockets = new WeakMap<object, Map<string, TokenBucket>>();

	/** @param factor what everything may be faster by: a demo's clock may run faster than the world's */
	constructor(factor: () => number) {
		this.#factor = factor;
	}

	/** Takes one from the socket, the sender and the branch, each only when the one before had one. */
	take(paced: Paced, sender: Sender, now: number, socket?: object): Wait {
		const factor = this.#factor();
		const each = faster(EACH[sender.kind][paced], factor);
		const ownMs =
			(socket === undefined ? 0 : takeOne(this.#ofSocket(socket), paced, each, now)) ||
			this.#takeOfSender(this.#ofSenders[paced], sender.name, each, now);
		if (ownMs > 0) return { waitMs: ownMs, own: true };
		const { most, buckets } = this.#ofAll[sender.kind === "staff" ? "staff" : "hall"];
		const crowdMs = takeOne(buckets, paced, faster(most[paced], factor), now);
		return crowdMs > 0 ? { waitMs: crowdMs, own: false } : GO_ON;
	}

	/** Whether a socket has gone on in vain for too long. Call for each thing it was refused for its own pace. */
	isTried(socket: object, now: number): boolean {
		return takeOne(this.#ofSocket(socket), "in vain", faster(PATIENCE, this.#factor()), now) > 0;
	}

	/** Remembers whom it heard last as the last, and forgets the first when there are too many. */
	#takeOfSender(buckets: Map<string, TokenBucket>, name: string, most: BucketSize, now: number): number {
		const { bucket, waitMs } = takeFrom(buckets.get(name), most, now);
		buckets.delete(name);
		buckets.set(name, bucket);
		const [oldest] = buckets.size > SENDERS_MAX ? buckets.keys() : [];
		if (oldest !== undefined) buckets.delete(oldest);
		return waitMs;
	}

	#ofSocket(socket: object): Map<string, TokenBucket> {
		const known = this.#ofSockets.get(socket);
		if (known !== undefined) return known;
		const made = new Map<string, TokenBucket>();
		this.#ofSockets.set(socket, made);
		return made;
	}
}

const newBuckets = () => new Map<string, TokenBucket>();

function takeOne(buckets: Map<string, TokenBucket>, key: string, most: BucketSize, now: number): number {
	const { bucket, waitMs } = takeFrom(buckets.get(key), most, now);
	buckets.set(key, bucket);
	return waitMs;
}

function faster({ perSecond, burst }: BucketSize, factor: number): BucketSize {
	return size(perSecond * factor, burst * factor);
}
