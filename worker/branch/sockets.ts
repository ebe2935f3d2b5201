import { z } from "zod";
import { Actor } from "../../schema/actor.ts";
import type { Commit } from "../../schema/event.ts";
import { EpochMs } from "../../schema/ids.ts";
import {
	PING_EVERY_MS,
	SOCKETS_PER_ADDRESS_MAX,
	SOCKETS_PER_BRANCH_MAX,
	SOCKETS_PER_SESSION_MAX,
} from "../../schema/limits.ts";
import {
	CLOSE_CHANGED,
	CLOSE_FINAL,
	type CloseReason,
	PING,
	PONG,
	PROTOCOL_MIN_VERSION,
	PROTOCOL_VERSION,
} from "../../schema/protocol.ts";
import { SessionId } from "../../schema/session.ts";
import { Audience } from "../../schema/view.ts";
import type { BranchState } from "../domain/branch-state.ts";
import type { Collections } from "../domain/keyed-diff.ts";
import { changedSeq, type Looker, viewFor } from "./audience-view.ts";
import { patchFrame } from "./frames.ts";
import type { Guest } from "./live-tickets.ts";

/** What a hibernating socket remembers of itself. */
export const Attachment = z.object({
	/** One for each role held here, the first for who looks; never empty. */
	actors: z.tuple([Actor], Actor),
	audience: Audience,
	protocol: z.number().int(),
	ticketId: z.string().optional(),
	sessionId: SessionId.optional(),
	/** Wall-clock time; absent for connections of older versions. */
	acceptedAt: EpochMs.optional(),
	/** Wall-clock time after which its credential is no longer good; absent for a ticket's link. */
	expiresAt: EpochMs.optional(),
});
export type Attachment = z.infer<typeof Attachment>;

const PROTOCOLS: readonly number[] = [PROTOCOL_VERSION, PROTOCOL_MIN_VERSION];
/** Told once the commit is on its way to the disk: their views are the large ones, and the hall is not to wait for them. */
const STAFF: readonly Audience[] = ["staff", "status"];
/** Close codes that only the platform may use and nobody may send. */
const RESERVED_CLOSE_CODES: ReadonlySet<number> = new Set([1005, 1006, 1015]);

/** A page pings every few seconds: one not heard for this long has lost its network, though its socket still stands. */
const PRESENT_FOR_MS = 60_000;

/** One commit, and what it changed. */
export type Change = {
	readonly before: BranchState;
	readonly after: BranchState;
	readonly commit: Commit;
	readonly parked: number;
};

type Newcomer = Pick<Guest, "audience" | "actors" | "sessionId" | "address">;

type Shown = Looker & { readonly state: BranchState; readonly parked: number; readonly view: Collections };

/** The live connections of one branch. They hibernate: nothing here keeps the object awake. */
export class Sockets {
	readonly #context: DurableObjectState;
	/** Read once per wake: checking it again for every frame would cost as much as a decision. */
	readonly #attachments = new WeakMap<WebSocket, Attachment>();
	/** When something last came, since the last wake; what came before is what the platform noted. */
	readonly #heardAt = new WeakMap<WebSocket, number>();
	/** What each audience was shown last; a cache like all that is in memory. */
	readonly #latest = new Map<Audience, Shown>();
	/** What staff have not been told yet, oldest first: empty again before the object can sleep. */
	#untold: Change[] = [];

	constructor(context: DurableObjectState) {
		this.#context = context;
		context.setWebSocketAutoResponse(new WebSocketRequestResponsePair(PING, PONG));
	}

	/** Something came from it. */
	heard(socket: WebSocket): void {
		this.#heardAt.set(socket, Date.now());
	}

	/** Whether one more from there would find room. */
	hasRoomFor(guest: Newcomer): boolean {
		return this.#yielding(guest) !== null;
	}

	/** Closes what has to yield to one more from there; false when nothing would. */
	makeRoomFor(guest: Newcomer): boolean {
		const yielding = this.#yielding(guest);
		for (const socket of yielding ?? []) closeFinally(socket, "too-many-sockets");
		return yielding !== null;
	}

