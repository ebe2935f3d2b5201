import { Button, Checkbox, Form, Input, Radio, Select } from "antd";
import type { CaseField } from "../../client-kit/case/case-form.ts";
import { codesOf, codeWord, stageWord, valueWord } from "../../client-kit/words/case/kind-words.ts";
import { CONTACT_WORD, ID_DOUBT_WORD, NUMBER_WORD } from "../../client-kit/words/customer-labels.ts";
import type { ColumnRule, LinesRule } from "../../rules/case/definition.ts";
import { type CaseKind, definitionOf } from "../../rules/case/kinds.ts";
import { PERSON_NAME_MAX_CHARS, WRITTEN_NUMBER_MAX_CHARS } from "../../schema/limits.ts";
import { doubtOfIdNumber } from "../../schema/text/written-number.ts";
import { useWords } from "../words/words.ts";

type Props = { readonly kind: CaseKind; readonly field: CaseField };
const FEN_MAX_CHARS = 16;

/** Where the case is to stand; `isWhole` says whether what else is filled in goes with it. */
export function StageItem(props: {
	readonly kind: CaseKind;
	readonly stages: readonly string[];
	readonly isNeeded: boolean;
	readonly isWhole: () => boolean;
}) {
	const { t, name } = useWords();
	const whole = async () => {
		if (!props.isWhole()) throw new Error("not whole");
	};
	return (
		<Form.Item
			name="stage"
			label={t("caseStage")}
			rules={[
				{ required: props.isNeeded, message: t("requiredField") },
				{ validator: whole, message: t("caseNotWhole") },
			]}
		>
			<Radio.Group options={props.stages.map((value) => ({ value, label: name(stageWord(props.kind, value)) }))} />
		</Form.Item>
	);
}

/** The answer to what a kind asks for. */
export function AskItem({ kind, field }: Props) {
	const { t, name } = useWords();
	const ask = definitionOf(kind).asks?.[field.name];
	const label = name(valueWord(kind, field.name));
	const path = ["facts", field.name];
	if (ask !== undefined && "is" in ask && ask.is === "flag") {
		return (
			<Form.Item name={path} valuePropName="checked" getValueFromEvent={(event) => (event.target.checked ? 1 : 0)}>
				<Checkbox>{label}</Checkbox>
			</Form.Item>
		);
	}
	const codes = ask !== undefined && "oneOf" in ask ? ask.oneOf : Object.keys(codesOf(kind, field.name));
	return (
		<Form.Item name={path} label={label} rules={[{ required: field.isNeeded, message: t("requiredField") }]}>
			<Select
				showSearch={{ optionFilterProp: "label" }}
				options={codes.map((value) => ({ value, label: name(codeWord(kind, field.name, value)) }))}
			/>
		</Form.Item>
	);
}

/** A personal value. */
export function ValueItem({ kind, field }: Props) {
	const { name } = useWords();
	const rule = definitionOf(kind).fields?.[field.name];
	const label = name(valueWord(kind, field.name));
	const path = ["fields", field.name];
	switch (rule?.is) {
		case "number":
		case "contact":
			return <KnownItem path={path} label={label} is={rule.is} />;
		case "lists":
			return Object.entries(rule.lists).map(([list, lines]) => (
				<Lines key={list} kind={kind} path={[...path, list]} words={`${field.name}.${list}`} rule={lines} />
			));
		default:
			return (
				<Form.Item name={path} label={label}>
					<Input
						maxLength={rule !== undefined && "maxChars" in rule ? rule.maxChars : PERSON_NAME_MAX_CHARS}
						autoComplete="off"
					/>
				</Form.Item>
			);
	}
}

function KnownItem(props: { readonly path: string[]; readonly label: string; readonly is: "number" | "contact" }) {
	const { path, label, is } = props;
	const { t } = useWords();
	const kind: string | undefined = Form.useWatch([...path, "kind"]);
	const value: string | undefined = Form.useWatch([...path, "value"]);
	const doubt = kind === "id-number" ? doubtOfIdNumber(value ?? "") : null;
	const words = Object.entries(is === "number" ? NUMBER_WORD : CONTACT_WORD);
	return (
		<div className="pair">
			<Form.Item name={[...path, "kind"]} label={t("kindOf", { label })} initialValue={words[0]?.[0]}>
				<Select options={words.map(([id, word]) => ({ value: id, label: t(word) }))} />
			</Form.Item>
			<Form.Item
				name={[...path, "value"]}
				label={label}
				extra={doubt === null ? undefined : <span role="status">{t(ID_DOUBT_WORD[doubt])}</span>}
			>
				<Input maxLength={WRITTEN_NUMBER_MAX_CHARS} autoComplete="off" />
			</Form.Item>
		</div>
	);
}

function Lines(props: {
	readonly kind: CaseKind;
	readonly path: string[];
	readonly words: string;
	readonly rule: LinesRule;
}) {
	const { kind, path, words, rule } = props;
	const { t, name } = useWords();
	const label = name(valueWord(kind, words));
	return (
		<Form.List name={path}>
			{(lines, { add, remove }) => (
				<fieldset className="roles">
					<legend>{label}</legend>
					{lines.map((line) => (
						<div className="role-row" key={line.key}>
							{Object.entries(rule.columns).map(([column, { is, maxChars = WRITTEN_NUMBER_MAX_CHARS }]) => {
								const word = name(valueWord(kind, `${words}.${column}`));
								return (
									<Form.Item key={column} name={[line.name, column]}>
										<Input
											placeholder={word}
											aria-label={word}
											maxLength={is === "fen" ? FEN_MAX_CHARS : maxChars}
											autoComplete="off"
											{...inputOf(is)}
										/>
									</Form.Item>
								);
							})}
							<Button onClick={() => remove(line.name)}>{t("roleRemove")}</Button>
						</div>
					))}
					{lines.length < rule.max && <Button onClick={() => add({})}>{t("caseAddLine", { label })}</Button>}
				</fieldset>
			)}
		</Form.List>
	);
}

function inputOf(is: ColumnRule["is"]) {
	return is === "line" ? {} : ({ inputMode: is === "fen" ? "decimal" : "numeric" } as const);
}
