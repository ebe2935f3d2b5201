import { PING_EVERY_MS } from "../../schema/limits.ts";

export type Heartbeat = {
	/** When anything was last heard, monotonic milliseconds. */
	readonly heardAt: number;
	/** When the ping was sent that nothing has answered yet. */
	readonly pingAt: number | null;
};

/** What to do about a line now: a ping unanswered for `PING_EVERY_MS` is a dead line, mere silence asks for a ping. */
export function heartbeatStep({ heardAt, pingAt }: Heartbeat, now: number): "ping" | "dead" | "wait" {
	// A tab that was throttled has not asked, so its silence proves nothing.
	if (pingAt !== null) return now - pingAt >= PING_EVERY_MS ? "dead" : "wait";
	return now - heardAt >= PING_EVERY_MS ? "ping" : "wait";
}
