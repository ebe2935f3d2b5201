import type { CaseFactValues } from "../../../rules/case/definition.ts";
import type { MoveCase, StoredCase } from "../../../schema/case.ts";
import type { BranchEvent } from "../../../schema/event.ts";
import type { Configured, Refusal } from "../decision.ts";
import type { CaseContext } from "./move.ts";

/** A step that the definition of its kind allows. `before` is null for one that opens a case. */
export type KindQuestion = {
	readonly state: Configured;
	readonly before: StoredCase | null;
	readonly command: MoveCase;
	readonly context: CaseContext;
};

/** What a kind's own rule makes of a step; what is absent stays as the definition has it. */
export type KindAnswer = {
	readonly stage?: string;
	readonly ownerId?: string;
	readonly facts?: CaseFactValues;
	/** Events of the kind's own, in the commit of the step. */
	readonly events?: readonly BranchEvent[];
};

/** What is special about the steps of a kind: ordinary code in the kind's own folder. Pure. */
export type KindRule = (question: KindQuestion) => KindAnswer | Refusal;
