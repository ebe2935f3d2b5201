import { emptyLine, type ListsDraft } from "../../client-kit/case/field-draft.ts";
import { valueWord } from "../../client-kit/words/case/kind-words.ts";
import type { ColumnRule, LinesRule } from "../../rules/case/definition.ts";
import type { CaseKind } from "../../rules/case/kinds.ts";
import { WRITTEN_NUMBER_MAX_CHARS } from "../../schema/limits.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { Field } from "../parts/field.tsx";
import { useWords } from "../words/words.ts";

const FEN_MAX_CHARS = 16;

/** Lists of a field, each line by line. */
export function LinesField(props: {
	readonly kind: CaseKind;
	readonly field: string;
	readonly rules: Readonly<Record<string, LinesRule>>;
	readonly draft: ListsDraft;
	readonly onChange: (draft: ListsDraft) => void;
}) {
	const { kind, field, rules, draft, onChange } = props;
	const { t, name } = useWords();
	const word = (...path: readonly string[]) => name(valueWord(kind, [field, ...path].join(".")));
	return Object.entries(rules).map(([list, { max, columns }]) => {
		const lines = draft[list] ?? [];
		const put = (next: ListsDraft[string]) => onChange({ ...draft, [list]: next });
		return (
			<fieldset key={list} className="chips">
				<legend>{word(list)}</legend>
				{lines.map((line, place) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added at the end.
					<div key={place} className="field-pair field-pair-even">
						{Object.entries(columns).map(([column, rule]) => (
							<Field
								key={column}
								label={word(list, column)}
								value={line[column] ?? ""}
								onChange={(text) => put(lines.map((each, at) => (at === place ? { ...each, [column]: text } : each)))}
								input={inputOf(rule)}
							/>
						))}
					</div>
				))}
				{lines.length < max && (
					<ActionButton
						label={t("caseAddLine", { label: word(list) })}
						onPress={() => put([...lines, emptyLine(columns)])}
					/>
				)}
			</fieldset>
		);
	});
}

function inputOf({ is, maxChars = WRITTEN_NUMBER_MAX_CHARS }: ColumnRule) {
	switch (is) {
		case "fen":
			return { inputMode: "decimal", maxLength: FEN_MAX_CHARS } as const;
		case "number":
			return { inputMode: "numeric", maxLength: maxChars } as const;
		case "line":
			return { maxLength: maxChars };
		default:
			return is satisfies never;
	}
}
