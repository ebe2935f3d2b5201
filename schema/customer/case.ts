import * as z from "zod";
import { CASE_KIND_NAMES, type CaseKind as CaseKindName, definitionOf } from "../../rules/case/kinds.ts";
import { Role } from "../actor.ts";
import { Bilingual, BranchId, BusinessDay, CommandId, EpochMs, StaffId } from "../ids.ts";
import { CASE_SHOWN_MAX, CASE_STEPS_MAX, CASE_TEXT_MAX_CHARS } from "../limits.ts";
import { cleanLines } from "../text/clean-text.ts";
import { CaseAsked, CaseFieldName, CaseFields, CaseTies, FieldValue, MaskedField } from "./case-fields.ts";
import { DisclosureReason } from "./disclosure.ts";
import { BlindIndex, Sealed, WrappedKey } from "./sealed.ts";

export const CaseKind = z.enum(CASE_KIND_NAMES as [CaseKindName, ...CaseKindName[]]);

/** The branch's id, `_`, 96 bits. */
export const CaseId = z
	.string()
	.regex(/^[a-z0-9]{2,12}-[a-z0-9]{2,24}_[0-9a-f]{24}$/)
	.meta({ example: "sh-lujiazui_0123456789abcdef01234567" });
export type CaseId = z.infer<typeof CaseId>;

/** The name of a stage, a step or a sealed text of a kind. */
export const CaseWord = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,31}$/);
const CaseFactsOfKind = z.record(CaseFieldName, z.union([z.string(), z.number(), z.null()]));
/** Under what a text is kept: its name, a dot, the version that the step made which brought it. */
export const CaseColumn = z.string().regex(/^[a-z][a-z-]{0,31}\.\d{1,3}$/);
/** A text as somebody writes it; sealed before the branch gets it. */
export const CaseText = z.string().overwrite(cleanLines).min(1).max(CASE_TEXT_MAX_CHARS);

/** The texts that the kinds have, by name. */
const CaseTexts = z.strictObject(
	Object.fromEntries(
		CASE_KIND_NAMES.flatMap((kind) => definitionOf(kind).texts.map((text) => [text, CaseText.optional()])),
	),
);

/** What a step brings; what is not named stays as it is, and null takes it away. `dueAt` is branch time. */
export const CaseBrought = z.strictObject({
	/** Null: nobody is chosen any more. */
	ownerId: StaffId.nullable().optional(),
	dueAt: EpochMs.optional(),
	/** The stage that it is to stand in, where the step leaves a choice. */
	stage: CaseWord.optional(),
	texts: CaseTexts.default({}),
	fields: CaseFields.optional(),
	ties: CaseTies.optional(),
	/** Codes that the kind asks for. */
	facts: CaseAsked.optional(),
});
export type CaseBrought = z.infer<typeof CaseBrought>;

/** One step that was done, its opening the first. */
export const CaseStep = z.object({
	step: CaseWord,
	/** Branch time. */
	at: EpochMs,
	/** Null: the branch itself. */
	by: z.object({ staffId: StaffId, role: Role }).nullable(),
	/** How the case stood afterwards. */
	stage: CaseWord,
	ownerId: StaffId,
	dueAt: EpochMs,
	/** Which texts were written down with it. */
	texts: z.array(CaseWord),
});
export type CaseStep = z.infer<typeof CaseStep>;

/** A case without its texts: ids, codes and times, and nothing that says who a customer is. */
export const CaseFacts = z.object({
	caseId: CaseId,
	branchId: BranchId,
	kind: CaseKind,
	stage: CaseWord,
	ownerId: StaffId,
	dueAt: EpochMs,
	/** The business day it was opened on. */
	businessDay: BusinessDay,
	openedAt: EpochMs,
	openedBy: StaffId,
	/** Null: something is still to be done. */
	closedAt: EpochMs.nullable(),
	/** When its texts were erased for good; null: they were not. */
	erasedAt: EpochMs.nullable(),
	/** Codes, ids and times that its kind knows. */
	facts: CaseFactsOfKind.default({}),
	steps: z.array(CaseStep).max(CASE_STEPS_MAX),
	/** Rises by one with each step; sent back as `If-Match`. */
	version: z.number().int().min(1),
});
export type CaseFacts = z.infer<typeof CaseFacts>;

/** When its owner was told that it is due, and the next above; null: not yet. Branch time. */
const CaseTold = CaseFacts.extend({ remindedAt: EpochMs.nullable(), escalatedAt: EpochMs.nullable() });

/** A case as whoever may read it sees it. */
export const CaseShown = CaseTold.extend({
	/** Texts in clear, each under `text.version` of the step that brought it. */
	texts: z.record(z.string(), z.string()),
	/** Texts that name a customer, by the same names: shown on request, with a reason. */
	personal: z.array(z.string()),
	/** Its fields, masked; null: there is one, and nothing of it is shown. */
	fields: z.record(CaseFieldName, MaskedField.nullable()),
	/** The bank's own numbers that lead to its customer. */
	ties: z.record(CaseFieldName, z.string()),
	/** What is to be said of it beside its stage: signs of its kind. */
	signs: z.array(CaseWord),
	/** The steps that the caller may do now. */
	possible: z.array(CaseWord),
	/** What the people in it are called, as far as the bank's books say and answer; absent where they were not asked. */
	names: z.record(StaffId, Bilingual).optional(),
});
export type CaseShown = z.infer<typeof CaseShown>;

