import { targetLevel } from "../../rules/measure/target-share.ts";
import type { BranchSummary } from "../../schema/endpoint/branch-endpoints.ts";
import { ROLLUP_EVERY_MS } from "../../schema/limits.ts";

/** A branch that works and can be heard has sent newer figures by then. */
export const OLD_FIGURE_MS = 2 * ROLLUP_EVERY_MS;

/** What the figures of a branch are of: this moment; a day that is over; or an open day as it was some time ago. */
export function figuresOf({ rollup, ageMs }: Pick<BranchSummary, "rollup" | "ageMs">): "now" | "day" | "before" {
	if (rollup?.dayStatus !== "open") return "day";
	return ageMs !== null && ageMs <= OLD_FIGURE_MS ? "now" : "before";
}

/** Whether a branch that is open is below target as far as its figures say what is now. */
export function isBelowTarget(branch: BranchSummary): boolean {
	return figuresOf(branch) === "now" && isOver(branch);
}

/** Whether a branch that has closed this day, `YYYY-MM-DD`, was below target on it. */
export function wasBelowTarget(branch: BranchSummary, today: string): boolean {
	const { rollup } = branch;
	return rollup?.dayStatus === "closed" && rollup.businessDay === today && isOver(branch);
}

function isOver({ rollup }: BranchSummary): boolean {
	return targetLevel(rollup?.waits.withinTarget) === "over";
}
