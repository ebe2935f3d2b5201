import {
	CLOSE_FINAL,
	PONG,
	PROTOCOL_VERSION,
	SUBPROTOCOL,
	TICKET_SUBPROTOCOL_PREFIX,
} from "../../rules/live-protocol.ts";
import type { Command, Expectation } from "../../schema/hall/command.ts";
import type { Answer } from "../../schema/hall/event.ts";
import type {
	AnswerFrame,
	CaseFrame,
	PatchFrame,
	ServerFrame,
	ViewFrame,
	ViewRecord,
} from "../../schema/hall/protocol.ts";
import type { Audience, Position } from "../../schema/hall/view.ts";
import type { Problem } from "../../schema/problem.ts";
import { fetchDoor, liveTicket } from "./door.ts";

/** As long as a busy machine may need: no rule of ours. */
const ANSWER_MAX_MS = 20_000;

type Frame = ServerFrame;
export type Handshake = {
	readonly branchId: string;
	readonly audience: Audience;
	/** `token.…` or `link.…`; null: none at all. */
	readonly credential: string | null;
	readonly protocol?: number;
	readonly epoch?: number;
	readonly seq?: number;
};
type Collections = Record<string, Record<string, ViewRecord>>;

/**
 * The least a client must do, written from the protocol's own words and sharing no code with the real clients: keep a
 * view, apply what follows it, and notice a gap. It never repairs one: a healthy connection has none.
 */
export class LiveClient {
	readonly protocol: number;
	epoch = -1;
	seq = -1;
	at = 0;
	speed = 1;
	view: Collections = {};
	/** How often the server sent a whole view, and patches, that were applied. */
	views = 0;
	patches = 0;
	gaps = 0;
	pongs = 0;
	closed: { readonly code: number; readonly reason: string } | null = null;
	readonly problems: Problem[] = [];
	readonly cases: CaseFrame[] = [];
	readonly positions: Position[] = [];
	readonly answers = new Map<string, AnswerFrame[]>();
	/** Bytes of every patch, for whoever measures. */
	readonly patchSizes: number[] = [];

	readonly #socket: WebSocket;
	readonly #waiting = new Set<{ readonly test: () => boolean; readonly resolve: () => void }>();
	#asked: ((frame: ViewFrame) => void)[] = [];

	/**
	 * Connects through the door; done when the first frame, or the close, has arrived. Who gets no ticket is told why by
	 * HTTP: that counts as a refusal for good, with the problem's code as its reason.
	 */
	static async open(handshake: Handshake, known?: Pick<LiveClient, "epoch" | "seq" | "view">): Promise<LiveClient> {
		const { branchId, audience, credential, protocol = PROTOCOL_VERSION } = handshake;
		const query = new URLSearchParams({ protocol: String(protocol), audience });
		const epoch = handshake.epoch ?? known?.epoch;
		const seq = handshake.seq ?? known?.seq;
		if (epoch !== undefined) query.set("epoch", String(epoch));
		if (seq !== undefined) query.set("seq", String(seq));
		const ticket = await liveTicket(branchId, audience, credential);
		if ("code" in ticket) return LiveClient.#turnedAway(protocol, ticket.code);
		const offered = `${SUBPROTOCOL}, ${TICKET_SUBPROTOCOL_PREFIX}${ticket.ticket}`;
		const headers = { Upgrade: "websocket", "Sec-WebSocket-Protocol": offered };
		const response = await fetchDoor(`/branches/${branchId}/live?${query}`, { headers });
		return LiveClient.over(response, protocol, known);
	}

