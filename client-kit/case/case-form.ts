import type { CaseDefinition, StepBy, StepRule } from "../../rules/case/definition.ts";
import { saysWho } from "../../rules/case/fields.ts";
import { definitionOf } from "../../rules/case/kinds.ts";
import { isAssigned, ruleAs } from "../../rules/case/step.ts";
import type { CaseBrought, CaseShown } from "../../schema/customer/case.ts";
import { plainReference } from "../../schema/text/written-number.ts";
import { type FieldDraft, valueOfDraft } from "./field-draft.ts";

/**
 * What somebody fills in to open a case or to do a step. Whatever is null, empty or absent here leaves the case as it is, unless
 * said otherwise below.
 */
export type CaseDraft = {
	/** Null: the owner stays; empty: the case has no chosen owner any more. */
	readonly ownerId: string | null;
	/** Branch time. */
	readonly dueAt: number | null;
	readonly stage: string | null;
	readonly texts: Readonly<Record<string, string>>;
	readonly fields: Readonly<Record<string, FieldDraft>>;
	readonly ties: Readonly<Record<string, string>>;
	readonly facts: Readonly<Record<string, string | number>>;
};

export const EMPTY_CASE_DRAFT: CaseDraft = {
	...{ ownerId: null, dueAt: null, stage: null },
	...{ texts: {}, fields: {}, ties: {}, facts: {} },
};

/** One input of a form: owner, due time, stage, or one of the texts, fields, ties or facts (`ask`) of the kind of case. */
export type CaseField = {
	readonly name: string;
	readonly isNeeded: boolean;
	readonly is: "owner" | "due" | "stage" | "text" | "field" | "tie" | "ask";
};

type Rule = Pick<StepRule, "needs" | "takes" | "stages" | "lines">;
const WHO_AND_WHEN: ReadonlySet<string> = new Set(["owner", "due"]);
const REFERENCE = /^[A-Z][A-Z0-9-]{3,23}$/;

/**
 * Order: needed fields, then owner and due time, then optional fields. A branch that stores only customer references asks for the
 * reference and for no name, number or contact; any other branch asks for no reference.
 */
export function caseFieldsOf(
	definition: CaseDefinition,
	rule: Rule | null,
	referenceOnly = false,
): readonly CaseField[] {
	const { needs = [], takes = [] } = rule ?? {};
	const all = [
		...needs.map((name) => ({ name, isNeeded: true })),
		...takes.map((name) => ({ name, isNeeded: false })),
	].flatMap((field) => {
		const is = kindOfInput(definition, field.name, referenceOnly);
		return is === null ? [] : [{ ...field, is }];
	});
	const isWhoOrWhen = ({ name }: CaseField) => WHO_AND_WHEN.has(name);
	return [
		...all.filter((field) => !isWhoOrWhen(field) && field.isNeeded),
		...all.filter((field) => isWhoOrWhen(field)),
		...all.filter((field) => !isWhoOrWhen(field) && !field.isNeeded),
	];
}

/** Which kind of input asks for what a step brings under this name; null: no form asks for it. */
function kindOfInput(
	{ texts, fields = {}, ties = {}, asks = {} }: CaseDefinition,
	name: string,
	referenceOnly: boolean,
): CaseField["is"] | null {
	if (name === "owner" || name === "due" || name === "stage") return name;
	if (texts.includes(name)) return "text";
	if (fields[name] !== undefined) return referenceOnly && saysWho(fields[name]) ? null : "field";
	if (ties[name] !== undefined) return ties[name].is === "reference" && referenceOnly ? "tie" : null;
	const ask = asks[name];
	// Not asked for: a fact that another answer brings with it, and a member of staff, which is whoever does the step.
	const isFilledByAnother = Object.values(asks).some(
		(each) => "oneOf" in each && Object.values(each.inHall ?? {}).some((brought) => name in brought),
	);
	return ask === undefined || isFilledByAnother || ("is" in ask && ask.is === "staff") ? null : "ask";
}

/** The rule of a step, by its name, as it holds for this person; null: the kind has no such step, or it is not theirs to do. */
export function ruleOf(definition: CaseDefinition, step: string, shown: CaseShown, by: StepBy): StepRule | null {
	return ruleAs(definition, step, shown, by);
}

/** The present answer to a fact that people give; null: nobody has answered. */
export function answerNow(definition: CaseDefinition, name: string, shown: CaseShown | null): string | number | null {
	const ask = definition.asks?.[name];
	if (shown === null || ask === undefined) return null;
	if ("is" in ask && ask.is === "flag") return shown.facts[ask.since] == null ? 0 : 1;
	return shown.facts[name] ?? null;
}

/** The stage that a form shows as chosen before anybody has touched it; null: none is chosen, and the case stays in its stage. */
export function stageNow(step: string, { stages, lines }: Rule, shown: CaseShown | null): string | null {
	if (lines === undefined) return shown !== null && stages?.includes(shown.stage) ? shown.stage : null;
	const isAgain = shown?.steps.some((each) => each.step === step) && stages?.includes(shown.stage);
	return isAgain ? (shown?.stage ?? null) : (stages?.[0] ?? null);
}

