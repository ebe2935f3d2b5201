import { Table } from "antd";
import type { ReportLine } from "../../schema/hall/report.ts";
import type { Columns } from "../parts/record-list.tsx";
import { useWords } from "../words/words.ts";
import { countColumns, timeColumns } from "./figure-columns.tsx";

/** One division of a day: its lines in a table. */
export function ReportLines(props: {
	readonly lines: readonly ReportLine[];
	readonly lineName: (id: string) => string;
}) {
	const words = useWords();
	const { t } = words;
	const columns: Columns<ReportLine> = [
		{ title: t("reportBy"), dataIndex: "id", render: props.lineName },
		...countColumns<ReportLine>(words),
		...timeColumns<ReportLine>(words),
	];
	// By the number on the sign: the tenth counter comes after the ninth.
	const lines = [...props.lines].sort((one, other) => one.id.localeCompare(other.id, "en", { numeric: true }));
	return <Table<ReportLine> size="small" rowKey="id" columns={columns} dataSource={lines} pagination={false} />;
}
