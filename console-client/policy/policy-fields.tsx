import { InputNumber, Table } from "antd";
import type { TicketClass } from "../../schema/hall/configuration.ts";
import type { Columns } from "../parts/paged-list.tsx";
import { useWords } from "../words/words.ts";

const MINUTE_MS = 60_000;

/** The draft: today's policy, class by class, with what is changed in it. */
export function PolicyFields(props: {
	readonly classes: readonly TicketClass[];
	readonly onChange: (classes: readonly TicketClass[]) => void;
}) {
	const { t, name } = useWords();
	const set = (id: string, change: Partial<TicketClass>) =>
		props.onChange(props.classes.map((each) => (each.id === id ? { ...each, ...change } : each)));
	const field = (
		title: string,
		max: number,
		of: (ticketClass: TicketClass) => number,
		change: (value: number) => Partial<TicketClass>,
	): Columns<TicketClass>[number] => ({
		title,
		key: title,
		render: (_, ticketClass) => (
			<InputNumber
				aria-label={`${name(ticketClass.name)} ${title}`}
				min={0}
				max={max}
				precision={0}
				value={of(ticketClass)}
				onChange={(value) => set(ticketClass.id, change(value ?? 0))}
			/>
		),
	});
	const columns: Columns<TicketClass> = [
		{ title: t("policyClass"), key: "class", render: (_, ticketClass) => name(ticketClass.name) },
		field(
			t("policyRank"),
			99,
			({ rank }) => rank,
			(rank) => ({ rank }),
		),
		field(
			t("policyHeadStart"),
			60,
			({ headStartMs }) => headStartMs / MINUTE_MS,
			(minutes) => ({ headStartMs: minutes * MINUTE_MS }),
		),
		field(
			t("policyBudget"),
			100,
			({ overtakeBudget }) => overtakeBudget,
			(overtakeBudget) => ({ overtakeBudget }),
		),
	];
	return (
		<Table<TicketClass>
			className="policy-fields"
			size="small"
			rowKey="id"
			columns={columns}
			dataSource={[...props.classes]}
			pagination={false}
		/>
	);
}
