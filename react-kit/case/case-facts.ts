import { ownerInWords, type ValueRow, valuesOf } from "../../client-kit/case/case-values.ts";
import { textWords, valueWord } from "../../client-kit/words/case/kind-words.ts";
import { type CaseKind, definitionOf } from "../../rules/case/kinds.ts";
import type { CaseInFull, CaseShown } from "../../schema/customer/case.ts";
import type { Telling } from "./telling.ts";

/** What is known of a case, line by line: its values, whose it is, when it is due, and what came of that. */
export function factsOf(shown: CaseShown, inFull: CaseInFull | null, telling: Telling): readonly ValueRow[] {
	const { t, moment } = telling;
	const saying = telling.sayingOf(shown);
	const times = [
		["caseDue", definitionOf(shown.kind).reminds === false ? null : shown.dueAt],
		["caseReminded", shown.remindedAt],
		["caseEscalated", shown.escalatedAt],
		["caseErasedAt", shown.erasedAt],
	] as const;
	return [
		...valuesOf(shown, inFull, saying),
		{ id: "owner", label: nameOfField(shown.kind, "owner", telling), value: ownerInWords(shown, saying) },
		...times.flatMap(([id, at]) => (at === null ? [] : [{ id, label: t(id), value: moment(at) }])),
	];
}

/** What a field of a form is called. */
export function nameOfField(kind: CaseKind, field: string, { t, name }: Pick<Telling, "t" | "name">): string {
	if (field === "owner") return definitionOf(kind).assigned ? name(valueWord(kind, field)) : t("caseOwner");
	if (field === "stage") return t("caseStage");
	if (field === "due") return t("caseDue");
	return name(definitionOf(kind).texts.includes(field) ? textWords(kind, field).label : valueWord(kind, field));
}
