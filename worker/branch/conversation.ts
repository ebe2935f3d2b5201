import { z } from "zod";
import { Actor } from "../../schema/actor.ts";
import type { CommandRequest } from "../../schema/command.ts";
import type { Answer } from "../../schema/event.ts";
import { EpochMs } from "../../schema/ids.ts";
import { FRAME_MAX_BYTES } from "../../schema/limits.ts";
import type { Permission } from "../../schema/permission.ts";
import { type Problem, type ProblemCode, problem } from "../../schema/problem.ts";
import {
	ClientFrame,
	type CloseReason,
	Handshake,
	PROTOCOL_MIN_VERSION,
	PROTOCOL_VERSION,
	SUBPROTOCOL,
} from "../../schema/protocol.ts";
import type { Audience } from "../../schema/view.ts";
import type { BranchState } from "../domain/branch-state.ts";
import { holds, isWithin } from "../domain/may.ts";
import { changedSeq, viewFor } from "./audience-view.ts";
import type { BranchClock } from "./branch-clock.ts";
import { patchFrame, viewFrame } from "./frames.ts";
import { positionFor } from "./questions.ts";
import { type Attachment, closeFinally, closeQuietly, type Sockets, sendQuietly } from "./sockets.ts";

/** Who knocks, as the door vouches for it: set by the worker, never by a client. */
export const Caller = z.discriminatedUnion("kind", [
	z.strictObject({ kind: z.literal("token"), actor: Actor, expiresAt: EpochMs }),
	z.strictObject({ kind: z.literal("link"), link: z.string() }),
]);
export type Caller = z.infer<typeof Caller>;
export const CALLER_HEADER = "x-tingtang-caller";

const LIVE_PERMISSION: Readonly<Record<Audience, Permission>> = {
	display: "live.display",
	staff: "live.staff",
	ticket: "live.ticket",
	status: "live.status",
};

/** Audiences that resume by a patch. A ticket is one small record; of the status, what D1 refuses is in no commit. */
const RESUMED: readonly Audience[] = ["display", "staff"];

export type ConversationPorts = {
	readonly state: () => BranchState;
	readonly epoch: () => number;
	readonly clock: () => BranchClock;
	readonly parked: () => number;
	readonly stateAt: (seq: number) => BranchState | null;
	readonly execute: (request: CommandRequest, actor: Actor) => Answer;
};

/** What is said on one live connection: the handshake, commands and questions in, views and answers out. */
export class Conversation {
	readonly #sockets: Sockets;
	readonly #ports: ConversationPorts;

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
		const opening = this.#admit(request);
		if (typeof opening === "string") {
			server.accept();
			closeFinally(server, opening);
		} else {
			this.#sockets.accept(server, opening.attachment);
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
		try {
			this.#hear(socket, message);
		} catch (error) {
			console.error(JSON.stringify({ message: "frame not answered", error: String(error) }));
			closeQuietly(socket, 1011, "not stored");
		}
	}

