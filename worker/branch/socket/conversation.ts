import { holds } from "../../../rules/holding.ts";
import {
	CLOSE_TICKET,
	PROTOCOL_MIN_VERSION,
	PROTOCOL_VERSION,
	SUBPROTOCOL,
	TICKET_SUBPROTOCOL_PREFIX,
} from "../../../rules/live-protocol.ts";
import { done, type Result, refused } from "../../../rules/result.ts";
import type { Actor } from "../../../schema/actor.ts";
import type { CommandRequest } from "../../../schema/hall/command.ts";
import type { Answer } from "../../../schema/hall/event.ts";
import type { LiveTicket } from "../../../schema/hall/live-ticket.ts";
import { type CloseReason, Handshake } from "../../../schema/hall/protocol.ts";
import type { Audience } from "../../../schema/hall/view.ts";
import { problem } from "../../../schema/problem.ts";
import { actingFor } from "../../domain/commit/may.ts";
import type { BranchState } from "../../domain/hall/branch-state.ts";
import { Pace, type Paced, type Sender, senderOf } from "../../domain/pace/pace.ts";
import type { BranchClock } from "../log/branch-clock.ts";
import type { Attachment } from "./attachment.ts";
import { changedSeq, viewFor } from "./audience-view.ts";
import { parseFrame } from "./client-frame.ts";
import { patchFrame, viewFrame } from "./frames.ts";
import { type Guest, LiveTickets } from "./live-tickets.ts";
import { positionFor } from "./questions.ts";
import { closeFinally, closeQuietly, sendQuietly } from "./quiet-socket.ts";
import type { Sockets } from "./sockets.ts";

type Opening = { readonly attachment: Attachment; readonly handshake: Handshake; readonly address: string };

/** Audiences that resume by a patch. A ticket is one small record; of the status, what D1 refuses is in no commit. */
const RESUMED: readonly Audience[] = ["display", "staff"];

export type ConversationPorts = {
	readonly state: () => BranchState;
	readonly epoch: () => number;
	readonly clock: () => BranchClock;
	readonly parked: () => number;
	/** What every sender may be faster by. */
	readonly paceFactor: () => number;
	readonly stateAt: (seq: number) => BranchState | null;
	readonly execute: (request: CommandRequest, actor: Actor) => Answer;
	/** Runs it now, or together with what else has just come. */
	readonly inGroup: (work: () => void) => void;
};

/** What is said on one live connection: the handshake, commands and questions in, views and answers out. */
export class Conversation {
	readonly #sockets: Sockets;
	readonly #ports: ConversationPorts;
	readonly #tickets = new LiveTickets();
	readonly #pace = new Pace(() => this.#ports.paceFactor());
	/** Until when a socket has been told to wait. */
	readonly #toldUntil = new WeakMap<WebSocket, number>();

	constructor(sockets: Sockets, ports: ConversationPorts) {
		this.#sockets = sockets;
		this.#ports = ports;
	}

