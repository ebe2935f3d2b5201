import { Button, Input } from "antd";
import { useState } from "react";
import { BRANCHES } from "../../rules/routes/branch.ts";
import type { BranchSort } from "../../schema/endpoint/branch-endpoints.ts";
import { useRows } from "../data/use-read.ts";
import { Field } from "../parts/form/field.tsx";
import { NamedIcon } from "../parts/icon.tsx";
import { RecordList } from "../parts/record-list.tsx";
import { useNow } from "../parts/use-now.ts";
import { useSettled } from "../parts/use-settled.ts";
import { ViewHead } from "../parts/view-head.tsx";
import { useWords } from "../words/words.ts";
import { branchColumns } from "./branch-columns.tsx";

const PAGE_ROWS = 100;
/** Ages go on while the list stands there. */
const AGE_EVERY_MS = 5_000;

type Sorted = { readonly sort: BranchSort; readonly order: "asc" | "desc" };

/** Every branch within one's place, with its latest figures and how old they are. */
export function BranchList() {
	const words = useWords();
	const { t } = words;
	const [text, setText] = useState("");
	const [sorted, setSorted] = useState<Sorted | null>(null);
	const find = useSettled(text.trim());
	const query = { limit: PAGE_ROWS, ...(find === "" ? {} : { find }), ...(sorted ?? {}) };
	const list = useRows(BRANCHES, { query }, { keep: true });
	const now = useNow(AGE_EVERY_MS);
	return (
		<>
			<ViewHead title={t("branchesTitle")} text={t("branchesText")}>
				<Button onClick={() => void list.read.refetch()} loading={list.read.isRefetching}>
					{t("refresh")}
				</Button>
			</ViewHead>
			<div className="toolbar">
				<Field label={t("branchFind")}>
					{(id) => (
						<Input
							id={id}
							allowClear={{ clearIcon: <NamedIcon name="clear" label={t("clear")} /> }}
							maxLength={40}
							value={text}
							onChange={(event) => setText(event.target.value)}
						/>
					)}
				</Field>
			</div>
			<RecordList
				label={t("branchesTitle")}
				list={list}
				rowKey={(row) => row.branchId}
				columns={branchColumns(words, Math.max(0, now - list.read.dataUpdatedAt))}
				onSort={(by) => setSorted(by && { sort: by.key as BranchSort, order: by.descending ? "desc" : "asc" })}
			/>
		</>
	);
}
