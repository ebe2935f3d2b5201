import { CLOSE_FINAL, PING, PONG, SUBPROTOCOL, TICKET_SUBPROTOCOL_PREFIX } from "../../rules/live-protocol.ts";
import type { ClientFrame, CloseReason, ServerFrame } from "../../schema/hall/protocol.ts";
import { STALE_NOTICE_MS } from "../../schema/limits.ts";
import type { CallResult } from "../call/call.ts";
import { isPassing } from "../call/client-problem.ts";
import { type Connection, connectionOf, type RefusalReason } from "./connection.ts";
import { fullJitterMs, RECONNECT_CAP_MS } from "./full-jitter.ts";
import { heartbeatStep } from "./heartbeat.ts";
import { createInterruptibleWait } from "./interruptible-wait.ts";
import { whenPageWakes } from "./page-wakes.ts";
import { ReconnectingSocket } from "./reconnecting-socket.ts";
import { reloadLater } from "./reload-later.ts";

/** A browser that takes longer to open a socket than this is on a dead network. */
const CONNECT_TIMEOUT_MS = 8_000;
const TICK_MS = 1_000;
/** A refusal that somebody else may lift (a full branch, one not configured yet) is looked at again about this often. */
const RECHECK_MS = 60_000;
/** A connection that is still heard after this long resets the waits; one that ends sooner counts as one more attempt. */
const HOLDS_AFTER_MS = RECONNECT_CAP_MS;

/** Added to the silence while the page has only an old view, or could not connect at all: it says so in large letters after two seconds. */
const REMEMBERED_MS = STALE_NOTICE_MS - 2_000;

export type LiveSocketOptions = {
	/** Whether the page shows what it remembers from another time. */
	readonly remembers: () => boolean;
	/** Asked before every connection. */
	readonly address: () => string;
	/** Asked before every connection; `renew`: the last one was refused, or its credential has expired or is unknown. */
	readonly liveTicket: (renew: boolean) => Promise<CallResult<string>>;
	readonly onOpen: () => void;
	readonly onFrame: (frame: ServerFrame) => void;
	readonly onLost: () => void;
	/** The connection a person should see has changed. */
	readonly onConnection: () => void;
	/** About once a second. */
	readonly onTick: () => void;
};

/**
 * Owns the socket, its timer and the page's listeners; `close` releases them all. A page that is refused renews its credential and
 * tries once at once; the same refusal again waits about a minute each time, and a client that is too old loads the page anew. Any
 * other loss is followed by attempts without end, spread by full jitter.
 */
export class LiveSocket {
	readonly #options: LiveSocketOptions;
	readonly #socket: ReconnectingSocket;
	readonly #pause = createInterruptibleWait();
	readonly #timer: ReturnType<typeof setInterval>;
	readonly #closed = new AbortController();

	#refused: RefusalReason | null = null;
	#shown = "connecting";
	/** Attempts since a connection last held; -1 before the very first, which does not wait. */
	#attempts = -1;
	#openedAt = 0;
	#renew = false;
	#everHeard = false;
	/** The very first connection failed: the page says so after two seconds, not after fifteen. */
	#isCut = false;
	#heardAt = performance.now();
	#pingAt: number | null = null;

