import { ATTENTIVE_DOUBT_MS, ATTENTIVE_PING_EVERY_MS } from "../../schema/limits.ts";
import type { Connection } from "./connection.ts";

/** Silence is noticed within 3 s: this, both limits and one look more. */
const LOOK_EVERY_MS = 500;

export type WatchDeps = {
	readonly monotonicMs: () => number;
	/** When anything was last heard, monotonic milliseconds. */
	readonly heardAt: () => number;
	readonly ping: () => void;
	/** The browser itself knows that there is no network; "online" proves nothing. */
	readonly isOffline: () => boolean;
	/** What is to be shown may have changed. */
	readonly onChange: () => void;
};

/**
 * Asks every second whether the branch still answers, for pages on which something can be done. It only doubts: when a
 * line is dead and must be made anew is decided by the socket, which waits much longer.
 */
export class AnswerWatch {
	readonly #deps: WatchDeps;
	/** When the answer that is due was asked for. */
	#askedAt: number | null = null;
	#doubts = false;

	constructor(deps: WatchDeps) {
		this.#deps = deps;
	}

	/** To be called about twice a second. */
	look(): void {
		const { heardAt, monotonicMs, ping } = this.#deps;
		const now = monotonicMs();
		if (this.#askedAt !== null && heardAt() >= this.#askedAt) this.#askedAt = null;
		if (this.#askedAt === null && now - heardAt() >= ATTENTIVE_PING_EVERY_MS) {
			this.#askedAt = now;
			ping();
		}
		this.#say();
	}

	/** The connection as whoever acts by the page should see it. */
	shown(connection: Connection): Connection {
		return connection.status === "live" && this.#isDoubtful() ? { status: "amber" } : connection;
	}

	#isDoubtful(): boolean {
		const { heardAt, isOffline, monotonicMs } = this.#deps;
		if (isOffline()) return true;
		const askedAt = this.#askedAt;
		return askedAt !== null && heardAt() < askedAt && monotonicMs() - askedAt >= ATTENTIVE_DOUBT_MS;
	}

	#say(): void {
		const doubts = this.#isDoubtful();
		if (doubts === this.#doubts) return;
		this.#doubts = doubts;
		this.#deps.onChange();
	}
}

/** Lets a watch look as long as the page is there; the returned function ends that. */
export function keepLooking(watch: AnswerWatch): () => void {
	const look = () => watch.look();
	const timer = setInterval(look, LOOK_EVERY_MS);
	const hasEvents = typeof document !== "undefined";
	if (hasEvents) for (const event of ["offline", "online"]) addEventListener(event, look);
	return () => {
		clearInterval(timer);
		if (hasEvents) for (const event of ["offline", "online"]) removeEventListener(event, look);
	};
}