	/** The longest unheard of each quota that is used up; null when one of them holds nobody who would yield. */
	#yielding(guest: Newcomer): WebSocket[] | null {
		const yielding = new Set<WebSocket>();
		for (const { tags, most, everybody } of quotasOf(guest)) {
			const open = tags.flatMap((tag) => this.#context.getWebSockets(tag)).filter(isOpen);
			if (open.length - open.filter((socket) => yielding.has(socket)).length < most) continue;
			const now = Date.now();
			let longest: WebSocket | null = null;
			for (const socket of open) {
				const silentMs = now - this.#lastHeardAt(socket);
				const may = everybody || silentMs > DEAD_AFTER_MS || (isPublic(guest.audience) ? this.#isPublic(socket) : true);
				if (may && (longest === null || this.#lastHeardAt(socket) < this.#lastHeardAt(longest))) longest = socket;
			}
			if (longest === null) return null;
			yielding.add(longest);
		}
		return [...yielding];
	}

	#isPublic(socket: WebSocket): boolean {
		const audience = this.attachmentOf(socket)?.audience;
		return audience === undefined || isPublic(audience);
	}

	/** A ping is answered, and noted, without waking the branch. */
	#lastHeardAt(socket: WebSocket): number {
		const pingedAt = this.#context.getWebSocketAutoResponseTimestamp(socket)?.getTime() ?? 0;
		return Math.max(pingedAt, this.#heardAt.get(socket) ?? this.attachmentOf(socket)?.acceptedAt ?? 0);
	}

	accept(socket: WebSocket, attachment: Attachment, address: string): void {
		const { audience, protocol, ticketId, sessionId } = attachment;
		const tags = [tagOf(audience, protocol, ticketId), addressTag(address)];
		this.#context.acceptWebSocket(socket, sessionId === undefined ? tags : [...tags, sessionTag(sessionId)]);
		socket.serializeAttachment(attachment);
	}

	/** Closes what a session has open here: for good when it has ended, to come again when its rights have changed. */
	closeSession(sessionId: string, ended: boolean): void {
		for (const socket of this.#context.getWebSockets(sessionTag(sessionId))) {
			if (ended) closeFinally(socket, "session-expired");
			else closeQuietly(socket, CLOSE_CHANGED, "rights changed");
		}
	}

	/** Null for a socket that this code did not accept. */
	attachmentOf(socket: WebSocket): Attachment | null {
		const known = this.#attachments.get(socket);
		if (known !== undefined) return known;
		const parsed = Attachment.safeParse(socket.deserializeAttachment());
		if (!parsed.success) return null;
		this.#attachments.set(socket, parsed.data);
		return parsed.data;
	}

	/**
	 * Tells every audience a commit concerns what changed for it: worked out and serialised once per audience. The hall
	 * hears at once, staff as soon as the platform has begun to store the commit.
	 */
	publish(change: Change): void {
		const { before, after, commit } = change;
		if (commit.events.length === 0) return;
		for (const ticketId of forgotten(before, after, commit)) this.#closeTicket(ticketId);
		this.#tell({ audience: "display" }, change);
		const branchWide = after.changed.branch === commit.seq;
		for (const ticketId of branchWide ? after.tickets.keys() : touchedBy(commit)) {
			this.#tell({ audience: "ticket", ticketId }, change);
		}
		if (this.#untold.push(change) === 1) this.#context.waitUntil(scheduler.wait(0).then(() => this.tellStaff()));
	}

	/** Tells staff what they have not been told yet, in the order it happened. */
	tellStaff(): void {
		const untold = this.#untold;
		this.#untold = [];
		for (const change of untold) for (const audience of STAFF) this.#tell({ audience }, change);
	}

	#tell(looker: Looker, { before, after, commit, parked }: Change): void {
		if (changedSeq(looker, after) !== after.seq) return;
		for (const protocol of PROTOCOLS) {
			const sockets = this.#context.getWebSockets(tagOf(looker.audience, protocol, looker.ticketId));
			if (sockets.length === 0) continue;
			const views = {
				before: this.#view(looker, before, parked),
				after: this.#view(looker, after, parked),
				from: changedSeq(looker, before),
				seq: after.seq,
			};
			const frame = patchFrame(views, commit.at, protocol);
			for (const socket of sockets) sendQuietly(socket, frame);
		}
	}

	/** A state never changes, so the view after one commit is the view before the next. */
	#view(looker: Looker, state: BranchState, parked: number): Collections {
		const known = this.#latest.get(looker.audience);
		if (known?.state === state && known.ticketId === looker.ticketId && known.parked === parked) return known.view;
		const view = viewFor(looker, state, parked);
		this.#latest.set(looker.audience, { ...looker, state, parked, view });
		return view;
	}

	/** A ticket nobody knows any more has no view: its page is told so, as when it connects. */
	#closeTicket(ticketId: string): void {
		for (const protocol of PROTOCOLS) {
			for (const socket of this.#context.getWebSockets(tagOf("ticket", protocol, ticketId))) {
				closeFinally(socket, "unknown-ticket");
			}
		}
	}

