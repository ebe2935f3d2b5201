import type { Connection } from "../../client-kit/connection.ts";
import { localDay } from "../../client-kit/format.ts";
import type { BranchRecord } from "../../schema/view.ts";

/** Whether tickets can be taken here now, and if not, why. */
export type Gate = "open" | "connecting" | "offline" | "refused" | "closed" | "after-last";

/**
 * Judged by what the branch last said. A day that nobody has begun yet counts as open: the first ticket begins it, and
 * the branch itself refuses one that comes too early.
 */
export function kioskGate(branch: BranchRecord | undefined, now: number | null, connection: Connection): Gate {
	if (connection.status === "refused") return "refused";
	if (connection.status === "lost") return "offline";
	if (branch === undefined || now === null) return "connecting";
	if (branch.businessDay !== localDay(now, branch.timeZone)) return "open";
	if (branch.dayStatus === "closed") return "closed";
	return branch.lastTicketAt !== null && now >= branch.lastTicketAt ? "after-last" : "open";
}
