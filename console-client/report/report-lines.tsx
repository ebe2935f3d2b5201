import { Table } from "antd";
import type { DayReport, ReportLine } from "../../schema/hall/report.ts";
import type { Columns } from "../parts/paged-list.tsx";
import { useWords } from "../words/words.ts";
import { countColumns, timeColumns } from "./figure-columns.tsx";
import { type Division, useLineNames } from "./use-line-names.ts";

/** The divisions of a day in the order in which they are shown, with what each is called. */
export const DIVISIONS = [
	["byService", "reportByService"],
	["byClass", "reportByClass"],
	["byChannel", "reportByChannel"],
	["byHalfHour", "reportByHalfHour"],
	["byCounter", "reportByCounter"],
] as const;

/** Counters and half hours have an order of their own; of all else what most came for stands first. */
const OWN_ORDER: readonly Division[] = ["byHalfHour", "byCounter"];

/** One division of a day: its lines in a table, which can be sorted by each figure. */
export function ReportLines({ report, division }: { readonly report: DayReport; readonly division: Division }) {
	const words = useWords();
	const { t } = words;
	const lineName = useLineNames(report.branchId);
	const columns: Columns<ReportLine> = [
		{ title: t("reportBy"), dataIndex: "id", render: (id: string) => lineName(division, id) },
		...countColumns<ReportLine>(words, "sorted"),
		...timeColumns<ReportLine>(words, "sorted"),
	];
	return (
		<Table<ReportLine>
			size="small"
			rowKey="id"
			columns={columns}
			dataSource={linesInOrder(report, division)}
			pagination={false}
		/>
	);
}

/** The lines of a division in its order; the tenth counter comes after the ninth. */
export function linesInOrder(report: DayReport, division: Division): ReportLine[] {
	const byId = (one: ReportLine, other: ReportLine) => one.id.localeCompare(other.id, "en", { numeric: true });
	return [...report[division]].sort((one, other) =>
		OWN_ORDER.includes(division) ? byId(one, other) : other.tickets.issued - one.tickets.issued || byId(one, other),
	);
}
