import { definitionOf } from "../../rules/case/kinds.ts";
import { isAssigned } from "../../rules/case/step.ts";
import type { Role } from "../../schema/actor.ts";
import type { CaseInFull, CaseShown } from "../../schema/customer/case.ts";
import type { FieldLists, FieldValue, MaskedField } from "../../schema/customer/case-fields.ts";
import type { Bilingual } from "../../schema/ids.ts";
import { ROLE_NAMES } from "../../schema/role-name.ts";
import { codeWord, valueWord } from "../words/case/kind-words.ts";
import { KNOWN_WORD } from "../words/customer-labels.ts";
import { yuanOf } from "./money.ts";

/** The words, names and times of the page that shows a case. */
export type Saying = {
	readonly t: (
		word: "caseKept" | "caseNothing" | "caseNobody" | (typeof KNOWN_WORD)[keyof typeof KNOWN_WORD],
	) => string;
	readonly name: (bilingual: Bilingual) => string;
	readonly person: (staffId: string) => string;
	readonly moment: (at: number) => string;
};

/** One known value of a case, as a labelled line. */
export type ValueRow = {
	/** Name of the field, tie or fact. */
	readonly id: string;
	readonly label: string;
	readonly value: string;
};

/**
 * The known values of a case apart from its texts: fields, then ties, then facts, in the order of the kind's definition. Masked,
 * or in full where `inFull` is given.
 */
export function valuesOf(shown: CaseShown, inFull: CaseInFull | null, saying: Saying): readonly ValueRow[] {
	const { fields = {}, ties = {}, facts = {} } = definitionOf(shown.kind);
	const told = Object.keys(facts).filter((fact) => shown.facts[fact] != null);
	const names = [...Object.keys(fields), ...Object.keys(ties).filter((tie) => tie in shown.ties), ...told];
	return names.map((id) => ({
		id,
		label: saying.name(valueWord(shown.kind, id)),
		value: valueInWords(shown, id, inFull, saying),
	}));
}

/** The value of one field, tie or fact, in words. */
export function valueInWords(shown: CaseShown, id: string, inFull: CaseInFull | null, saying: Saying): string {
	const { kind, fields, ties, facts } = shown;
	const definition = definitionOf(kind);
	const full = inFull?.fields[id];
	if (full != null) return fieldInWords(full, saying);
	const masked = fields[id];
	if (masked !== undefined) return masked === null ? saying.t("caseKept") : fieldInWords(masked, saying);
	const value = ties[id] ?? facts[id] ?? null;
	if (value === null) return saying.t("caseNothing");
	switch (definition.facts?.[id]) {
		case "staff":
			return saying.person(String(value));
		case "role":
			return saying.name(ROLE_NAMES[value as Role]);
		case "moment":
			return saying.moment(Number(value));
		case "code":
			return saying.name(codeWord(kind, id, String(value)));
		default:
			return String(value);
	}
}

/** The name of the owner; "nobody" while no owner was chosen and the case only fell to somebody. */
export function ownerInWords(shown: CaseShown, { t, person }: Pick<Saying, "t" | "person">): string {
	return isAssigned(definitionOf(shown.kind), shown) ? person(shown.ownerId) : t("caseNobody");
}

function fieldInWords(value: FieldValue | MaskedField, { t }: Pick<Saying, "t">): string {
	if (typeof value === "string") return value;
	if (!isKnown(value)) return listsInWords(value);
	return `${t(KNOWN_WORD[value.kind as keyof typeof KNOWN_WORD])} ${value.value}`;
}

function isKnown(value: Exclude<FieldValue, string>): value is { kind: string; value: string } {
	return typeof value.kind === "string";
}

function listsInWords(lists: FieldLists): string {
	const lines = Object.values(lists).flatMap((each) =>
		each.map((line) =>
			Object.values(line)
				.map((value) => (typeof value === "number" ? `¥${yuanOf(value)}` : (value ?? "")))
				.join(" "),
		),
	);
	return lines.join("；");
}
