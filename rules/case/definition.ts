import type { Actor } from "../../schema/actor.ts";
import type { RetentionClass } from "../../schema/customer/sealed.ts";
import type { Right } from "../permission.ts";
import type { Role } from "../role.ts";

/** Who may do a step: whoever owns the case now, whoever opened it, or whoever holds a right at its branch. */
export type Mover = "owner" | "opener" | Right;

/** What a step brings besides its name: an owner, a due time, or one of the kind's sealed texts or fields. */
export type Brought = "owner" | "due" | (string & {});

/** One step of a kind of case. */
export type StepRule = {
	/** The stages in which it can be done. One that is over comes back to its branch by it. */
	readonly from: readonly string[];
	/** The stage it leads to; absent: the case stays where it is, or the kind's own rule says. */
	readonly to?: string;
	readonly by: readonly Mover[];
	/** Must be brought. */
	readonly needs?: readonly Brought[];
	/** May be brought; nothing else may. */
	readonly takes?: readonly Brought[];
};

/** A personal value of a case, sealed by the door: of it the newest alone is kept. */
export type FieldRule = {
	/** How whoever may read the case sees it; absent: only that there is one. */
	readonly mask?: "name" | "number" | "contact";
	/** Of which kinds it is found again through a keyed hash; the value names its kind. */
	readonly foundBy?: readonly ("account" | "id-number" | "information-number" | "phone")[];
};

/** Codes, ids and times of a case that its kind knows. */
export type CaseFactValues = Readonly<Record<string, string | number | null>>;

/** What of a case decides who may see it and move it. */
export type CaseStanding = {
	readonly branchId: string;
	readonly stage: string;
	readonly ownerId: string;
	readonly openedBy: string;
	readonly facts: CaseFactValues;
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
	/** Personal values that replace one another. */
	readonly fields?: Readonly<Record<string, FieldRule>>;
	/** What leads to a customer in clear, the bank's own numbers: gone when one is erased. */
	readonly ties?: readonly string[];
	/** Those of them by which a case is found. */
	readonly foundByTies?: readonly string[];
	/** Who may open one, and read every one of a place; owner and opener read their own. */
	readonly rights: { readonly open: Right; readonly read: Right };
	/** Who else may read one, at its branch. */
	readonly readsAlso?: (standing: CaseStanding, actor: Actor) => boolean;
	readonly opening: Pick<StepRule, "needs" | "takes">;
	readonly steps: Readonly<Record<string, StepRule>>;
	/** It is opened and moved through endpoints of its own alone. */
	readonly ownDoor?: true;
	/** False: nobody is told when one is due. */
	readonly reminds?: false;
	/** One that is erased while it is open is over in the stage in which it stands. */
	readonly staysWhenErased?: true;
	/** Open ones at a branch, when it is not as many as of any kind. */
	readonly openMax?: number;
	/** Where values of its fields are sealed for, when it is older than cases; never changed. */
	readonly sealedAs?: {
		readonly table: string;
		/** Stands before the random part of the case's id. */
		readonly rowPrefix: string;
		readonly retention: RetentionClass;
	};
	/** How long after its due time, in the branch's opening hours, others are told of it as well: whoever is in these roles there. */
	readonly escalatesAfterMs: number;
	readonly escalatesTo: readonly Role[];
};
