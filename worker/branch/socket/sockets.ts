import { CLOSE_CHANGED, PING, PONG, PROTOCOL_VERSION } from "../../../rules/live-protocol.ts";
import type { Someone } from "../../../rules/told.ts";
import type { Role } from "../../../schema/actor.ts";
import type { Commit } from "../../../schema/hall/event.ts";
import type { Audience } from "../../../schema/hall/view.ts";
import type { BranchState } from "../../domain/hall/branch-state.ts";
import type { Collections } from "../../domain/view/keyed-diff.ts";
import type { CaseTelling } from "../case/case-telling.ts";
import { Attachment, addressTag, PROTOCOLS, sessionTag, tagOf } from "./attachment.ts";
import { changedSeq, type Looker, viewFor } from "./audience-view.ts";
import { patchFrame } from "./frames.ts";
import { closeFinally, closeQuietly, sendQuietly } from "./quiet-socket.ts";
import { SocketRoom } from "./socket-room.ts";

/** Told once the commit is on its way to the disk: their views are the large ones, and the hall is not to wait for them. */
const STAFF: readonly Audience[] = ["staff", "status"];
/** A page pings every few seconds: one not heard for this long has lost its network, though its socket still stands. */
const PRESENT_FOR_MS = 60_000;

/** Tags whose sockets are remembered. */
const LOOKERS_MAX = 2_000;

/** One commit, and what it changed. */
export type Change = {
	readonly before: BranchState;
	readonly after: BranchState;
	readonly commit: Commit;
	readonly parked: number;
};

type Shown = Looker & { readonly state: BranchState; readonly parked: number; readonly view: Collections };

/** The live connections of one branch. They hibernate: nothing here keeps the object awake. */
export class Sockets {
	/** Who finds room, and who yields. */
	readonly room: SocketRoom;
	readonly #context: DurableObjectState;
	/** Read once per wake: checking it again for every frame would cost as much as a decision. */
	readonly #attachments = new WeakMap<WebSocket, Attachment>();
	/** Who looks at what, asked of the platform once per change: it lists all of them anew each time. */
	readonly #lookers: ReadonlyMap<number, Map<string, readonly WebSocket[]>> = new Map(
		PROTOCOLS.map((protocol) => [protocol, new Map()]),
	);
	/** What each audience was shown last; a cache like all that is in memory. */
	readonly #latest = new Map<Audience, Shown>();
	/** What staff have not been told yet, oldest first: empty again before the object can sleep. */
	#untold: Change[] = [];
	#tellsAtOnce = false;

	constructor(context: DurableObjectState) {
		this.#context = context;
		this.room = new SocketRoom(context, (socket) => this.attachmentOf(socket));
		context.setWebSocketAutoResponse(new WebSocketRequestResponsePair(PING, PONG));
	}

	accept(socket: WebSocket, attachment: Attachment, address: string): void {
		const { audience, protocol, ticketId, sessionId } = attachment;
		const tags = [tagOf(audience, protocol, ticketId), addressTag(address)];
		this.#context.acceptWebSocket(socket, sessionId === undefined ? tags : [...tags, sessionTag(sessionId)]);
		socket.serializeAttachment(attachment);
		this.#forgetLookers();
	}

	/** One has gone: who is left is asked anew. */
	gone(): void {
		this.#forgetLookers();
	}

	#forgetLookers(): void {
		for (const ofProtocol of this.#lookers.values()) ofProtocol.clear();
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
		if (this.#untold.push(change) === 1 && !this.#tellsAtOnce) queueMicrotask(() => this.#tellStaffSoon());
	}

	/** Does what makes changes, and tells staff of them before it gives what came of it. */
	thenTellStaff<Made>(make: () => Made): Made {
		this.#tellsAtOnce = true;
		try {
			return make();
		} finally {
			this.#tellsAtOnce = false;
			this.tellStaff();
		}
	}

	/** Asked at the end of the turn: whoever was sent a whole view has told them by then. */
	#tellStaffSoon(): void {
		if (this.#untold.length > 0) this.#context.waitUntil(scheduler.wait(0).then(() => this.tellStaff()));
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
			const sockets = this.#lookersAt(looker, protocol);
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

	/** Asked for each change by names that are there already: a tag put together each time would cost as much as telling. */
	#lookersAt({ audience, ticketId }: Looker, protocol: number): readonly WebSocket[] {
		const ofProtocol = this.#lookers.get(protocol) ?? new Map<string, readonly WebSocket[]>();
		const name = ticketId ?? audience;
		const known = ofProtocol.get(name);
		if (known !== undefined) return known;
		// Names of ticket pages come and go with their tickets: those are forgotten rather than gathered.
		if (ofProtocol.size >= LOOKERS_MAX) ofProtocol.clear();
		const sockets = this.#context.getWebSockets(tagOf(audience, protocol, ticketId));
		ofProtocol.set(name, sockets);
		return sockets;
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
			if (actor.kind !== "device" || socket.readyState !== WebSocket.OPEN) continue;
			if (now - this.room.lastHeardAt(socket) <= PRESENT_FOR_MS) ids.add(actor.deviceId);
		}
		return [...ids];
	}

	/** The people whose staff pages are connected and were heard within `withinMs`, with all their roles, as of wall-clock time `now`. */
	peoplePresent(now: number, withinMs: number): Someone[] {
		const rolesOf = new Map<string, Set<Role>>();
		for (const socket of PROTOCOLS.flatMap((protocol) => this.#lookersAt({ audience: "staff" }, protocol))) {
			if (socket.readyState !== WebSocket.OPEN || now - this.room.lastHeardAt(socket) > withinMs) continue;
			for (const actor of this.attachmentOf(socket)?.actors ?? []) {
				if (actor.kind !== "staff") continue;
				rolesOf.set(actor.staffId, (rolesOf.get(actor.staffId) ?? new Set()).add(actor.role));
			}
		}
		return [...rolesOf].map(([staffId, roles]) => ({ staffId, roles: [...roles] }));
	}

	/** Tells news of a case on the own staff pages of those whom it concerns: no pad, no screen, nobody else hears that there is one. */
	tellOfCase({ staffIds, roles, frame }: CaseTelling): void {
		const text = JSON.stringify(frame);
		for (const socket of this.#lookersAt({ audience: "staff" }, PROTOCOL_VERSION)) {
			const actors = this.attachmentOf(socket)?.actors ?? [];
			const isTheirs = actors.some(
				(actor) => actor.kind === "staff" && (staffIds.includes(actor.staffId) || roles.includes(actor.role)),
			);
			if (isTheirs) sendQuietly(socket, text);
		}
	}

	/** Closes every connection so that each starts anew with a whole view. */
	restartAll(): void {
		for (const socket of this.#context.getWebSockets()) closeQuietly(socket, 1012, "epoch changed");
	}
}

/** Tickets of before that after no longer has. */
function forgotten(before: BranchState, after: BranchState, commit: Commit): string[] {
	const issued = commit.events.filter((event) => event.type === "ticket-issued").length;
	if (after.tickets.size === before.tickets.size + issued) return [];
	return [...before.tickets.keys()].filter((ticketId) => !after.tickets.has(ticketId));
}

function touchedBy(commit: Commit): Iterable<string> {
	const ids = new Set<string>();
	for (const event of commit.events) {
		if ("ticketId" in event) ids.add(event.ticketId);
		if (event.type === "waits-quoted") for (const { ticketId } of event.tickets) ids.add(ticketId);
	}
	return ids;
}
