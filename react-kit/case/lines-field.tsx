import { emptyLine, type ListsDraft } from "../../client-kit/case/field-draft.ts";
import { valueWord } from "../../client-kit/words/case/kind-words.ts";
import type { ColumnRule, LinesRule } from "../../rules/case/definition.ts";
import type { CaseKind } from "../../rules/case/kinds.ts";
import { WRITTEN_NUMBER_MAX_CHARS } from "../../schema/limits.ts";
import { useCaseForm } from "./case-form.ts";
import { useTelling } from "./telling.ts";

const FEN_MAX_CHARS = 16;

/** Lists of a field, line by line; a line in which nothing is left is none. */
export function LinesField(props: {
	readonly kind: CaseKind;
	readonly field: string;
	readonly rules: Readonly<Record<string, LinesRule>>;
	readonly draft: ListsDraft;
	readonly onChange: (draft: ListsDraft) => void;
}) {
	const { kind, field, rules, draft, onChange } = props;
	const { t, name } = useTelling();
	const { Beside, Button, Group, Line } = useCaseForm().controls;
	const word = (...path: readonly string[]) => name(valueWord(kind, [field, ...path].join(".")));
	return Object.entries(rules).map(([list, { max, columns }]) => {
		const lines = draft[list] ?? [];
		const put = (next: ListsDraft[string]) => onChange({ ...draft, [list]: next });
		const add = () => put([...lines, emptyLine(columns)]);
		return (
			<Group key={list} label={word(list)}>
				{lines.map((line, place) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added at the end.
					<Beside key={place}>
						{Object.entries(columns).map(([column, rule]) => (
							<Line
								key={column}
								label={word(list, column)}
								value={line[column] ?? ""}
								onChange={(text) => put(lines.map((each, at) => (at === place ? { ...each, [column]: text } : each)))}
								input={inputOf(rule)}
							/>
						))}
					</Beside>
				))}
				{lines.length < max && <Button label={t("caseAddLine", { label: word(list) })} onPress={add} />}
			</Group>
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
