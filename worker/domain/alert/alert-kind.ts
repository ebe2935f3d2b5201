import type { NoticeLimits } from "../../../rules/measure/usual-limits.ts";
import type { Someone } from "../../../rules/told.ts";
import type { Role } from "../../../schema/actor.ts";
import type { Told, Tried } from "../../../schema/hall/alert.ts";
import type { AlertState } from "../hall/alert-state.ts";
import type { BranchState } from "../hall/branch-state.ts";

/** A kind of alert: all that the mechanism must know of it. */
export type AlertKindRow<Reason extends string> = {
	/** What its ids begin with. */
	readonly letter: string;
	/**
	 * Who is told, in order: the first of these groups that has somebody on duty, then the next when nobody comes. Whom an
	 * alert names comes before all of them. When nobody at all is on duty everybody is told, and whoever comes first sees it.
	 */
	tells(reason: Reason): readonly (readonly Role[])[];
	/** May take any of the kind although it is told to others. */
	readonly above: readonly Role[];
	/** Whether it rings on the phones of those who are told; else it only shows there. */
	rings(reason: Reason): boolean;
	/** Shown before all others, and never refused for want of room. */
	isUrgent(reason: Reason): boolean;
	/** How long nobody may come before the next are told. */
	readonly escalatesAfterMs: number | ((limits: NoticeLimits) => number);
	/** How long it stays when nobody comes, since it was last raised or passed on. */
	readonly openForMs: (alert: Pick<AlertState, "reason" | "raisedBy">) => number;
	/** How long it stays once somebody has accepted it, unless that person ends it. */
	readonly acceptedForMs: number;
	/** Stands in no view: those whom it concerns ask for it. */
	readonly isPrivate?: true;
	/** It can be passed on to nobody else. */
	readonly onlyTo?: readonly Role[];
	/** One after the other is told, by an order of its own: who is next, and who was not rung or did not come. */
	readonly asksNext?: (
		state: BranchState,
		alert: AlertState,
		tried: readonly Tried[],
		present: readonly Someone[] | undefined,
	) => { readonly told: Told; readonly tried: Tried[]; readonly isLast: boolean };
};
