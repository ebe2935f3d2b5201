import { Button, Input } from "antd";
import { useEffect, useState } from "react";
import { NamedIcon } from "../../react-kit/icon.tsx";
import { BRANCHES } from "../../rules/routes/branch.ts";
import type { BranchSort, BranchSummary } from "../../schema/endpoint/branch-endpoints.ts";
import { useRows } from "../data/use-read.ts";
import { useAddress } from "../frame/address.ts";
import { Field } from "../parts/form/field.tsx";
import { dayOf } from "../parts/moment.ts";
import { PagedList } from "../parts/paged-list.tsx";
import { Sign } from "../parts/sign.tsx";
import { useNow } from "../parts/use-now.ts";
import { useSettled } from "../parts/use-settled.ts";
import { ViewHead } from "../parts/view-head.tsx";
import { figuresOf, isBelowTarget, wasBelowTarget } from "../report/below-target.ts";
import { useWords } from "../words/words.ts";
import { branchColumns } from "./branch-columns.tsx";
import { branchQuery, showQuery, WORST_FIRST } from "./branch-query.ts";

const PAGE_ROWS = 100;
/** Ages go on while the list stands there. */
const AGE_EVERY_MS = 5_000;

/** Every branch within one's place, with its latest figures and how old they are, the worst first. What is asked for stands in the address. */
export function BranchList() {
	const words = useWords();
	const { t } = words;
	const wanted = branchQuery(useAddress().query);
	const [text, setText] = useState(wanted.find);
	const find = useSettled(text.trim());
	const { sort, order } = wanted;
	useEffect(() => showQuery({ find, sort, order }), [find, sort, order]);
	const query = { limit: PAGE_ROWS, ...(find === "" ? {} : { find }), sort, order };
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
							allowClear={{ clearIcon: <NamedIcon name="close" label={t("clear")} /> }}
							maxLength={40}
							value={text}
							onChange={(event) => setText(event.target.value)}
						/>
					)}
				</Field>
				<BelowTarget rows={list.rows} />
				<UntrueQuotes rows={list.rows} />
			</div>
			<PagedList
				label={t("branchesTitle")}
				list={list}
				rowKey={(row) => row.branchId}
				columns={branchColumns(words, Math.max(0, now - list.read.dataUpdatedAt), { sort, order })}
				empty={find === "" ? t("branchesNone") : t("branchesNoneFound", { text: find })}
				onSort={(by) => {
					const chosen = by && {
						sort: by.key as BranchSort,
						order: by.descending ? ("desc" as const) : ("asc" as const),
					};
					showQuery({ find, ...(chosen ?? WORST_FIRST) });
				}}
			/>
		</>
	);
}

/** The one sentence that head office looks for. */
function BelowTarget({ rows }: { readonly rows: readonly BranchSummary[] }) {
	const { t } = useWords();
	const today = dayOf(Date.now());
	const count = rows.filter(isBelowTarget).length;
	const closed = rows.filter((row) => wasBelowTarget(row, today)).length;
	const isMeasured = rows.some((row) => figuresOf(row) === "now" && row.rollup?.waits.withinTarget != null);
	if (!isMeasured && closed === 0) return null;
	return (
		<p className="below-target" role="status">
			{isMeasured && (
				<Sign tone={count > 0 ? "over" : "good"}>{count > 0 ? t("overviewOver", { count }) : t("overviewGood")}</Sign>
			)}{" "}
			{closed > 0 && <Sign tone="plain">{t("overviewClosedOver", { count: closed })}</Sign>}
		</p>
	);
}

/** How many of them told waits in the last week that were not true; nothing where all were. */
function UntrueQuotes({ rows }: { readonly rows: readonly BranchSummary[] }) {
	const { t } = useWords();
	const count = rows.filter(({ quoteWeek }) => quoteWeek?.isUntrue).length;
	if (count === 0) return null;
	return (
		<p className="below-target" role="status">
			<Sign tone="near">{t("quoteUntrueBranches", { count })}</Sign>
		</p>
	);
}