const ShownTexts = z.array(CaseColumn).max(CASE_SHOWN_MAX);
const ShownFields = z.array(CaseFieldName).max(CASE_SHOWN_MAX);
/** Which texts that name a customer and which fields are to be shown, one at least, and why. */
export const CaseShowBody = z.union([
	z.strictObject({ texts: ShownTexts.default([]), fields: ShownFields.min(1), reason: DisclosureReason }),
	z.strictObject({ texts: ShownTexts.min(1), fields: ShownFields.default([]), reason: DisclosureReason }),
]);
/** Texts and fields in full; only what was asked for is there, null where there is nothing. */
export const CaseInFull = z.object({
	texts: z.record(z.string(), z.string()),
	fields: z.record(CaseFieldName, FieldValue.nullable()),
});
export type CaseInFull = z.infer<typeof CaseInFull>;
export const CaseTextsShown = CaseInFull.extend({
	caseId: CaseId,
	/** Wall-clock time at which the page must take them away again. */
	hideAt: EpochMs,
});

/** Everything held of one person, in full. */
export const PersonExport = z.object({
	madeAt: EpochMs,
	/** True when there are more cases than one export holds. */
	cut: z.boolean(),
	cases: z.array(CaseInFull.extend({ shown: CaseShown })),
});
export type PersonExport = z.infer<typeof PersonExport>;

/**
 * Why somebody is told of a case on the own live connections: it is theirs and has changed, it is due, or nothing was done about
 * it; or its customer waits for a manager, and something has come of that.
 */
export const CaseNews = z.enum(["moved", "due", "escalated", "offered"]);
export type CaseNews = z.infer<typeof CaseNews>;

/** A case as its branch keeps it and the bank's database gets it. */
export const StoredCase = CaseTold.extend({
	keyId: z.string(),
	/** Its own data key, so that one case can be erased; null once it was. */
	key: WrappedKey.nullable(),
	/** Sealed texts, each under `text.version` of the step that brought it. */
	texts: z.record(z.string(), Sealed),
	/** Sealed fields, as they are now. */
	fields: z.record(CaseFieldName, Sealed).default({}),
	/** Keyed hashes by which fields are found, and ties by which the case is. */
	indexes: z.record(CaseFieldName, z.string()).default({}),
	/** What leads to a customer in clear: the bank's own numbers. Gone when the case is erased. */
	ties: z.record(CaseFieldName, z.string()).default({}),
	/** Rises with each writing, steps or not: the newer one replaces the older. */
	revision: z.number().int().min(1),
});
export type StoredCase = z.infer<typeof StoredCase>;

/** The door's word to the branch about one step, the texts sealed already. Version 0 opens a case. */
export const MoveCase = z.strictObject({
	type: z.literal("move-case"),
	caseId: CaseId,
	kind: CaseKind,
	step: CaseWord,
	version: z.number().int().min(0),
	ownerId: StaffId.optional(),
	dueAt: EpochMs.optional(),
	stage: CaseWord.optional(),
	/** Which texts come with it. */
	texts: z.array(CaseWord),
	/** Codes that its kind's own rule reads. */
	facts: CaseFactsOfKind.optional(),
	/** Which fields and ties come with it, and which it takes away. */
	holds: z.array(CaseFieldName).optional(),
	drops: z.array(CaseFieldName).optional(),
	/** Which of the fields that come with it hold the number of an account in their lists. */
	numbers: z.array(CaseFieldName).optional(),
	/** Keyed hash of what was sent, so that an id used again for something else is noticed. */
	content: BlindIndex,
});
export type MoveCase = z.infer<typeof MoveCase>;
export const CaseRequest = z.strictObject({ commandId: CommandId, command: MoveCase });
export type CaseRequest = z.infer<typeof CaseRequest>;

/** The sealed half of a step; the key comes with the first one. */
export const SealedTexts = z.strictObject({
	key: WrappedKey.optional(),
	texts: z.record(z.string(), Sealed),
	/** Null takes one away. */
	fields: z.record(CaseFieldName, Sealed.nullable()).optional(),
	indexes: z.record(CaseFieldName, z.string().nullable()).optional(),
	ties: z.record(CaseFieldName, z.string().nullable()).optional(),
	/** Wall-clock time at which it came to the door; no part of what tells a repeat from another step. */
	notedAt: EpochMs.optional(),
});
export type SealedTexts = z.infer<typeof SealedTexts>;

/** What came of a step: the case's version after it. */
export const CaseDone = z.object({ caseId: CaseId, version: z.number().int().min(1) });
export type CaseDone = z.infer<typeof CaseDone>;

export const CaseStageCount = z.object({ stage: CaseWord, count: z.number().int() });
export type CaseStageCount = z.infer<typeof CaseStageCount>;
/** A case whose key has another wrapping now. */
export type RewrappedCase = Pick<WrappedKey, "wrapped" | "wrappingKeyId"> & { readonly caseId: CaseId };

/** How many cases of a kind stand in a stage. */
export const CaseCount = CaseStageCount.extend({ kind: CaseKind });
export type CaseCount = z.infer<typeof CaseCount>;