	/** Null when no living ticket has this link. */
	ticketOfLink(link: string): string | null {
		if (link === "") return null;
		for (const ticket of this.#ports.state().tickets.values()) if (ticket.link === link) return ticket.id;
		return null;
	}

	/** Accepts every upgrade, for a browser cannot read why one failed; a refused one is closed with the reason. */
	open(request: Request): Response {
		const pair = new WebSocketPair();
		const [client, server] = [pair[0], pair[1]];
		// Before there is one more to tell: its greeting comes first.
		this.#sockets.tellStaff();
		const opening = this.#admit(request);
		if (opening === CLOSE_TICKET) {
			server.accept();
			closeQuietly(server, CLOSE_TICKET, "ask for another ticket");
		} else if (typeof opening === "string") {
			server.accept();
			closeFinally(server, opening);
		} else {
			this.#sockets.accept(server, opening.attachment, opening.address);
			sendQuietly(server, this.#greeting(opening.attachment, opening.handshake));
		}
		return new Response(null, {
			status: 101,
			webSocket: client,
			headers: { "Sec-WebSocket-Protocol": SUBPROTOCOL },
		});
	}

	/** A command that could not be stored ends the connection: its sender sends it again, under the same id. */
	hear(socket: WebSocket, message: string | ArrayBuffer): void {
		this.#answering(socket, () => this.#hear(socket, message));
	}

	#answering(socket: WebSocket, work: () => void): void {
		try {
			work();
		} catch (error) {
			console.error(JSON.stringify({ message: "frame not answered", error: String(error) }));
			closeQuietly(socket, 1011, "not stored");
		}
	}

	#hear(socket: WebSocket, message: string | ArrayBuffer): void {
		this.#sockets.room.heard(socket);
		const attachment = this.#sockets.attachmentOf(socket);
		if (attachment === null) return closeFinally(socket, "not-signed-in");
		if (attachment.expiresAt !== undefined && attachment.expiresAt <= Date.now()) {
			return closeFinally(socket, "session-expired");
		}
		const sender = senderOf(attachment.actors[0], attachment.sessionId);
		if (!this.#mayGoOn(socket, "frame", sender)) return;
		const frame = parseFrame(message);
		if ("code" in frame) return tell(socket, { type: "problem", problem: frame });
		switch (frame.type) {
			case "command": {
				const { type: _, ...request } = frame;
				const actor = actingFor(attachment.actors, request.command, this.#ports.state().branchId);
				if (!this.#mayGoOn(socket, "command", senderOf(actor))) return;
				return this.#ports.inGroup(() => this.#answering(socket, () => this.#run(socket, request, actor)));
			}
			case "view":
				if (!this.#mayGoOn(socket, "view", sender)) return;
				return sendQuietly(socket, this.#wholeView(attachment));
			case "position":
				return tell(socket, this.#position(attachment, frame.ticketId));
			default:
				return frame satisfies never;
		}
	}

	/** A page unlocks its button at the answer: by then it must show what the command did. */
	#run(socket: WebSocket, request: CommandRequest, actor: Actor): void {
		const answer = this.#sockets.thenTellStaff(() => this.#ports.execute(request, actor));
		tell(socket, answerFrame(request.commandId, answer));
	}

	/** Milliseconds the sender of a command over HTTP has to wait; 0: it may go on. */
	waitForCommand(actor: Actor): number {
		return this.#pace.take("command", senderOf(actor), Date.now()).waitMs;
	}

	/**
	 * Whether a frame is within its pace. One that is not costs nothing more: the first is told how long to wait, those
	 * within that time are passed over, and a socket that goes on is closed.
	 */
	#mayGoOn(socket: WebSocket, paced: Paced, sender: Sender): boolean {
		const now = Date.now();
		const { waitMs, own } = this.#pace.take(paced, sender, now, socket);
		if (waitMs === 0) return true;
		if (own && this.#pace.isTried(socket, now)) closeFinally(socket, "too-many-requests");
		else if ((this.#toldUntil.get(socket) ?? 0) <= now) {
			this.#toldUntil.set(socket, now + waitMs);
			tell(socket, { type: "problem", problem: problem("too-many-requests", { retryAfterMs: waitMs }) });
		}
		return false;
	}

	end(socket: WebSocket, code: number): void {
		this.#sockets.gone();
		closeQuietly(socket, code, "");
	}

	/** Sends the whole view again, to everybody or one audience: something has changed that no patch tells. */
	sendViews(audience?: Audience): void {
		for (const { socket, attachment } of this.#sockets.all()) {
			if (audience === undefined || attachment.audience === audience) sendQuietly(socket, this.#wholeView(attachment));
		}
	}

	/** A ticket for a live connection, for somebody the door has checked. */
	ticketFor(guest: Guest): Result<LiveTicket> {
		if (this.#ports.state().configuration === null) return refused("branch-not-configured");
		const { waitMs } = this.#pace.take("connection", senderOf(guest.actors[0], guest.sessionId), Date.now());
		if (waitMs > 0) return refused("too-many-requests", waitMs);
		if (!this.#sockets.room.hasRoomFor(guest)) return refused("too-many-sockets");
		return done(this.#tickets.give(guest, Date.now()));
	}

	spendTicket(offered: string): void {
		this.#tickets.take(ticketOf(offered), Date.now());
	}

	/** Closes what sessions have open here, or would open with a ticket already given. */
	closeConnections(connections: readonly { readonly sessionId: string; readonly ended: boolean }[]): void {
		this.#tickets.revoke(new Set(connections.map((each) => each.sessionId)));
		for (const { sessionId, ended } of connections) this.#sockets.closeSession(sessionId, ended);
	}

	#admit(request: Request): Opening | CloseReason | typeof CLOSE_TICKET {
		// The ticket is used up whatever else is wrong.
		const guest = this.#tickets.take(ticketOf(request.headers.get("Sec-WebSocket-Protocol") ?? ""), Date.now());
		const handshake = Handshake.safeParse(Object.fromEntries(new URL(request.url).searchParams));
		if (!handshake.success) return "invalid-input";
		const { protocol, audience } = handshake.data;
		if (protocol < PROTOCOL_MIN_VERSION || protocol > PROTOCOL_VERSION) return "client-too-old";
		if (guest === null) return CLOSE_TICKET;
		if (guest.origin !== request.headers.get("Origin")) return "foreign-origin";
		if (guest.audience !== audience) return "not-permitted";
		if (!this.#sockets.room.makeRoomFor(guest)) return "too-many-sockets";
		const [first] = guest.actors;
		const attachment = {
			...{ actors: [...guest.actors] as [Actor, ...Actor[]], audience, protocol, acceptedAt: Date.now() },
			...(audience === "ticket" && first.kind === "customer" ? { ticketId: first.ticketId } : {}),
			...(guest.sessionId === null ? {} : { sessionId: guest.sessionId }),
			...(guest.sessionEndsAt === null ? {} : { expiresAt: guest.sessionEndsAt }),
		};
		return { attachment, handshake: handshake.data, address: guest.address };
	}

	/** The missing changes as one patch when they can be worked out, else the whole view. */
	#greeting(attachment: Attachment, { epoch, seq }: Handshake): string {
		const state = this.#ports.state();
		const sameClock = seq !== undefined && seq > this.#ports.clock().setAtSeq;
		if (!sameClock || epoch !== this.#ports.epoch() || seq > state.seq || !RESUMED.includes(attachment.audience)) {
			return this.#wholeView(attachment);
		}
		const upToDate = seq >= changedSeq(attachment, state);
		const known = upToDate ? state : this.#ports.stateAt(seq);
		if (known === null) return this.#wholeView(attachment);
		const parked = this.#ports.parked();
		const after = viewFor(attachment, state, parked);
		const before = upToDate ? after : viewFor(attachment, known, parked);
		return patchFrame({ before, after, from: seq, seq: state.seq }, this.#ports.clock().now(), attachment.protocol);
	}

	/** Whoever is sent it has been told everything before it, so a connection only ever moves forward. */
	#wholeView(attachment: Attachment): string {
		this.#sockets.tellStaff();
		const state = this.#ports.state();
		const view = viewFor(attachment, state, this.#ports.parked());
		const clock = this.#ports.clock();
		const { speed } = clock;
		return viewFrame(view, this.#ports.epoch(), state, { at: clock.now(), speed }, attachment.protocol);
	}

	/** A customer learns the own place and bound, a kiosk those of a number it gave; staff also why, at each counter. */
	#position({ actors, ticketId }: Attachment, asked: string | undefined) {
		const own = actors[0].kind === "customer" ? ticketId : undefined;
		const withReasons = actors.some((actor) => holds(actor, "position.read"));
		if (!withReasons && !actors.some((actor) => holds(actor, "position.read-place"))) {
			return { type: "problem" as const, problem: problem("not-permitted") };
		}
		const result = positionFor(this.#ports.state(), own ?? asked ?? "");
		if (!result.ok) return { type: "problem" as const, problem: problem(result.code) };
		const position = withReasons ? result.value : { ...result.value, counters: [] };
		return { type: "position" as const, position };
	}
}

function ticketOf(offered: string): string {
	const [first, second = ""] = offered.split(",").map((each) => each.trim());
	const isTicket = first === SUBPROTOCOL && second.startsWith(TICKET_SUBPROTOCOL_PREFIX);
	return isTicket ? second.slice(TICKET_SUBPROTOCOL_PREFIX.length) : "";
}

function answerFrame(commandId: string, answer: Answer) {
	const base = { type: "answer" as const, commandId, answer };
	if (answer.status === "done") return base;
	return {
		...base,
		problem: problem(answer.code, answer.detail === undefined ? {} : { detail: answer.detail }),
	};
}

function tell(socket: WebSocket, frame: object): void {
	sendQuietly(socket, JSON.stringify(frame));
}
