import { Table } from "antd";
import type { ImportLine, ImportOutcome, ImportResult } from "../../schema/people/people-import.ts";
import type { Columns } from "../parts/paged-list.tsx";
import { Sign } from "../parts/sign.tsx";
import type { Tone } from "../parts/tone.ts";
import { useWords } from "../words/words.ts";

const OUTCOME = {
	join: { word: "outcomeJoin", tone: "good" },
	change: { word: "outcomeChange", tone: "near" },
	leave: { word: "outcomeLeave", tone: "near" },
	same: { word: "outcomeSame", tone: "plain" },
	error: { word: "outcomeError", tone: "over" },
} as const satisfies Record<ImportOutcome, { readonly word: string; readonly tone: Tone }>;
const OUTCOMES = ["error", "join", "change", "leave", "same"] as const satisfies readonly ImportOutcome[];
const PAGE_ROWS = 100;

/** What would happen, or has happened, with each line of a file; the wrong ones can be looked at alone. */
export function ImportLines({ result }: { readonly result: ImportResult }) {
	const { t, name } = useWords();
	const columns: Columns<ImportLine> = [
		{ title: t("importLine"), dataIndex: "line", className: "figure", width: 80 },
		{ title: t("staffNumber"), dataIndex: "staffId" },
		{
			title: t("importOutcome"),
			dataIndex: "outcome",
			filters: OUTCOMES.map((outcome) => ({ value: outcome, text: t(OUTCOME[outcome].word) })),
			onFilter: (value, line) => line.outcome === value,
			render: (outcome: ImportOutcome) => <Sign tone={OUTCOME[outcome].tone}>{t(OUTCOME[outcome].word)}</Sign>,
		},
		{ title: t("importReason"), key: "reason", render: (_, line) => line.reason && name(line.reason) },
	];
	return (
		<Table<ImportLine>
			size="small"
			rowKey="line"
			columns={columns}
			dataSource={result.lines}
			pagination={{ pageSize: PAGE_ROWS, hideOnSinglePage: true, showSizeChanger: false }}
		/>
	);
}
