import { reachableByKey } from "../../parts/reachable-by-key.ts";
import "./table.css";
import { Button, Table } from "antd";
import type { ReactNode } from "react";
import { useWords } from "../../words/words.ts";

/** What a cell draws of a row, and tells what becomes of it. */
export type EditColumn<Row> = {
	readonly title: string;
	readonly cell: (row: Row, change: (change: Partial<Row>) => void, label: string) => ReactNode;
};

type Placed<Row> = { readonly row: Row; readonly at: number };

/** A list of things, each a row that is changed in place; rows are added at the end, and taken out. */
export function EditTable<Row extends { readonly id: string }>(props: {
	readonly title: string;
	readonly rows: readonly Row[];
	readonly columns: readonly EditColumn<Row>[];
	/** What a new row begins as. */
	readonly fresh: Row;
	/** Whether a level above keeps this place from changing a row. */
	readonly locked: (id: string) => boolean;
	readonly onChange: (rows: Row[]) => void;
	/** What is drawn below a row. */
	readonly below?: (row: Row, change: (change: Partial<Row>) => void) => ReactNode;
}) {
	const { title, rows, fresh, locked, onChange, below } = props;
	const { t } = useWords();
	const changeAt = (at: number) => (change: Partial<Row>) =>
		onChange(rows.map((row, place) => (place === at ? { ...row, ...change } : row)));
	const take = (at: number) => onChange(rows.filter((_, place) => place !== at));
	return (
		<section className="edit-table" aria-label={title}>
			<h3>{title}</h3>
			<Table<Placed<Row>>
				size="small"
				rowKey="at"
				pagination={false}
				ref={reachableByKey(title)}
				scroll={{ x: "max-content" }}
				dataSource={rows.map((row, at) => ({ row, at }))}
				columns={[
					...props.columns.map(({ title: column, cell }) => ({
						title: column,
						render: (_: unknown, { row, at }: Placed<Row>) => (
							<fieldset className="table-cell" disabled={locked(row.id)}>
								{cell(row, changeAt(at), `${row.id} ${column}`)}
							</fieldset>
						),
					})),
					{
						title: "",
						render: (_: unknown, { row, at }: Placed<Row>) => (
							<Button size="small" disabled={locked(row.id)} onClick={() => take(at)}>
								{t("configItemRemove")}
							</Button>
						),
					},
				]}
				{...(below && {
					expandable: {
						defaultExpandAllRows: true,
						expandedRowRender: ({ row, at }: Placed<Row>) => below(row, changeAt(at)),
					},
				})}
			/>
			<Button onClick={() => onChange([...rows, fresh])}>{t("configItemAdd")}</Button>
		</section>
	);
}