	/** Every connection this code accepted. */
	*all(): Iterable<{ readonly socket: WebSocket; readonly attachment: Attachment }> {
		for (const socket of this.#context.getWebSockets()) {
			const attachment = this.attachmentOf(socket);
			if (attachment !== null) yield { socket, attachment };
		}
	}

	/** The paired devices whose pages are connected and have been heard lately, as of wall-clock time `now`. */
	connectedDevices(now: number): string[] {
		const ids = new Set<string>();
		for (const { socket, attachment } of this.all()) {
			const [actor] = attachment.actors;
			const heardAt = this.#context.getWebSocketAutoResponseTimestamp(socket)?.getTime() ?? now;
			if (actor.kind !== "device" || socket.readyState !== WebSocket.OPEN) continue;
			if (now - heardAt <= PRESENT_FOR_MS) ids.add(actor.deviceId);
		}
		return [...ids];
	}

	/** Closes every connection so that each starts anew with a whole view. */
	restartAll(): void {
		for (const socket of this.#context.getWebSockets()) closeQuietly(socket, 1012, "epoch changed");
	}
}

/** "Do not retry as you are", with a reason from the closed list. */
export function closeFinally(socket: WebSocket, reason: CloseReason): void {
	closeQuietly(socket, CLOSE_FINAL, reason);
}

/** One socket that cannot be written to must not keep the others from hearing. */
export function sendQuietly(socket: WebSocket, frame: string): void {
	try {
		socket.send(frame);
	} catch {
		closeQuietly(socket, 1011, "send failed");
	}
}

export function closeQuietly(socket: WebSocket, code: number, reason: string): void {
	try {
		socket.close(RESERVED_CLOSE_CODES.has(code) ? 1000 : code, reason);
	} catch {
		// It was closed already, which is what was wanted.
	}
}

/** Who sends no ping for so long is gone: three times as long as between two of them. */
const DEAD_AFTER_MS = 3 * PING_EVERY_MS;

type Quota = { readonly tags: readonly (string | undefined)[]; readonly most: number; readonly everybody: boolean };

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

const isPublic = (audience: Audience) => audience === "ticket";
const isOpen = (socket: WebSocket) => socket.readyState === WebSocket.OPEN;

const sessionTag = (sessionId: string) => `session ${sessionId}`;
const addressTag = (address: string) => `address ${address}`;

function tagOf(audience: Audience, protocol: number, ticketId: string | undefined): string {
	return `${audience}@${protocol}${ticketId === undefined ? "" : `/${ticketId}`}`;
}

/** Tickets of before that after no longer has. */
function forgotten(before: BranchState, after: BranchState, commit: Commit): string[] {
	const issued = commit.events.filter((event) => event.type === "ticket-issued").length;
	if (after.tickets.size === before.tickets.size + issued) return [];
	return [...before.tickets.keys()].filter((ticketId) => !after.tickets.has(ticketId));
}

function touchedBy(commit: Commit): Iterable<string> {
	const ids = new Set<string>();
	for (const event of commit.events) if ("ticketId" in event) ids.add(event.ticketId);
	return ids;
}