	static #turnedAway(protocol: number, reason: string): LiveClient {
		const client = new LiveClient(new WebSocketPair()[0], protocol);
		client.closed = { code: CLOSE_FINAL, reason };
		return client;
	}

	/** Takes over the socket of an answered upgrade. */
	static async over(
		response: Response,
		protocol: number,
		known?: Pick<LiveClient, "epoch" | "seq" | "view">,
	): Promise<LiveClient> {
		if (response.webSocket === null) throw new Error(`no socket: ${response.status} ${await response.text()}`);
		const client = new LiveClient(response.webSocket, protocol);
		if (known !== undefined) Object.assign(client, { epoch: known.epoch, seq: known.seq, view: known.view });
		await client.until("the first frame", () => client.views + client.patches + client.gaps > 0);
		return client;
	}

	private constructor(socket: WebSocket, protocol: number) {
		this.#socket = socket;
		this.protocol = protocol;
		socket.accept();
		socket.addEventListener("message", ({ data }) => this.#hear(String(data)));
		socket.addEventListener("close", ({ code, reason }) => {
			this.closed ??= { code, reason };
			this.#wakeUp();
		});
	}

	say(frame: string | ArrayBuffer | object): void {
		const raw = typeof frame === "string" || frame instanceof ArrayBuffer;
		this.#socket.send(raw ? frame : JSON.stringify(frame));
	}

	/** The branch's answer to this very sending of a command; rejects when the connection ends before. */
	async command(request: { commandId: string; command: Command; expect?: Expectation | undefined }): Promise<Answer> {
		const { commandId } = request;
		const count = this.answers.get(commandId)?.length ?? 0;
		this.say({ type: "command", ...request });
		await this.until(`the answer to ${commandId}`, () => (this.answers.get(commandId)?.length ?? 0) > count);
		const answer = this.answers.get(commandId)?.at(count)?.answer;
		if (answer === undefined) throw new Error(`closed before ${commandId} was answered`);
		return answer;
	}

	/** A whole view made for this question and not applied; everything sent before it has been applied by then. */
	async fresh(): Promise<ViewFrame> {
		let answer: ViewFrame | undefined;
		this.#asked.push((frame) => {
			answer = frame;
		});
		this.say({ type: "view" });
		await this.until("a whole view", () => answer !== undefined);
		if (answer === undefined) throw new Error("closed before the view came");
		return answer;
	}

	/** Until `test` holds or the connection has ended. */
	async until(what: string, test: () => boolean): Promise<void> {
		if (test() || this.closed !== null) return;
		const timer = new AbortController();
		const met = new Promise<true>((resolve) => this.#waiting.add({ test, resolve: () => resolve(true) }));
		const late = scheduler.wait(ANSWER_MAX_MS, { signal: timer.signal }).then(
			() => false,
			() => true,
		);
		const inTime = await Promise.race([met, late]);
		timer.abort();
		if (!inTime) throw new Error(`${what} did not come in ${ANSWER_MAX_MS} ms`);
	}

	close(): void {
		if (this.closed === null) this.#socket.close(1000, "done");
	}

	#hear(text: string): void {
		if (text === PONG) this.pongs += 1;
		else this.#take(JSON.parse(text) as Frame, text.length);
		this.#wakeUp();
	}

	#wakeUp(): void {
		for (const waiter of this.#waiting) {
			if (!waiter.test() && this.closed === null) continue;
			this.#waiting.delete(waiter);
			waiter.resolve();
		}
	}

	#take(frame: Frame, size: number): void {
		switch (frame.type) {
			case "view":
				return this.#takeView(frame);
			case "patch":
				this.patchSizes.push(size);
				return this.#takePatch(frame);
			case "answer":
				this.answers.set(frame.commandId, [...(this.answers.get(frame.commandId) ?? []), frame]);
				return;
			case "position":
				this.positions.push(frame.position);
				return;
			case "case":
				this.cases.push(frame);
				return;
			case "problem":
				this.problems.push(frame.problem);
				return;
			default:
				frame satisfies never;
		}
	}

	#takeView(frame: ViewFrame): void {
		const asked = this.#asked.shift();
		if (asked !== undefined) return asked(frame);
		this.views += 1;
		this.epoch = frame.epoch;
		this.seq = frame.seq;
		this.at = frame.at;
		this.speed = frame.speed;
		this.view = collectionsOf(frame);
	}

	#takePatch(frame: PatchFrame): void {
		if (frame.seq <= this.seq) {
			// A patch up to where we are only confirms it, as the greeting of a connection resumed does.
			this.patches += frame.seq === this.seq ? 1 : 0;
			return;
		}
		if (frame.from > this.seq) {
			this.gaps += 1;
			return;
		}
		this.patches += 1;
		this.seq = frame.seq;
		this.at = frame.at;
		for (const { collection, put, remove } of changesOf(frame)) {
			const records = { ...this.view[collection] };
			if (put !== undefined) records[put.id] = put;
			if (remove !== undefined) delete records[remove];
			this.view = { ...this.view, [collection]: records };
		}
	}
}

type Change = { readonly collection: string; readonly put?: ViewRecord; readonly remove?: string };

function changesOf(frame: PatchFrame): Change[] {
	return [
		...Object.entries(frame.put).flatMap(([collection, puts]) => puts.map((put) => ({ collection, put }))),
		...Object.entries(frame.remove).flatMap(([collection, ids]) => ids.map((remove) => ({ collection, remove }))),
	];
}

/** A view's records by collection and id: their order within a collection means nothing. */
export function collectionsOf(frame: ViewFrame): Collections {
	const collections: Collections = {};
	for (const [name, records] of Object.entries(frame.collections)) {
		collections[name] = Object.fromEntries(records.map((record) => [record.id, record]));
	}
	return collections;
}

/** What an audience sees at this moment, asked for and hung up. */
export async function viewOf(handshake: Handshake): Promise<ViewFrame> {
	const client = await LiveClient.open(handshake);
	const frame = await client.fresh();
	client.close();
	return frame;
}
