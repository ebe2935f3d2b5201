import "./quote-table.css";
import { Table } from "antd";
import type { ReactNode } from "react";
import type { QuoteLine } from "../../schema/hall/report.ts";
import type { Columns } from "../parts/paged-list.tsx";
import { useWords } from "../words/words.ts";
import { quoteFigures } from "./quote-figures.ts";

/** How well quotes held, a line each. */
export function QuoteTable(props: {
	readonly lines: readonly QuoteLine[];
	readonly lineTitle: string;
	readonly lineName: (id: string) => ReactNode;
}) {
	const words = useWords();
	const columns: Columns<QuoteLine> = [
		{ title: props.lineTitle, dataIndex: "id", render: props.lineName },
		...quoteFigures(words).map(({ word, of }) => ({
			title: words.t(word),
			key: word,
			className: "figure",
			// On a phone there is no head to say it.
			onCell: (): object => ({ "data-label": words.t(word) }),
			render: (_: unknown, line: QuoteLine) => of(line),
		})),
	];
	return (
		<Table<QuoteLine>
			className="quote-table"
			size="small"
			rowKey="id"
			columns={columns}
			dataSource={[...props.lines]}
			pagination={false}
		/>
	);
}
