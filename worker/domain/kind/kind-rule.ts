import type { CaseFactValues } from "../../../rules/case/definition.ts";
import type { Actor } from "../../../schema/actor.ts";
import type { SectionId } from "../../../schema/configuration/sections.ts";
import type { MoveCase, SealedTexts, StoredCase } from "../../../schema/customer/case.ts";
import type { BranchEvent } from "../../../schema/hall/event.ts";
import type { Configured, Context, Refusal } from "../hall/decision.ts";

/** What a kind's rule may know of a step: who takes it and when, and what the branch knows of the case and its customer. */
export type CaseContext = {
	readonly actor: Actor;
	/** Branch time. */
	readonly now: number;
	/** Wall-clock time at which the step came to the door. */
	readonly notedAt?: number | undefined;
	/** Open cases of the branch of this kind. */
	readonly openCount: number;
	/** What holds of a content section at the branch; absent: what ships. */
	readonly contentOf?: ((section: SectionId) => object) | undefined;
	/** The bank's own numbers that the step sets (null: takes away) and that lead to a customer; they are stored in clear. */
	readonly ties?: SealedTexts["ties"];
	/** Who can be rung, where a step may ring. */
	readonly present?: Context["present"];
	/** Who was the manager of the latest record of the same customer. */
	readonly lastManager?: string | undefined;
	/** The first case of its kind that was opened for the same customer before this one, less than so long before; null: none is known. */
	readonly firstOfCustomer?: ((withinMs: number) => StoredCase | null) | undefined;
};

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