export type Brought = { readonly brought: CaseBrought };
/** The first field that is empty although needed, or whose value is not valid (`isWrong`). */
export type Gap = { readonly gap: string; readonly isWrong?: true };
type Filling = {
	readonly definition: CaseDefinition;
	readonly rule: Rule;
	/** The case as it is now; null: it is being opened. */
	readonly shown: CaseShown | null;
	/** Filled in while the customer is there: an answer may then bring a second fact with it (consent given: spoken). */
	readonly inHall?: boolean;
};

/** What a draft sends: whatever was filled in and differs from the case as it is; or the first gap. */
export function broughtBy(draft: CaseDraft, fields: readonly CaseField[], filling: Filling): Brought | Gap {
	let brought: CaseBrought = { texts: {} };
	for (const field of fields) {
		const part = partOf(field, draft, filling);
		if (part === undefined) return { gap: field.name, isWrong: true };
		if (part !== null) {
			const { texts, fields: values, ties, facts, ...rest } = part;
			brought = {
				...{ ...brought, ...rest, texts: { ...brought.texts, ...texts } },
				...(values && { fields: { ...brought.fields, ...values } }),
				...(ties && { ties: { ...brought.ties, ...ties } }),
				...(facts && { facts: { ...brought.facts, ...facts } }),
			};
		} else if (field.isNeeded) return { gap: field.name };
	}
	return { brought };
}

/** What one field brings. Null: nothing to send; undefined: what was typed is not valid. */
function partOf(
	{ name, is, isNeeded }: CaseField,
	draft: CaseDraft,
	{ definition, rule, shown, inHall }: Filling,
): Partial<CaseBrought> | null | undefined {
	switch (is) {
		case "owner":
			if (draft.ownerId !== "") return draft.ownerId === null ? null : { ownerId: draft.ownerId };
			return shown !== null && isAssigned(definition, shown) ? { ownerId: null } : null;
		case "due":
			return draft.dueAt === null ? null : { dueAt: draft.dueAt };
		case "stage":
			return draft.stage === null || (!isNeeded && rule.lines === undefined && draft.stage === shown?.stage)
				? null
				: { stage: draft.stage };
		case "text":
			return draft.texts[name]?.trim() ? { texts: { [name]: draft.texts[name].trim() } } : null;
		case "field":
			return valueOfField(name, draft, definition, rule);
		case "tie": {
			const reference = plainReference(draft.ties[name] ?? "");
			if (reference === "") return null;
			return REFERENCE.test(reference) ? { ties: { [name]: reference } } : undefined;
		}
		case "ask":
			return valueOfAsk(name, draft, definition, shown, inHall === true);
		default:
			return is satisfies never;
	}
}

/** Lists are sent whole, also when empty. The chosen stage can require lines ("some") or forbid them ("none"). */
function valueOfField(name: string, draft: CaseDraft, definition: CaseDefinition, rule: Rule) {
	const of = definition.fields?.[name];
	const value = of && valueOfDraft(of, draft.fields[name]);
	const wanted = rule.lines?.[draft.stage ?? ""];
	if (wanted === "none") return { fields: { [name]: null } };
	if (value === undefined || of?.is !== "lists") return value == null ? value : { fields: { [name]: value } };
	return value === null && wanted === "some" ? undefined : { fields: { [name]: value } };
}

function valueOfAsk(
	name: string,
	{ facts }: CaseDraft,
	definition: CaseDefinition,
	shown: CaseShown | null,
	inHall: boolean,
) {
	const value = facts[name] === "" ? null : facts[name];
	const ask = definition.asks?.[name];
	if (value === undefined || value === answerNow(definition, name, shown)) return null;
	// Only a colleague can be removed again; other facts are only replaced.
	if (value === null) return ask && "of" in ask ? { facts: { [name]: null } } : null;
	const second = inHall && ask && "oneOf" in ask ? ask.inHall?.[value] : undefined;
	return { facts: { [name]: value, ...second } };
}

/** The buttons that begin a step: one per stage where the step needs a stage and no lists; else a single one (null). */
export function waysOf(step: string, shown: CaseShown, by: StepBy): readonly (string | null)[] {
	const { needs = [], lines, stages } = ruleOf(definitionOf(shown.kind), step, shown, by) ?? {};
	return needs.includes("stage") && lines === undefined && stages !== undefined ? stages : [null];
}

/** Whether this step ends the case well: it leads to the first of the kind's `over` stages. */
export function isMainStep(definition: CaseDefinition, step: string): boolean {
	return definition.steps[step]?.to === definition.over[0];
}

/** Name of the lists field that already has values, so that the form must start from them once they are shown in full; null: no such field. */
export function filledListsField(
	fields: readonly CaseField[],
	definition: CaseDefinition,
	shown: CaseShown,
): string | null {
	return fields.find(({ name }) => definition.fields?.[name]?.is === "lists" && name in shown.fields)?.name ?? null;
}
