import { Table } from "antd";
import { tenthsOfMinutes } from "../../client-kit/day-figures.ts";
import type { ReportLine } from "../../schema/report.ts";
import type { Columns } from "../parts/record-list.tsx";
import { useWords } from "../words/words.ts";
import { percent } from "./figures.ts";

/** One division of a day: its lines in a table. */
export function ReportLines(props: {
	readonly lines: readonly ReportLine[];
	readonly lineName: (id: string) => string;
}) {
	const { t, locale } = useWords();
	const columns: Columns<ReportLine> = [
		{ title: t("reportBy"), dataIndex: "id", render: props.lineName },
		{ title: t("branchIssued"), className: "figure", render: (_, { tickets }) => tickets.issued },
		{ title: t("branchServed"), className: "figure", render: (_, { tickets }) => tickets.served },
		{ title: t("branchNoShows"), className: "figure", render: (_, { tickets }) => tickets.noShows },
		{
			title: t("branchMeanWait"),
			className: "figure",
			render: (_, { waits }) => tenthsOfMinutes(waits.meanMs, locale),
		},
		{ title: t("reportP90"), className: "figure", render: (_, { waits }) => tenthsOfMinutes(waits.p90Ms, locale) },
		{ title: t("branchWithin"), className: "figure", render: (_, { waits }) => percent(waits.withinTarget) },
		{
			title: t("reportServiceTime"),
			className: "figure",
			render: (_, { services }) => tenthsOfMinutes(services.meanMs, locale),
		},
	];
	return (
		<Table<ReportLine> size="small" rowKey="id" columns={columns} dataSource={[...props.lines]} pagination={false} />
	);
}