	constructor(options: LiveSocketOptions) {
		this.#options = options;
		this.#socket = new ReconnectingSocket({
			approach: async () => {
				const liveTicket = await this.#prepare();
				return [options.address(), [SUBPROTOCOL, TICKET_SUBPROTOCOL_PREFIX + liveTicket]];
			},
			connectTimeoutMs: CONNECT_TIMEOUT_MS,
			onOpen: () => this.#opened(),
			onMessage: (text) => this.#heard(text),
			onClose: (code, reason) => this.#lost(code, reason),
		});
		this.#timer = setInterval(() => this.#tick(), TICK_MS);
		whenPageWakes(() => this.#hurry(), this.#closed.signal);
	}

	/** Hands a frame to the open socket; false when there is none. */
	say(frame: ClientFrame): boolean {
		return this.#socket.send(JSON.stringify(frame));
	}

	connection(): Connection {
		const silentMs = performance.now() - this.#heardAt + (this.#isCut || this.#options.remembers() ? REMEMBERED_MS : 0);
		return connectionOf({ refused: this.#refused, ever: this.#everHeard, silentMs });
	}

	/** When anything was last heard, monotonic milliseconds. */
	heardAt(): number {
		return this.#heardAt;
	}

	close(): void {
		clearInterval(this.#timer);
		this.#closed.abort();
		this.#pause.wake();
		this.#socket.close();
	}

	async #prepare(): Promise<string> {
		if (this.#attempts >= 0) await this.#pause.wait(fullJitterMs(this.#attempts));
		this.#attempts += 1;
		const liveTicket = await this.#options.liveTicket(this.#renew);
		if (liveTicket.ok) {
			this.#renew = false;
			return liveTicket.value;
		}
		// Without a live ticket the page says so and asks again with the same jitter: the server may recover.
		const { problem } = liveTicket;
		const renewable = isRenewable(problem.code) && !this.#renew;
		// Status 429 is an answer, so the network is not cut.
		if (isPassing(problem)) this.#isCut = !this.#everHeard && problem.status !== 429;
		else if (!renewable) this.#refused = problem.code;
		this.#renew = isRenewable(problem.code);
		this.#show();
		throw new Error(problem.code);
	}

	#opened(): void {
		this.#openedAt = performance.now();
		this.ping();
		this.#options.onOpen();
	}

	/** A socket that is about to be refused opens too, so only words of the server count as success. */
	#heard(text: string): void {
		this.#heardAt = performance.now();
		this.#pingAt = null;
		this.#everHeard = true;
		this.#isCut = false;
		if (this.#heardAt - this.#openedAt >= HOLDS_AFTER_MS) this.#attempts = 0;
		this.#refused = null;
		const frame = text === PONG ? null : frameOf(text);
		if (frame !== null) this.#options.onFrame(frame);
		this.#show();
	}

	/** Whether to try again by itself. */
	#lost(code: number, reason: string): boolean {
		this.#pingAt = null;
		const again = code !== CLOSE_FINAL || this.#refusedBy(reason as CloseReason);
		this.#options.onLost();
		return again;
	}

	/** With a new credential it is tried at once, but once only: the same refusal again waits like any other. */
	#refusedBy(reason: CloseReason): boolean {
		const atOnce = isRenewable(reason) && this.#refused !== reason;
		this.#renew = true;
		if (reason === "client-too-old") reloadLater();
		else if (!atOnce) setTimeout(() => this.#socket.reconnect(), RECHECK_MS * (0.5 + Math.random()));
		this.#refused = reason;
		this.#show();
		return atOnce;
	}

	/** Asks whether anybody is there; whatever comes back moves `heardAt`. */
	ping(): void {
		if (this.#socket.send(PING)) this.#pingAt = performance.now();
	}

	#tick(): void {
		const step = heartbeatStep({ heardAt: this.#heardAt, pingAt: this.#pingAt }, performance.now());
		if (step === "ping") this.ping();
		if (step === "dead") {
			this.#pingAt = null;
			this.#socket.reconnect();
		}
		this.#options.onTick();
		this.#show();
	}

	#hurry(): void {
		this.#pause.wake();
		if (this.#pingAt === null) this.ping();
	}

	#show(): void {
		const connection = this.connection();
		const shown = "reason" in connection ? connection.reason : connection.status;
		if (shown === this.#shown) return;
		this.#shown = shown;
		this.#options.onConnection();
	}
}

/** A new credential may be taken where the old one was not. */
function isRenewable(code: string): boolean {
	return code === "session-expired" || code === "not-signed-in";
}

/** Our own server, of a protocol both sides agreed on, is believed about the shape of its frames. */
function frameOf(text: string): ServerFrame | null {
	try {
		return JSON.parse(text) as ServerFrame;
	} catch {
		return null;
	}
}
