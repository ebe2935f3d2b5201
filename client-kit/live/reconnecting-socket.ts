export type ReconnectingSocketOptions = {
	/**
	 * Asked before every attempt: address and subprotocols. Waits between attempts as it sees fit, and rejects when there
	 * is nothing to connect with, which counts as an attempt that failed.
	 */
	readonly approach: () => Promise<readonly [address: string, protocols: string[]]>;
	/** An attempt that takes longer than this is on a dead network. */
	readonly connectTimeoutMs: number;
	readonly onOpen: () => void;
	readonly onMessage: (text: string) => void;
	/** Answers whether to try again by itself; if not, only `reconnect` does. Its answer is not asked for after `close`. */
	readonly onClose: (code: number, reason: string) => boolean;
};

/** A closing nobody else has said anything about. */
const CLOSE_NORMAL = 1000;
/** Between two sockets that could not be made at all. */
const PAUSE_MS = 1000;

/** One WebSocket after another, for ever, until `close`. */
export class ReconnectingSocket {
	readonly #options: ReconnectingSocketOptions;
	#socket: WebSocket | null = null;
	#closed = false;
	/** Ends what lasts by itself: the present connection, or the rest after one that is not to be repeated. */
	#end: (() => void) | null = null;

	constructor(options: ReconnectingSocketOptions) {
		this.#options = options;
		void this.#run();
	}

	isOpen(): boolean {
		return this.#socket?.readyState === WebSocket.OPEN;
	}

	/** False when there is no open connection. */
	send(text: string): boolean {
		if (this.isOpen()) this.#socket?.send(text);
		return this.isOpen();
	}

	/** Gives the present connection up for a new one; an attempt that is being prepared goes on. */
	reconnect(): void {
		this.#end?.();
	}

	close(): void {
		this.#closed = true;
		this.#end?.();
	}

	async #run(): Promise<void> {
		while (!this.#closed) {
			const approach = await this.#options.approach().catch(() => null);
			if (approach === null || this.#closed) continue;
			// A browser that makes no socket must not be asked again within one turn: the page would stand still.
			if (await this.#hold(...approach).catch(() => new Promise((again) => setTimeout(again, PAUSE_MS, true))))
				continue;
			await new Promise<void>((resolve) => {
				this.#end = resolve;
			});
		}
	}

	/** Resolves when the connection is over, with whether to try again. */
	#hold(address: string, protocols: string[]): Promise<boolean> {
		return new Promise((resolve) => {
			const socket = new WebSocket(address, protocols);
			const events = new AbortController();
			const over = (code: number, reason: string) => {
				clearTimeout(timer);
				events.abort();
				this.#end = null;
				this.#socket = null;
				// On a dead line the closing itself may take minutes: nobody waits for it.
				socket.close();
				resolve(this.#options.onClose(code, reason));
			};
			const end = () => over(CLOSE_NORMAL, "");
			const timer = setTimeout(end, this.#options.connectTimeoutMs);
			const { signal } = events;
			socket.addEventListener(
				"open",
				() => {
					clearTimeout(timer);
					this.#options.onOpen();
				},
				{ signal },
			);
			socket.addEventListener("message", (event) => this.#options.onMessage(String(event.data)), { signal });
			socket.addEventListener("close", (event) => over(event.code, event.reason), { signal });
			this.#socket = socket;
			this.#end = end;
		});
	}
}
