import type { BranchRecord } from "../../schema/hall/view.ts";
import { localDay } from "../language/format.ts";

/**
 * Whether a number can be had now, by what the branch last said. A day that nobody has begun yet counts as open: the first
 * ticket begins it, and the branch itself refuses one that comes too early.
 */
export function ticketGate(branch: BranchRecord, now: number): "open" | "closed" | "after-last" {
	// A day that goes on after midnight is still the branch's day.
	if (branch.dayStatus === "open") {
		return branch.lastTicketAt !== null && now >= branch.lastTicketAt ? "after-last" : "open";
	}
	return branch.dayStatus === "closed" && branch.businessDay === localDay(now, branch.timeZone) ? "closed" : "open";
}
