import { CLOSE_FINAL } from "../../../rules/live-protocol.ts";
import type { CloseReason } from "../../../schema/hall/protocol.ts";

/** Close codes that only the platform may use and nobody may send. */
const RESERVED_CLOSE_CODES: ReadonlySet<number> = new Set([1005, 1006, 1015]);

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
