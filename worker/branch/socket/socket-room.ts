import {
	PING_EVERY_MS,
	SOCKETS_PER_ADDRESS_MAX,
	SOCKETS_PER_BRANCH_MAX,
	SOCKETS_PER_SESSION_MAX,
} from "../../../schema/limits.ts";
import { type Attachment, addressTag, PROTOCOLS, sessionTag, tagOf } from "./attachment.ts";
import type { Guest } from "./live-tickets.ts";
import { closeFinally } from "./quiet-socket.ts";

/** Who sends no ping for so long is gone: three times as long as between two of them. */
const DEAD_AFTER_MS = 3 * PING_EVERY_MS;

type Newcomer = Pick<Guest, "audience" | "actors" | "sessionId" | "address">;
type Quota = { readonly tags: readonly (string | undefined)[]; readonly most: number; readonly everybody: boolean };

/** How many live connections a session, an address and a branch may have, and which of them yield to one more. */
export class SocketRoom {
	readonly #context: DurableObjectState;
	readonly #attachmentOf: (socket: WebSocket) => Attachment | null;
	/** When something last came, since the last wake; what came before is what the platform noted. */
	readonly #heardAt = new WeakMap<WebSocket, number>();

	constructor(context: DurableObjectState, attachmentOf: (socket: WebSocket) => Attachment | null) {
		this.#context = context;
		this.#attachmentOf = attachmentOf;
	}

	/** Something came from it. */
	heard(socket: WebSocket): void {
		this.#heardAt.set(socket, Date.now());
	}

	/** Wall-clock time. A ping is answered, and noted, without waking the branch. */
	lastHeardAt(socket: WebSocket): number {
		const pingedAt = this.#context.getWebSocketAutoResponseTimestamp(socket)?.getTime() ?? 0;
		return Math.max(pingedAt, this.#heardAt.get(socket) ?? this.#attachmentOf(socket)?.acceptedAt ?? 0);
	}

	/** Whether one more from there would find room. */
	hasRoomFor(newcomer: Newcomer): boolean {
		return this.#yielding(newcomer) !== null;
	}

	/** Closes what has to yield to one more from there; false when nothing would. */
	makeRoomFor(newcomer: Newcomer): boolean {
		const yielding = this.#yielding(newcomer);
		for (const socket of yielding ?? []) closeFinally(socket, "too-many-sockets");
		return yielding !== null;
	}

	/** The longest unheard of each quota that is used up; null when one of them holds nobody who would yield. */
	#yielding(newcomer: Newcomer): WebSocket[] | null {
		const yielding = new Set<WebSocket>();
		for (const { tags, most, everybody } of quotasOf(newcomer)) {
			const open = tags.flatMap((tag) => this.#context.getWebSockets(tag)).filter(isOpen);
			if (open.filter((socket) => !yielding.has(socket)).length < most) continue;
			const [longest] = open
				.filter((socket) => everybody || this.#yieldsTo(newcomer, socket))
				.sort((a, b) => this.lastHeardAt(a) - this.lastHeardAt(b));
			if (longest === undefined) return null;
			yielding.add(longest);
		}
		return [...yielding];
	}

	/** What is dead yields to everybody, what is alive only to something that is needed as much. */
	#yieldsTo({ audience }: Newcomer, socket: WebSocket): boolean {
		if (Date.now() - this.lastHeardAt(socket) > DEAD_AFTER_MS || audience !== "ticket") return true;
		return (this.#attachmentOf(socket)?.audience ?? "ticket") === "ticket";
	}
}

/** Within one's own session, or on one's own ticket page, everybody yields; elsewhere no phone pushes out a living screen. */
function quotasOf({ sessionId, address, actors: [first] }: Newcomer): Quota[] {
	const own =
		sessionId !== null
			? [sessionTag(sessionId)]
			: first.kind === "customer"
				? PROTOCOLS.map((protocol) => tagOf("ticket", protocol, first.ticketId))
				: [];
	return [
		...(own.length === 0 ? [] : [{ tags: own, most: SOCKETS_PER_SESSION_MAX, everybody: true }]),
		{ tags: [addressTag(address)], most: SOCKETS_PER_ADDRESS_MAX, everybody: false },
		{ tags: [undefined], most: SOCKETS_PER_BRANCH_MAX, everybody: false },
	];
}

const isOpen = (socket: WebSocket) => socket.readyState === WebSocket.OPEN;
