import { WebSocket } from "ws";
import { PROTOCOL_VERSION } from "../../rules/live-protocol.ts";
import type { Answer } from "../../schema/hall/event.ts";
import { BenchFailure } from "../measure/measure.ts";
import type { Arm, Teller } from "./arm.ts";
import { liveProtocols } from "./live-ticket.ts";

/** How many sockets are opened at once: more would only wait for each other. */
const OPENING_MAX = 50;
/** Frames that have not come after this time are taken as lost. */
const DELIVERY_MAX_MS = 30_000;
/** Position of the letter that tells `{"type":"patch"` from `{"type":"answer"` and `{"type":"view"`. */
const KIND_AT = '{"type":"'.length;
const PATCH = "p".charCodeAt(0);
const ANSWER = "a".charCodeAt(0);

/** The sockets of one audience (screens, or staff pages) at one side of the comparison. Counts the patches they receive, and asks over them. */
export class Audience {
	frames = 0;
	bytes = 0;
	/** Called with the bytes of every patch. */
	onPatch: (frame: Buffer) => void = () => {};
	readonly #sockets: WebSocket[] = [];
	/** Who waits for an answer, by socket: a socket is answered in the order of its commands. */
	readonly #asked = new Map<WebSocket, ((answer: string) => void)[]>();
	#awaited: { readonly frames: number; readonly resolve: () => void } | null = null;

	/** Connects `count` sockets, which use the tokens in turn, and waits until each has received its first frame. */
	static async connect(arm: Arm, audience: string, count: number, tokens: readonly string[]): Promise<Audience> {
		const made = new Audience();
		for (let first = 0; first < count; first += OPENING_MAX) {
			const some = Array.from({ length: Math.min(OPENING_MAX, count - first) }, (_, index) => first + index);
			await Promise.all(some.map((index) => made.#open(index, arm, audience, tokens[index % tokens.length] ?? "")));
		}
		return made;
	}

	get size(): number {
		return this.#sockets.length;
	}

	/** Resolves when `frames` patches have come since the beginning, all sockets together. Throws when fewer come in time, or more. */
	async delivered(frames: number): Promise<void> {
		if (this.frames < frames) {
			let late: NodeJS.Timeout | undefined;
			const lost = new Promise<never>((_, reject) => {
				const fail = () => reject(new BenchFailure(`${this.frames} frames of ${frames} came`));
				late = setTimeout(fail, DELIVERY_MAX_MS);
			});
			const all = new Promise<void>((resolve) => {
				this.#awaited = { frames, resolve };
			});
			await Promise.race([all, lost]).finally(() => clearTimeout(late));
		}
		if (this.frames > frames) throw new BenchFailure(`${this.frames} frames came, and only ${frames} were due`);
	}

	/** Sends a text on one of the sockets; gives the text of the answer. */
	ask(index: number, text: string): Promise<string> {
		const socket = this.#sockets[index];
		if (socket === undefined) throw new Error(`there is no socket ${index}`);
		return new Promise((resolve) => {
			this.#asked.get(socket)?.push(resolve);
			socket.send(text);
		});
	}

	close(): void {
		for (const socket of this.#sockets) socket.terminate();
	}

	async #open(index: number, arm: Arm, audience: string, token: string): Promise<void> {
		const url = `${arm.url.replace("http", "ws")}/live?protocol=${PROTOCOL_VERSION}&audience=${audience}`;
		const protocols = await liveProtocols(arm.url, token, audience);
		const socket = new WebSocket(url, protocols, { perMessageDeflate: false });
		this.#asked.set(socket, []);
		// By the index of its token: the order in which sockets connect is chance.
		this.#sockets[index] = socket;
		return new Promise((resolve, reject) => {
			socket.once("message", () => resolve());
			socket.once("error", reject);
			socket.once("close", (code, reason) => reject(new BenchFailure(`${audience} closed: ${code} ${reason}`)));
			socket.on("message", (data: Buffer) => this.#hear(socket, data));
		});
	}

	#hear(socket: WebSocket, data: Buffer): void {
		if (data[KIND_AT] === ANSWER) this.#asked.get(socket)?.shift()?.(data.toString());
		if (data[KIND_AT] !== PATCH) return;
		this.frames += 1;
		this.bytes += data.length;
		this.onPatch(data);
		if (this.#awaited !== null && this.frames >= this.#awaited.frames) {
			this.#awaited.resolve();
			this.#awaited = null;
		}
	}
}

/** Sends each command over the socket of its teller. The sockets of `staff` must be in the order of the side's tellers. */
export function sayBySocket(staff: Audience) {
	return async (arm: Arm, teller: Teller, commandId: string, command: object): Promise<Answer> => {
		const frame = JSON.stringify({ type: "command", commandId, command });
		return (JSON.parse(await staff.ask(arm.tellers.indexOf(teller), frame)) as { answer: Answer }).answer;
	};
}
