import type { Dayjs } from "dayjs";
import { answerNow, type CaseDraft, type CaseField, stageNow } from "../../client-kit/case/case-form.ts";
import { draftOfLists, type FieldDraft } from "../../client-kit/case/field-draft.ts";
import { momentOf } from "../../client-kit/time/local-time.ts";
import type { CaseDefinition, StepRule } from "../../rules/case/definition.ts";
import { definitionOf } from "../../rules/case/kinds.ts";
import { isAssigned } from "../../rules/case/step.ts";
import type { CaseInFull, CaseShown } from "../../schema/customer/case.ts";
import { ZONE } from "../parts/moment.ts";

const MINUTE = "YYYY-MM-DDTHH:mm";

/** What the form of a step holds, each thing under its own name. */
export type CaseValues = {
	readonly owner?: string;
	readonly due?: Dayjs | null;
	readonly stage?: string;
	readonly texts?: Readonly<Record<string, string | undefined>>;
	readonly fields?: Readonly<Record<string, FieldDraft | undefined>>;
	readonly facts?: Readonly<Record<string, string | number | undefined>>;
};

type Filling = {
	readonly definition: CaseDefinition;
	readonly rule: Pick<StepRule, "stages" | "lines">;
	readonly shown: CaseShown | null;
};

/** Where a form starts: whose it is, how it stands and what was answered, and the lists on record, once they were shown. */
export function startOf(
	fields: readonly CaseField[],
	{ definition, rule, shown }: Filling,
	step: string,
	known: CaseInFull["fields"],
): CaseValues {
	const lists = Object.entries(definition.fields ?? {}).flatMap(([field, of]) =>
		of.is === "lists" ? [[field, draftOfLists(of.lists, known[field] ?? null)] as const] : [],
	);
	const answers = fields.flatMap(({ name, is }) => {
		const answer = is === "ask" ? answerNow(definition, name, shown) : null;
		return answer === null ? [] : [[name, answer] as const];
	});
	const stage = stageNow(step, rule, shown);
	return {
		...(shown !== null && ownerNow(shown) !== null && { owner: shown.ownerId }),
		...(stage !== null && { stage }),
		fields: Object.fromEntries(lists),
		facts: Object.fromEntries(answers),
	};
}

/** Who was chosen to own a case of a kind of which nobody need be. */
export function ownerNow(shown: CaseShown): string | null {
	const definition = definitionOf(shown.kind);
	return definition.assigned !== undefined && isAssigned(definition, shown) ? shown.ownerId : null;
}

/** The page tells one time, that of head office, wherever the browser stands. */
export function draftOf({ owner, due, stage, texts, fields, facts }: CaseValues, shown: CaseShown | null): CaseDraft {
	const now = shown && ownerNow(shown);
	return {
		ownerId: owner === undefined ? (now === null ? null : "") : owner === now ? null : owner,
		dueAt: due == null ? null : momentOf(due.format(MINUTE), ZONE),
		stage: stage ?? null,
		texts: given(texts),
		fields: given(fields),
		ties: {},
		facts: given(facts),
	};
}

function given<Value>(values: Readonly<Record<string, Value | undefined>> = {}): Record<string, Value> {
	return Object.fromEntries(
		Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
	);
}
