import type { CloseReason } from "../../schema/hall/protocol.ts";
import { STALE_AMBER_MS, STALE_NOTICE_MS } from "../../schema/limits.ts";
import type { ClientProblem } from "../call/client-problem.ts";

/** Why the server will not have us as we are, or why no credential could be had. */
export type RefusalReason = CloseReason | ClientProblem["code"];

/** `amber`: nothing heard for 15 s; `lost`: for 60 s, or since a page began with what it remembers. The last state stays in both. */
export type Connection =
	| { readonly status: "connecting" | "live" | "amber" | "lost" }
	| { readonly status: "refused"; readonly reason: RefusalReason };

/**
 * The connection as a person should see it: judged by what was heard, not by the state of a socket, so that a
 * reconnect within seconds is never shown and a dead line that still looks open is.
 */
export function connectionOf(heard: {
	readonly refused: RefusalReason | null;
	/** Whether anything was ever heard from this branch. */
	readonly ever: boolean;
	/** Since the last frame or pong, else since the page began; milliseconds. */
	readonly silentMs: number;
}): Connection {
	if (heard.refused !== null) return { status: "refused", reason: heard.refused };
	if (heard.silentMs > STALE_NOTICE_MS) return { status: "lost" };
	if (heard.silentMs > STALE_AMBER_MS) return { status: "amber" };
	return { status: heard.ever ? "live" : "connecting" };
}
