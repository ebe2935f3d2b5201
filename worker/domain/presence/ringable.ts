import type { Someone } from "../../../rules/told.ts";
import type { BranchState } from "../hall/branch-state.ts";

/** Of those whose page is open, who may be rung: nobody who has said that they are not there. Who has said nothing is as good as on duty. */
export function ringable({ lobby }: BranchState, present: readonly Someone[]): readonly Someone[] {
	return present.filter(({ staffId }) => (lobby.presence[staffId]?.status ?? "on-duty") === "on-duty");
}
