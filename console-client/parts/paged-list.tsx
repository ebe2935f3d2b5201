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

/**
 * A list read page by page: a table whose head stays in sight, and below it how many rows are shown and whether there are more.
 * Words in its cells wrap: only a narrow window (below 860 px) scrolls it sideways, and then the keyboard reaches it.
 */
export function PagedList<Row extends object>(props: {
	/** What the list is, for screen readers. */
	readonly label: string;
	readonly list: Rows<Row>;
	readonly rowKey: (row: Row) => string;
	readonly columns: Columns<Row>;
	/** Shown in place of rows: why there are none, and what to do. */
	readonly empty: string;
	/** The server sorts the whole list; called with the column's key and direction, or null for the list's usual order. */
	readonly onSort?: (by: { readonly key: string; readonly descending: boolean } | null) => void;
	/** The list is only a part of a view: when it is refused, the notice stands here and the rest of the view stays. */
	readonly part?: boolean;
}) {
	const { t } = useWords();
	const { label, list, rowKey, columns, empty, onSort, part = false } = props;
	const { rows, read } = list;
	if (read.data === undefined && (read.error !== null || read.isPending)) return <Reading read={read} part={part} />;
	return (
		<section aria-label={label}>
			{read.error !== null && <ProblemNotice refusal={read.error} onRetry={() => void read.refetch()} />}
			<Table<Row>
				ref={reachableByKey(label)}
				size="middle"
				className="fits"
				tableLayout="auto"
				rowKey={rowKey}
				columns={columns}
				dataSource={[...rows]}
				pagination={false}
				sticky
				onChange={(_page, _filters, sorter) => onSort?.(sortedBy(sorter))}
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
