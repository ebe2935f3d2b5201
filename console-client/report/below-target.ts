import { targetLevel } from "../../rules/measure/target-share.ts";
import type { BranchSummary } from "../../schema/endpoint/branch-endpoints.ts";

/** Whether a branch that is open now is below target today. */
export function isBelowTarget({ rollup }: BranchSummary): boolean {
	return rollup?.dayStatus === "open" && targetLevel(rollup.waits.withinTarget) === "over";
}
