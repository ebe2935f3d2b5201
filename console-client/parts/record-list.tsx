import { Button, Table } from "antd";
import type { ColumnsType } from "antd/es/table";
import type { SorterResult } from "antd/es/table/interface";
import type { Rows } from "../data/use-read.ts";
import { useWords } from "../words/words.ts";
import { ProblemNotice } from "./problem-notice.tsx";
import { reachableByKey } from "./reachable-by-key.ts";
import { Reading } from "./reading.tsx";

export type Columns<Row> = ColumnsType<Row>;

function sortedBy<Row>(sorter: SorterResult<Row> | SorterResult<Row>[]) {
	const { columnKey, order } = Array.isArray(sorter) ? (sorter[0] ?? {}) : sorter;
	return order == null ? null : { key: String(columnKey), descending: order === "descend" };
}

/** A list read page by page: a table with a sticky head, and at its end how much of it is shown. */
export function RecordList<Row extends object>(props: {
	/** What the list is, for whoever hears the page. */
	readonly label: string;
	readonly list: Rows<Row>;
	readonly rowKey: (row: Row) => string;
	readonly columns: Columns<Row>;
	/** What an empty list says: why, and what to do. */
	readonly empty: string;
	/** Sorting happens where the whole list is: told the column's key, null for the order of the list itself. */
	readonly onSort?: (by: { readonly key: string; readonly descending: boolean } | null) => void;
	/** A list inside a view, not the view itself. */
	readonly part?: boolean;
	/** Its columns stand on a small desk too: words wrap rather than the table scroll. */
	readonly fits?: boolean;
}) {
	const { t } = useWords();
	const { label, list, rowKey, columns, empty, onSort, part = false, fits = false } = props;
	const { rows, read } = list;
	if (read.data === undefined && (read.error !== null || read.isPending)) return <Reading read={read} part={part} />;
	return (
		<section aria-label={label}>
			{read.error !== null && <ProblemNotice refusal={read.error} onRetry={() => void read.refetch()} />}
			<Table<Row>
				ref={reachableByKey(label)}
				size="middle"
				{...(fits && { className: "fits" })}
				rowKey={rowKey}
				columns={columns}
				dataSource={[...rows]}
				pagination={false}
				sticky
				onChange={(_page, _filters, sorter) => onSort?.(sortedBy(sorter))}
				{...(!fits && { scroll: { x: "max-content" as const } })}
				loading={read.isFetching && !read.isFetchingNextPage}
				locale={{ emptyText: empty }}
			/>
			<div className="list-end" role="status">
				{rows.length > 0 && t(read.hasNextPage ? "someShown" : "allShown", { count: rows.length })}
				{read.hasNextPage && (
					<Button loading={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
						{t("loadMore")}
					</Button>
				)}
			</div>
		</section>
	);
}
