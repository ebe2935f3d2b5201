import { CLOSE_FINAL, SUBPROTOCOL } from "../../../rules/live-protocol.ts";
import { CloseReason } from "../../../schema/hall/protocol.ts";
import type { ProblemCode } from "../../../schema/problem.ts";

export function isUpgrade(request: Request): boolean {
	return request.headers.get("Upgrade")?.toLowerCase() === "websocket";
}

/** A browser cannot read why an upgrade failed: the door opens it and closes it again with the reason. */
export function refuseUpgrade(code: ProblemCode): Response {
	const reason = CloseReason.safeParse(code);
	const pair = new WebSocketPair();
	pair[1].accept();
	pair[1].close(CLOSE_FINAL, reason.success ? reason.data : "invalid-input");
	return new Response(null, {
		status: 101,
		webSocket: pair[0],
		headers: { "Sec-WebSocket-Protocol": SUBPROTOCOL },
	});
}
