import { answerNow, type CaseDraft } from "../../client-kit/case/case-form.ts";
import { draftOfLists, type KnownDraft, type ListsDraft } from "../../client-kit/case/field-draft.ts";
import { codesOf, codeWord } from "../../client-kit/words/case/kind-words.ts";
import { CONTACT_WORD, ID_DOUBT_WORD, NUMBER_WORD } from "../../client-kit/words/customer-labels.ts";
import type { CaseFactValues } from "../../rules/case/definition.ts";
import { definitionOf } from "../../rules/case/kinds.ts";
import { PERSON_NAME_MAX_CHARS, WRITTEN_NUMBER_MAX_CHARS } from "../../schema/limits.ts";
import { doubtOfIdNumber } from "../../schema/text/written-number.ts";
import type { FieldProps } from "./case-fields.tsx";
import { useCaseForm } from "./case-form.ts";
import { LinesField } from "./lines-field.tsx";
import { useTelling } from "./telling.ts";

const REFERENCE_MAX_CHARS = 24;

/** The answer to what a kind asks for: one of a few, one of a list, or a mark. */
export function AskField({ kind, shown, draft, field, label, onChange }: FieldProps) {
	const { t, name } = useTelling();
	const { Check, Pick, Select } = useCaseForm().controls;
	const ask = definitionOf(kind).asks?.[field.name];
	const value = draft.facts[field.name] ?? answerNow(definitionOf(kind), field.name, shown);
	const answer = (next: string | number) => onChange({ facts: { ...draft.facts, [field.name]: next } });
	if (ask === undefined) return null;
	if ("is" in ask && ask.is === "flag")
		return <Check label={label} value={value === 1} onChange={(is) => answer(is ? 1 : 0)} />;
	if ("of" in ask) {
		return <ColleagueField {...{ label }} than={shown?.facts[ask.of]} value={String(value ?? "")} onChange={answer} />;
	}
	const codes = "oneOf" in ask ? ask.oneOf : Object.keys(codesOf(kind, field.name));
	const choices = codes.map((id) => ({ id, label: name(codeWord(kind, field.name, id)) }));
	if ("oneOf" in ask) {
		const chosen = value === null ? null : String(value);
		return <Pick {...{ label, choices }} value={chosen} onChange={(id) => id && answer(id)} />;
	}
	const none = value === null ? { none: t("caseChoose") } : {};
	return <Select {...{ label, choices, ...none }} value={String(value ?? "")} onChange={answer} />;
}

/** Somebody else of the branch, or nobody. */
function ColleagueField(props: {
	readonly label: string;
	/** Whose colleague; absent: of whoever fills it in. */
	readonly than: CaseFactValues[string] | undefined;
	readonly value: string;
	readonly onChange: (staffId: string) => void;
}) {
	const { than, ...rest } = props;
	const { t, person } = useTelling();
	const { controls, people, by } = useCaseForm();
	const others = people
		.filter(({ id }) => id !== (than ?? by.staffId))
		.map(({ id }) => ({ id, label: person(id, null) }));
	return <controls.Select {...rest} choices={[{ id: "", label: t("caseNobody") }, ...others]} />;
}

/** A personal value, or the bank's own number of a customer. */
export function ValueField({ kind, field, label, draft, isFirst, onChange }: FieldProps) {
	const { Line } = useCaseForm().controls;
	const rule = definitionOf(kind).fields?.[field.name];
	const change = (value: CaseDraft["fields"][string]) => onChange({ fields: { ...draft.fields, [field.name]: value } });
	const typed = draft.fields[field.name];
	if (rule === undefined) {
		return (
			<Line
				{...{ label, isFirst }}
				value={draft.ties[field.name] ?? ""}
				onChange={(text) => onChange({ ties: { ...draft.ties, [field.name]: text } })}
				input={{ autoCapitalize: "characters", maxLength: REFERENCE_MAX_CHARS }}
			/>
		);
	}
	switch (rule.is) {
		case "number":
		case "contact":
			return <KnownField label={label} is={rule.is} draft={typed as KnownDraft | undefined} onChange={change} />;
		case "lists": {
			const lists = (typed as ListsDraft | undefined) ?? draftOfLists(rule.lists, null);
			return <LinesField kind={kind} field={field.name} rules={rule.lists} draft={lists} onChange={change} />;
		}
		case "name":
		case "line":
		case "text":
			return (
				<Line
					{...{ label, isFirst }}
					value={(typed as string | undefined) ?? ""}
					onChange={change}
					input={{ maxLength: rule.is === "name" ? PERSON_NAME_MAX_CHARS : rule.maxChars }}
				/>
			);
		default:
			return rule satisfies never;
	}
}

function KnownField(props: {
	readonly label: string;
	readonly is: "number" | "contact";
	readonly draft: KnownDraft | undefined;
	readonly onChange: (draft: KnownDraft) => void;
}) {
	const { label, is, onChange } = props;
	const { t } = useTelling();
	const { Beside, Line, Select } = useCaseForm().controls;
	const words = Object.entries(is === "number" ? NUMBER_WORD : CONTACT_WORD);
	const choices = words.map(([id, word]) => ({ id, label: t(word) }));
	const draft = props.draft ?? { kind: choices[0]?.id ?? "", value: "" };
	const doubt = draft.kind === "id-number" ? doubtOfIdNumber(draft.value ?? "") : null;
	return (
		<Beside>
			<Select
				label={t("kindOf", { label })}
				choices={choices}
				value={draft.kind}
				onChange={(kind) => onChange({ ...draft, kind })}
			/>
			<Line
				label={label}
				value={draft.value ?? ""}
				onChange={(value) => onChange({ ...draft, value })}
				note={doubt === null ? undefined : t(ID_DOUBT_WORD[doubt])}
				input={{
					inputMode: draft.kind === "phone" ? "tel" : "text",
					maxLength: WRITTEN_NUMBER_MAX_CHARS,
					autoCapitalize: is === "number" ? "characters" : "off",
				}}
			/>
		</Beside>
	);
}
