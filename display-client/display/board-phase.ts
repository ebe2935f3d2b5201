import type { BranchRecord } from "../../schema/hall/view.ts";

/** What the left of the board has to say: nothing known yet, not open, open without a call yet, calls, or closed. */
export type BoardPhase = "unknown" | "before" | "quiet" | "calling" | "closed";

/** `today` is the branch's local day: a day closed yesterday means that today's has not begun. */
export function boardPhase(branch: BranchRecord | undefined, today: string | null, calls: number): BoardPhase {
	if (branch === undefined) return "unknown";
	if (branch.dayStatus === "open") return calls > 0 ? "calling" : "quiet";
	return branch.dayStatus === "closed" && branch.businessDay === today ? "closed" : "before";
}
