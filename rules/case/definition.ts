import type { RetentionClass } from "../../schema/customer/sealed.ts";
import type { May } from "../holding.ts";
import type { Right } from "../permission.ts";
import type { Role } from "../role.ts";

/** Who may do a step: whoever owns the case now, whoever opened it, or whoever holds a right at its branch. */
export type Mover = "owner" | "opener" | Right;

/** What a step brings besides its name: an owner, a due time, a stage, or one of the kind's sealed texts, fields, ties or facts. */
export type Brought = "owner" | "due" | "stage" | (string & {});

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
	/** Among which stages whoever does it chooses, where `stage` may be brought. */
	readonly stages?: readonly string[];
	/** Of stages among these, whether there must be lines in the lists that it brings, or may be none. */
	readonly lines?: Readonly<Record<string, "some" | "none">>;
	/** When it is offered at all; what else it depends on, the kind's own rule says. */
	readonly when?: CaseTest;
};

/** The kinds of number and of contact that a value of such a field names. */
export const NUMBER_KINDS = ["account", "id-number", "information-number"] as const;
export const CONTACT_KINDS = ["phone", "wechat", "email"] as const;

/** One column of a list: a line of text, money, or a number that names a customer. */
export type ColumnRule = {
	readonly is: "line" | "fen" | "number";
	readonly maxChars?: number;
	readonly isOptional?: true;
};
export type LinesRule = { readonly max: number; readonly columns: Readonly<Record<string, ColumnRule>> };

/**
 * A personal value of a case, sealed by the door: of it the newest alone is kept. A name, a number and a contact say who
 * somebody is: whoever may read the case sees them masked, of the others only that there is one.
 */
export type FieldRule =
	| { readonly is: "name" }
	| { readonly is: "number" | "contact" }
	/** One line, or several. */
	| { readonly is: "line" | "text"; readonly maxChars: number }
	/** Lists of lines, by name. */
	| { readonly is: "lists"; readonly lists: Readonly<Record<string, LinesRule>> };

/** What leads to a customer in clear: the bank's own number of one, by which a case is found, or a ticket's id. */
export type TieRule = { readonly is: "reference" | "ticket" };

/** A fact that people give. */
export type AskRule =
	| {
			readonly oneOf: readonly string[];
			/** What else is meant by an answer that is given in the hall. */
			readonly inHall?: Readonly<Record<string, Readonly<Record<string, string>>>>;
	  }
	/** A code of a list that head office keeps, or somebody who works here. */
	| { readonly is: "code" | "staff" }
	/** Somebody else who works here than whom this fact names; chosen on the form, and taken away again. */
	| { readonly is: "colleague"; readonly of: string }
	/** Yes or no, 1 or 0; the fact that is not null while it is yes. */
	| { readonly is: "flag"; readonly since: string };

/** A fact as it is shown: somebody, a role, a code with a word of its own, or a moment. */
export type FactShown = "staff" | "role" | "code" | "moment";

/** What of a case can be told from its facts and from what it holds. An erased one lacks nothing. */
export type CaseTest = {
	readonly stage?: string;
	/** Facts that have these values. */
	readonly is?: CaseFactValues;
	/** Fields and ties that are not there. */
	readonly lacks?: readonly string[];
	/** Whoever asks owns it, or has a part in it. */
	readonly isMine?: true;
};

/** Codes, ids and times of a case that its kind knows. */
export type CaseFactValues = Readonly<Record<string, string | number | null>>;

/** Who is about to do a step. */
export type StepBy = { readonly staffId: string; readonly may: May };

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
	readonly ties?: Readonly<Record<string, TieRule>>;
	/** Facts that people give with a step, and how facts are shown, in their order. */
	readonly asks?: Readonly<Record<string, AskRule>>;
	readonly facts?: Readonly<Record<string, FactShown>>;
	/** Who may open one, and read every one of a place; owner and opener read their own. To see in full what is masked may need a right more. */
	readonly rights: { readonly open: Right; readonly read: Right; readonly show?: Right };
	/** Facts that stand in the row alone: nobody who reads the case is shown them. */
	readonly unseen?: readonly string[];
	/** Whoever is named in these facts has a part in it, and reads it at its branch. */
	readonly parts?: readonly string[];
	/** Whoever holds this right can be chosen to own one, and reads it as long as nobody was. The fact is 1 once somebody was; they can be taken away again. */
	readonly assigned?: { readonly fact: string; readonly to: Right };
	readonly opening: Pick<StepRule, "needs" | "takes" | "stages" | "lines">;
	readonly steps: Readonly<Record<string, StepRule>>;
	/** What somebody has to bring besides for a step that its rule allows them; null: it is not theirs to do. */
	readonly asWhom?: (step: string, standing: CaseStanding, by: StepBy) => readonly Brought[] | null;
	/** Each step of it is written into the ledger before it is done. */
	readonly onRecord?: true;
	/** Lists that people work through at a branch, besides all of them, the newest first; absent: what is due, by time and place. */
	readonly lists?: Readonly<Record<string, CaseTest>>;
	/** What is said of one beside its stage, while the test says so, or does not. */
	readonly signs?: Readonly<
		Record<
			string,
			{ readonly tone: "good" | "near" | "over" } & ({ readonly when: CaseTest } | { readonly unless: CaseTest })
		>
	>;
	/** Which fields, ties and facts stand in a column of their own where cases are listed. */
	readonly columns?: readonly string[];
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
