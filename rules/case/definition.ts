import type { Right } from "../permission.ts";
import type { Role } from "../role.ts";

/** Who may do a step: whoever owns the case now, whoever opened it, or whoever holds a right at its branch. */
export type Mover = "owner" | "opener" | Right;

/** What a step brings besides its name: an owner, a due time, or one of the kind's sealed texts. */
export type Brought = "owner" | "due" | (string & {});

/** One step of a kind of case. */
export type StepRule = {
	/** The stages in which it can be done. */
	readonly from: readonly string[];
	/** The stage it leads to; absent: the case stays where it is. */
	readonly to?: string;
	readonly by: readonly Mover[];
	/** Must be brought. */
	readonly needs?: readonly Brought[];
	/** May be brought; nothing else may. */
	readonly takes?: readonly Brought[];
};

/**
 * A kind of case (事项): something that has an owner and a next step. All that the engine knows of a kind stands here; what is
 * special about a kind beyond it is ordinary code in that kind's own folder.
 */
export type CaseDefinition = {
	/** Stages in which something is still to be done, the first one first. */
	readonly open: readonly [string, ...string[]];
	/** Stages in which nothing is; one that is erased while it is open ends in the last of them. */
	readonly over: readonly [string, ...string[]];
	/** Texts, sealed by the door: they stand in no commit, and in clear nowhere. */
	readonly texts: readonly string[];
	/** Those of them that name a customer: shown on request alone, with a reason, on record. */
	readonly personal: readonly string[];
	/** Who may open one, and read every one of a place; owner and opener read their own. */
	readonly rights: { readonly open: Right; readonly read: Right };
	readonly opening: Pick<StepRule, "needs" | "takes">;
	readonly steps: Readonly<Record<string, StepRule>>;
	/** How long after its due time, in the branch's opening hours, others are told of it as well: whoever is in these roles there. */
	readonly escalatesAfterMs: number;
	readonly escalatesTo: readonly Role[];
};
