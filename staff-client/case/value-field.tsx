import { answerNow, type CaseDraft, type CaseField, stageNow } from "../../client-kit/case/case-form.ts";
import { draftOfLists, type KnownDraft, type ListsDraft } from "../../client-kit/case/field-draft.ts";
import { codesOf, codeWord, stageWord, valueWord } from "../../client-kit/words/case/kind-words.ts";
import { CONTACT_WORD, ID_DOUBT_WORD, NUMBER_WORD } from "../../client-kit/words/customer-labels.ts";
import type { StepRule } from "../../rules/case/definition.ts";
import { type CaseKind, definitionOf } from "../../rules/case/kinds.ts";
import type { CaseShown } from "../../schema/customer/case.ts";
import { PERSON_NAME_MAX_CHARS, WRITTEN_NUMBER_MAX_CHARS } from "../../schema/limits.ts";
import { doubtOfIdNumber } from "../../schema/text/written-number.ts";
import { Chips } from "../parts/chips.tsx";
import { Field } from "../parts/field.tsx";
import { useWords } from "../words/words.ts";
import { LinesField } from "./lines-field.tsx";

export type ValueProps = {
	readonly kind: CaseKind;
	readonly step: string;
	readonly rule: Pick<StepRule, "stages" | "lines">;
	/** As the case stands; null: it is being opened. */
	readonly shown: CaseShown | null;
	readonly draft: CaseDraft;
	readonly onChange: (change: Partial<CaseDraft>) => void;
};
type OneProps = ValueProps & { readonly field: CaseField; readonly isFirst?: boolean | undefined };

/** Where the case is to stand. */
export function StageField({ kind, step, rule, shown, draft, onChange }: ValueProps) {
	const { t, name } = useWords();
	const now = stageNow(step, rule, shown);
	return (
		<Chips
			legend={t("caseStage")}
			choices={(rule.stages ?? []).map((id) => ({ id, label: name(stageWord(kind, id)) }))}
			value={draft.stage ?? now}
			onChange={(stage) => onChange({ stage })}
		/>
	);
}

/** The answer to what a kind asks for: one of a few, one of a list, or a mark. */
export function AskField({ kind, shown, draft, field, onChange }: OneProps) {
	const { t, name } = useWords();
	const ask = definitionOf(kind).asks?.[field.name];
	const label = name(valueWord(kind, field.name));
	const value = draft.facts[field.name] ?? answerNow(definitionOf(kind), field.name, shown);
	const answer = (next: string | number) => onChange({ facts: { ...draft.facts, [field.name]: next } });
	if (ask === undefined) return null;
	if ("oneOf" in ask) {
		const choices = ask.oneOf.map((id) => ({ id, label: name(codeWord(kind, field.name, id)) }));
		return (
			<Chips
				legend={label}
				choices={choices}
				value={value === null ? null : String(value)}
				onChange={(id) => id && answer(id)}
			/>
		);
	}
	if (ask.is === "flag") {
		return (
			<label className="check">
				<input type="checkbox" checked={value === 1} onChange={() => answer(value === 1 ? 0 : 1)} />
				{label}
			</label>
		);
	}
	const codes = codesOf(kind, field.name);
	return (
		<Select
			label={label}
			choices={Object.entries(codes).map(([id, word]) => ({ id, label: name(word) }))}
			none={value === null ? t("caseChoose") : undefined}
			value={String(value ?? "")}
			onChange={answer}
		/>
	);
}

/** A personal value, or the bank's own number of a customer. */
export function ValueField(props: OneProps) {
	const { kind, field, draft, onChange, isFirst = false } = props;
	const { name } = useWords();
	const label = name(valueWord(kind, field.name));
	const rule = definitionOf(kind).fields?.[field.name];
	const change = (value: CaseDraft["fields"][string]) => onChange({ fields: { ...draft.fields, [field.name]: value } });
	const typed = draft.fields[field.name];
	if (rule === undefined) {
		return (
			<Field
				label={label}
				value={draft.ties[field.name] ?? ""}
				onChange={(text) => onChange({ ties: { ...draft.ties, [field.name]: text } })}
				input={{ autoCapitalize: "characters", maxLength: 24 }}
				isFirst={isFirst}
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
				<Field
					label={label}
					value={(typed as string | undefined) ?? ""}
					onChange={change}
					input={{ maxLength: rule.is === "name" ? PERSON_NAME_MAX_CHARS : rule.maxChars }}
					isFirst={isFirst}
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
	const { t } = useWords();
	const words = Object.entries(is === "number" ? NUMBER_WORD : CONTACT_WORD);
	const choices = words.map(([id, word]) => ({ id, label: t(word) }));
	const draft = props.draft ?? { kind: choices[0]?.id ?? "", value: "" };
	const doubt = draft.kind === "id-number" ? doubtOfIdNumber(draft.value ?? "") : null;
	return (
		<div className="field-pair">
			<Select
				label={t("kindOf", { label })}
				choices={choices}
				value={draft.kind}
				onChange={(kind) => onChange({ ...draft, kind })}
			/>
			<Field
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
		</div>
	);
}

function Select(props: {
	readonly label: string;
	readonly choices: readonly { readonly id: string; readonly label: string }[];
	/** Shown while nothing is chosen. */
	readonly none?: string | undefined;
	readonly value: string;
	readonly onChange: (id: string) => void;
}) {
	return (
		<label className="field">
			<span>{props.label}</span>
			<select value={props.value} onChange={(event) => props.onChange(event.target.value)}>
				{props.none !== undefined && <option value="">{props.none}</option>}
				{props.choices.map((choice) => (
					<option key={choice.id} value={choice.id}>
						{choice.label}
					</option>
				))}
			</select>
		</label>
	);
}
