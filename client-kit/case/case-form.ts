import type { CaseDefinition, StepBy, StepRule } from "../../rules/case/definition.ts";
import { saysWho } from "../../rules/case/fields.ts";
import { definitionOf } from "../../rules/case/kinds.ts";
import { isAssigned, ruleAs } from "../../rules/case/step.ts";
import type { CaseBrought, CaseShown } from "../../schema/customer/case.ts";
import { plainReference } from "../../schema/text/written-number.ts";
import { type FieldDraft, valueOfDraft } from "./field-draft.ts";

/** What somebody fills in to open a case or move it; what is not there stays as it is. */
export type CaseDraft = {
	/** Null: whoever it is now; empty: nobody any more. */
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

/** One thing to be filled in: who, when, where it is to stand, or one of the kind's texts, fields, ties or facts. */
export type CaseField = {
	readonly name: string;
	readonly isNeeded: boolean;
	readonly is: "owner" | "due" | "stage" | "text" | "field" | "tie" | "ask";
};

type Rule = Pick<StepRule, "needs" | "takes" | "stages" | "lines">;
const WHO_AND_WHEN: ReadonlySet<string> = new Set(["owner", "due"]);
const REFERENCE = /^[A-Z][A-Z0-9-]{3,23}$/;

/**
 * The fields of a step: what is to be said before who and when, and last what may be left out. Where a branch keeps
 * references only nobody's name is asked for, elsewhere no reference.
 */
export function fieldsOf(definition: CaseDefinition, rule: Rule | null, referenceOnly = false): readonly CaseField[] {
	const { needs = [], takes = [] } = rule ?? {};
	const all = [
		...needs.map((name) => ({ name, isNeeded: true })),
		...takes.map((name) => ({ name, isNeeded: false })),
	].flatMap((field) => {
		const is = kindOfField(definition, field.name, referenceOnly);
		return is === null ? [] : [{ ...field, is }];
	});
	const isWhoOrWhen = ({ name }: CaseField) => WHO_AND_WHEN.has(name);
	return [
		...all.filter((field) => !isWhoOrWhen(field) && field.isNeeded),
		...all.filter((field) => isWhoOrWhen(field)),
		...all.filter((field) => !isWhoOrWhen(field) && !field.isNeeded),
	];
}

/** Null: nobody is asked for it. */
function kindOfField(
	{ texts, fields = {}, ties = {}, asks = {} }: CaseDefinition,
	name: string,
	referenceOnly: boolean,
): CaseField["is"] | null {
	if (name === "owner" || name === "due" || name === "stage") return name;
	if (texts.includes(name)) return "text";
	if (fields[name] !== undefined) return referenceOnly && saysWho(fields[name]) ? null : "field";
	if (ties[name] !== undefined) return ties[name].is === "reference" && referenceOnly ? "tie" : null;
	const ask = asks[name];
	const isMeant = Object.values(asks).some(
		(each) => "oneOf" in each && Object.values(each.inHall ?? {}).some((meant) => name in meant),
	);
	return ask === undefined || isMeant || ("is" in ask && ask.is === "staff") ? null : "ask";
}

/** The rule of a step by its name, as somebody does it; null for one that this page does not know. */
export function ruleOf(definition: CaseDefinition, step: string, shown: CaseShown, by: StepBy): StepRule | null {
	return ruleAs(definition, step, shown, by);
}

/** How a fact that is asked for stands now; null: it has not been answered. */
export function answerNow(definition: CaseDefinition, name: string, shown: CaseShown | null): string | number | null {
	const ask = definition.asks?.[name];
	if (shown === null || ask === undefined) return null;
	if ("is" in ask && ask.is === "flag") return shown.facts[ask.since] == null ? 0 : 1;
	return shown.facts[name] ?? null;
}

/** Which stage a form of a step shows as chosen before anybody has; null: none, and it stays where it is. */
export function stageNow(step: string, { stages, lines }: Rule, shown: CaseShown | null): string | null {
	if (lines === undefined) return shown !== null && stages?.includes(shown.stage) ? shown.stage : null;
	const isAgain = shown?.steps.some((each) => each.step === step) && stages?.includes(shown.stage);
	return isAgain ? (shown?.stage ?? null) : (stages?.[0] ?? null);
}

export type Brought = { readonly brought: CaseBrought };
/** The first field that is still to be filled in, or that is none such. */
export type Gap = { readonly gap: string; readonly isWrong?: true };
type Filling = {
	readonly definition: CaseDefinition;
	readonly rule: Rule;
	/** As it stands; null: it is being opened. */
	readonly shown: CaseShown | null;
	/** It is said in the hall. */
	readonly inHall?: boolean;
};

/** What a draft sends: what was filled in and differs from what there is. */
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

/** What one field brings; null: nothing; undefined: what is typed is none such. */
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
			return fieldOf(name, draft, definition, rule);
		case "tie": {
			const reference = plainReference(draft.ties[name] ?? "");
			if (reference === "") return null;
			return REFERENCE.test(reference) ? { ties: { [name]: reference } } : undefined;
		}
		case "ask":
			return askedOf(name, draft, definition, shown, inHall === true);
		default:
			return is satisfies never;
	}
}

/** Lists are brought whole, also when nothing is left in them; with some stages they may not be empty, with others not be filled. */
function fieldOf(name: string, draft: CaseDraft, definition: CaseDefinition, rule: Rule) {
	const of = definition.fields?.[name];
	const value = of && valueOfDraft(of, draft.fields[name]);
	const wanted = rule.lines?.[draft.stage ?? ""];
	if (wanted === "none") return { fields: { [name]: null } };
	if (value === undefined || of?.is !== "lists") return value == null ? value : { fields: { [name]: value } };
	return value === null && wanted === "some" ? undefined : { fields: { [name]: value } };
}

function askedOf(
	name: string,
	{ facts }: CaseDraft,
	definition: CaseDefinition,
	shown: CaseShown | null,
	inHall: boolean,
) {
	const value = facts[name] === "" ? null : facts[name];
	const ask = definition.asks?.[name];
	if (value === undefined || value === answerNow(definition, name, shown)) return null;
	// A colleague alone is taken away again.
	if (value === null) return ask && "of" in ask ? { facts: { [name]: null } } : null;
	const meant = inHall && ask && "oneOf" in ask ? ask.inHall?.[value] : undefined;
	return { facts: { [name]: value, ...meant } };
}

/** The ways into a step: one for each stage that is to be chosen, where one must be and nothing is written with it. */
export function waysOf(step: string, shown: CaseShown, by: StepBy): readonly (string | null)[] {
	const { needs = [], lines, stages } = ruleOf(definitionOf(shown.kind), step, shown, by) ?? {};
	return needs.includes("stage") && lines === undefined && stages !== undefined ? stages : [null];
}

/** Whether a step is what one hopes for: it leads to the first of the stages in which nothing more is to be done. */
export function isMainStep(definition: CaseDefinition, step: string): boolean {
	return definition.steps[step]?.to === definition.over[0];
}

/** The lists on record that a form of a step goes on from, once they are shown; null: there are none. */
export function listsGoneOnFrom(
	fields: readonly CaseField[],
	definition: CaseDefinition,
	shown: CaseShown,
): string | null {
	return fields.find(({ name }) => definition.fields?.[name]?.is === "lists" && name in shown.fields)?.name ?? null;
}