	#hear(socket: WebSocket, message: string | ArrayBuffer): void {
		const attachment = this.#sockets.attachmentOf(socket);
		if (attachment === null) return closeFinally(socket, "not-signed-in");
		if (attachment.expiresAt !== undefined && attachment.expiresAt <= Date.now()) {
			return closeFinally(socket, "session-expired");
		}
		const frame = parseFrame(message);
		if ("code" in frame) return tell(socket, { type: "problem", problem: frame });
		switch (frame.type) {
			case "command": {
				const { type: _, ...request } = frame;
				const answer = this.#ports.execute(request, attachment.actor);
				// A page unlocks its button at the answer: by then it must show what the command did.
				this.#sockets.tellStaff();
				return tell(socket, answerFrame(request.commandId, answer));
			}
			case "view":
				return sendQuietly(socket, this.#wholeView(attachment));
			case "position":
				return tell(socket, this.#position(attachment, frame.ticketId));
			default:
				return frame satisfies never;
		}
	}

	end(socket: WebSocket, code: number): void {
		closeQuietly(socket, code, "");
	}

	/** Sends the whole view again, to everybody or one audience: something has changed that no patch tells. */
	sendViews(audience?: Audience): void {
		for (const { socket, attachment } of this.#sockets.all()) {
			if (audience === undefined || attachment.audience === audience) sendQuietly(socket, this.#wholeView(attachment));
		}
	}

	#admit(request: Request): { attachment: Attachment; handshake: Handshake } | CloseReason {
		const handshake = Handshake.safeParse(Object.fromEntries(new URL(request.url).searchParams));
		if (!handshake.success) return "invalid-input";
		const { protocol, audience } = handshake.data;
		if (protocol < PROTOCOL_MIN_VERSION || protocol > PROTOCOL_VERSION) return "client-too-old";
		const caller = readCaller(request.headers.get(CALLER_HEADER));
		if (caller === null) return "not-signed-in";
		const state = this.#ports.state();
		if (state.configuration === null) return "branch-not-configured";
		if (this.#sockets.isFull) return "too-many-sockets";
		const actor = this.#actorOf(caller);
		if (actor === null) return "unknown-ticket";
		if ((actor.kind === "staff" || actor.kind === "device") && !isWithin(actor.place, state.branchId))
			return "wrong-place";
		if (!holds(actor, LIVE_PERMISSION[audience])) return "not-permitted";
		const ticket = audience === "ticket" && actor.kind === "customer" ? { ticketId: actor.ticketId } : {};
		const expiry = caller.kind === "token" ? { expiresAt: caller.expiresAt } : {};
		return { attachment: { actor, audience, protocol, ...ticket, ...expiry }, handshake: handshake.data };
	}

	#actorOf(caller: Caller): Actor | null {
		if (caller.kind === "token") return caller.actor;
		const ticketId = this.ticketOfLink(caller.link);
		return ticketId === null ? null : { kind: "customer", ticketId };
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
	#position({ actor, ticketId }: Attachment, asked: string | undefined) {
		const own = actor.kind === "customer" ? ticketId : undefined;
		const withReasons = holds(actor, "position.read");
		if (!withReasons && !holds(actor, "position.read-place")) {
			return { type: "problem" as const, problem: problem("not-permitted") };
		}
		const result = positionFor(this.#ports.state(), own ?? asked ?? "");
		if (!result.ok) return { type: "problem" as const, problem: problem(result.code) };
		const position = withReasons ? result.value : { ...result.value, counters: [] };
		return { type: "position" as const, position };
	}
}

function readCaller(header: string | null): Caller | null {
	if (header === null) return null;
	const parsed = Caller.safeParse(JSON.parse(header));
	return parsed.success ? parsed.data : null;
}

function parseFrame(message: string | ArrayBuffer): ClientFrame | Problem {
	if (typeof message !== "string") return problem("malformed-frame");
	if (bytesOf(message) > FRAME_MAX_BYTES) return problem("frame-too-large");
	let value: unknown;
	try {
		value = JSON.parse(message);
	} catch {
		return problem("malformed-frame");
	}
	const parsed = ClientFrame.safeParse(value);
	if (parsed.success) return parsed.data;
	const errors = parsed.error.issues
		.slice(0, 20)
		.map(({ path, message: text }) => ({ path: path.join("."), message: text }));
	return problem("malformed-frame", { errors });
}

/** Counted only where it matters: a character takes at least one byte and, of those JSON carries, at most three. */
function bytesOf(text: string): number {
	return text.length * 3 <= FRAME_MAX_BYTES ? text.length : new TextEncoder().encode(text).length;
}

function answerFrame(commandId: string, answer: Answer) {
	const base = { type: "answer" as const, commandId, answer };
	if (answer.status === "done") return base;
	return {
		...base,
		problem: problem(answer.code as ProblemCode, answer.detail === undefined ? {} : { detail: answer.detail }),
	};
}

function tell(socket: WebSocket, frame: object): void {
	sendQuietly(socket, JSON.stringify(frame));
}
