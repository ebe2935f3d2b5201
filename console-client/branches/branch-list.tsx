import { Button, Input } from "antd";
import { useState } from "react";
import type { BranchSummary } from "../../schema/branch-endpoints.ts";
import { useRows } from "../data/use-read.ts";
import { Field } from "../parts/field.tsx";
import { RecordList } from "../parts/record-list.tsx";
import { ViewHead } from "../parts/view-head.tsx";
import { useWords } from "../words/words.ts";
import { branchColumns } from "./branch-columns.tsx";

const BRANCHES = { name: "branches", method: "GET", path: "/branches" } as const;
const PAGE_ROWS = 100;

/** Every branch within one's place, with its latest figures and how old they are. */
export function BranchList() {
	const words = useWords();
	const { t } = words;
	const [text, setText] = useState("");
	const list = useRows(BRANCHES, { query: { limit: PAGE_ROWS } });
	const rows = list.rows.filter((row) => matches(row, text.trim().toLowerCase()));
	return (
		<>
			<ViewHead title={t("branchesTitle")} text={t("branchesText")}>
				<Button onClick={() => void list.read.refetch()} loading={list.read.isRefetching}>
					{t("refresh")}
				</Button>
			</ViewHead>
			<div className="toolbar">
				<Field label={t("branchFind")}>
					{(id) => <Input id={id} allowClear value={text} onChange={(event) => setText(event.target.value)} />}
				</Field>
			</div>
			<RecordList
				label={t("branchesTitle")}
				list={{ ...list, rows }}
				rowKey={(row) => row.branchId}
				columns={branchColumns(words)}
			/>
		</>
	);
}

function matches(row: BranchSummary, text: string): boolean {
	const words = [row.branchId, row.name.zh, row.name.en, row.region.zh, row.region.en];
	return words.some((word) => word.toLowerCase().includes(text));
}
