import { setTimeout as sleep } from "node:timers/promises";
import { WebSocket } from "ws";
import { PROTOCOL_VERSION, SUBPROTOCOL, TICKET_SUBPROTOCOL_PREFIX } from "../../rules/live-protocol.ts";

/** How often due frames are sent, several at once. */
const HEAP_EVERY_MS = 10;
/** How soon a closed socket is opened again: a flooder does not back off. */
const REOPEN_AFTER_MS = 50;

/** How somebody floods a branch: through one socket at a time, opening another whenever it is closed. */
export type Flood = {
	readonly audience: string;
	/** `Bearer …` or `Link …` */
	readonly credential: string;
	readonly framesPerSecond: number;
	readonly frame: () => string;
};

export type Flooder = {
	/** How many frames were sent, and how often the branch closed the socket. */
	readonly sent: () => number;
	readonly closed: () => number;
	stop(): Promise<void>;
};

/** Starts flooding the branch at `url` (without a slash at the end). */
export function startFlooder(url: string, flood: Flood): Flooder {
	let [over, sent, closed] = [false, 0, 0];
	const work = async () => {
		while (!over) {
			const socket = await connect(url, flood);
			let last = performance.now();
			while (socket?.readyState === WebSocket.OPEN && !over) {
				await sleep(HEAP_EVERY_MS);
				const now = performance.now();
				const due = Math.round(((now - last) * flood.framesPerSecond) / 1_000);
				last = now;
				for (let left = due; left > 0 && socket.readyState === WebSocket.OPEN; left--, sent++)
					socket.send(flood.frame());
			}
			if (socket !== null && !over) closed += 1;
			socket?.terminate();
			if (!over) await sleep(REOPEN_AFTER_MS);
		}
	};
	const working = work();
	return {
		sent: () => sent,
		closed: () => closed,
		stop: () => {
			over = true;
			return working;
		},
	};
}

/** Opens a socket; null when the branch does not let it in, and the flooder tries again. */
async function connect(url: string, { audience, credential }: Flood): Promise<WebSocket | null> {
	const headers = { authorization: credential, "content-type": "application/json" };
	const response = await fetch(`${url}/live-tickets`, { method: "POST", headers, body: JSON.stringify({ audience }) });
	const { ticket } = (await response.json()) as { readonly ticket?: string };
	if (ticket === undefined) return null;
	const live = `${url.replace("http", "ws")}/live?protocol=${PROTOCOL_VERSION}&audience=${audience}`;
	const protocols = [SUBPROTOCOL, `${TICKET_SUBPROTOCOL_PREFIX}${ticket}`];
	const socket = new WebSocket(live, protocols, { perMessageDeflate: false });
	return new Promise((resolve) => {
		socket.once("open", () => resolve(socket));
		socket.on("error", () => resolve(null));
		socket.on("message", () => {});
	});
}
