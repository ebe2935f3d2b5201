import type { SeriesRow } from "../../schema/endpoint/branch-endpoints.ts";
import { addressTo } from "../frame/address.ts";
import type { Columns } from "../parts/paged-list.tsx";
import { countColumns, timeColumns } from "../report/figure-columns.tsx";
import type { Words } from "../words/words.ts";

/** Columns of the days of all branches: those of a branch's own list that the series carries, called the same. */
export function dayColumns(words: Words, nodeName: (nodeId: string) => string): Columns<SeriesRow> {
	const { t } = words;
	return [
		{
			title: t("reportDay"),
			key: "day",
			render: (_, { branchId, businessDay }) => (
				<a href={addressTo(["branches", branchId, businessDay])}>{businessDay}</a>
			),
		},
		{
			title: t("branchName"),
			key: "branch",
			render: (_, { branchId }) => (
				<span className="branch-cell">
					{nodeName(branchId)}
					<span className="soft">{branchId}</span>
				</span>
			),
		},
		...countColumns<SeriesRow>(words),
		{ title: t("reportCancelled"), className: "figure", render: (_, { tickets }) => tickets.cancelled },
		{ title: t("reportUnserved"), className: "figure", render: (_, { tickets }) => tickets.unserved },
		...timeColumns<SeriesRow>(words),
	];
}
