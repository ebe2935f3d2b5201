import type { CaseDefinition, StepRule } from "../../rules/case/definition.ts";
import type { CaseBrought } from "../../schema/customer/case.ts";

/** What somebody fills in to open a case or move it. */
export type CaseDraft = {
	readonly ownerId: string | null;
	/** Branch time. */
	readonly dueAt: number | null;
	readonly texts: Readonly<Record<string, string>>;
};

export const EMPTY_CASE_DRAFT: CaseDraft = { ownerId: null, dueAt: null, texts: {} };

/** One thing to be filled in: `owner`, `due`, or the name of a text. */
export type CaseField = { readonly name: string; readonly isNeeded: boolean };

/** The fields of a step: what is to be said before who and when, and last the texts that may be left out. */
export function fieldsOf({ needs = [], takes = [] }: Pick<StepRule, "needs" | "takes">): readonly CaseField[] {
	const all = [...needs.map((name) => ({ name, isNeeded: true })), ...takes.map((name) => ({ name, isNeeded: false }))];
	const isText = ({ name }: CaseField) => name !== "owner" && name !== "due";
	return [
		...all.filter((field) => isText(field) && field.isNeeded),
		...all.filter((field) => !isText(field)),
		...all.filter((field) => isText(field) && !field.isNeeded),
	];
}

/** The rule of a step by its name, opening included; null for one that this page does not know. */
export function ruleOf(definition: CaseDefinition, step: string): Pick<StepRule, "needs" | "takes"> | null {
	return step === "open" ? definition.opening : (definition.steps[step] ?? null);
}

/** What a draft sends, or the first field that is still to be filled in. */
export function broughtBy(
	draft: CaseDraft,
	fields: readonly CaseField[],
): { readonly brought: CaseBrought } | { readonly gap: string } {
	const texts: Record<string, string> = {};
	let brought: CaseBrought = { texts };
	for (const { name, isNeeded } of fields) {
		const value = name === "owner" ? draft.ownerId : name === "due" ? draft.dueAt : draft.texts[name]?.trim() || null;
		if (value === null) {
			if (isNeeded) return { gap: name };
		} else if (name === "owner") brought = { ...brought, ownerId: String(value) };
		else if (name === "due") brought = { ...brought, dueAt: Number(value) };
		else texts[name] = String(value);
	}
	return { brought };
}

/** Whether a step is what one hopes for: it leads to the first of the stages in which nothing more is to be done. */
export function isMainStep(definition: CaseDefinition, step: string): boolean {
	return definition.steps[step]?.to === definition.over[0];
}
