import type { Audience } from "../../../schema/hall/view.ts";
import type { BranchState } from "../../domain/hall/branch-state.ts";
import type { Configured } from "../../domain/hall/decision.ts";
import { displayView } from "../../domain/view/display-view.ts";
import type { Collections } from "../../domain/view/keyed-diff.ts";
import { staffView } from "../../domain/view/staff-view.ts";
import { statusView } from "../../domain/view/status-view.ts";
import { ticketView } from "../../domain/view/ticket-view.ts";

/** Who looks, and for a ticket page at which ticket. */
export type Looker = { readonly audience: Audience; readonly ticketId?: string | undefined };

/** What a looker sees of a state. `parked`: how many days or records D1 has refused and the branch has set aside. */
export function viewFor(looker: Looker, state: BranchState, parked: number): Collections {
	if (state.configuration === null) return {};
	const configured = state as Configured;
	switch (looker.audience) {
		case "display":
			return displayView(configured);
		case "staff":
			return staffView(configured);
		case "status":
			return statusView(configured, parked);
		case "ticket":
			return ticketView(configured, looker.ticketId ?? "");
		default:
			return looker.audience satisfies never;
	}
}

/** Seq of the last commit that may have changed what a looker sees: a view of that seq or later is up to date, save in the count of what is parked. */
export function changedSeq(looker: Looker, state: BranchState): number {
	switch (looker.audience) {
		case "display":
			return state.changed.display;
		case "staff":
		case "status":
			return state.changed.staff;
		case "ticket":
			return Math.max(state.changed.branch, state.tickets.get(looker.ticketId ?? "")?.changedSeq ?? 0);
		default:
			return looker.audience satisfies never;
	}
}
