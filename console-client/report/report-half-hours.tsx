import { Table } from "antd";
import { useMemo } from "react";
import type { DayReport } from "../../schema/hall/report.ts";
import { Chart } from "../chart/chart.tsx";
import type { Columns } from "../parts/paged-list.tsx";
import { useWords } from "../words/words.ts";
import { type Usual, usualOf } from "./usual.ts";

type Slot = { readonly id: string; readonly value: number | null; readonly usual: Usual | null };

const MINUTE_MS = 60_000;

const lineOf = ({ byHalfHour }: DayReport, id: string) => byHalfHour.find((line) => line.id === id);
/** A half hour in which nobody came counts as 0; its wait is unknown, not 0. */
const issuedIn = (report: DayReport, id: string) => lineOf(report, id)?.tickets.issued ?? 0;
const waitIn = (report: DayReport, id: string) => {
	const ms = lineOf(report, id)?.waits.p90Ms ?? null;
	return ms === null ? null : ms / MINUTE_MS;
};

/** How many came and how long they waited through the day, beside what is usual. */
export function ReportHalfHours(props: {
	readonly report: DayReport;
	readonly usualDays: readonly DayReport[] | null;
}) {
	const { t } = useWords();
	const { report, usualDays } = props;
	const [issued, waits] = useMemo(() => {
		const days = usualDays ?? [];
		const ids = new Set([report, ...days].flatMap(({ byHalfHour }) => byHalfHour.map(({ id }) => id)));
		const slots = (of: (day: DayReport, id: string) => number | null): Slot[] =>
			[...ids].sort().map((id) => ({ id, value: of(report, id), usual: usualOf(days, (day) => of(day, id)) }));
		return [slots(issuedIn), slots(waitIn)];
	}, [report, usualDays]);
	return (
		<div className="panels">
			<SlotChart title={t("reportArrivals")} legend={t("reportArrivalsKey")} slots={issued} text={String} />
			<SlotChart
				title={t("reportWaits")}
				legend={t("reportWaitsKey")}
				slots={waits}
				text={(minutes) => minutes.toFixed(1)}
			/>
		</div>
	);
}

/** One figure of the half hours as a chart, and on demand as a table. */
function SlotChart(props: {
	readonly title: string;
	readonly legend: string;
	readonly slots: readonly Slot[];
	readonly text: (value: number) => string;
}) {
	const { t } = useWords();
	const { title, legend, slots, text } = props;
	const points = useMemo(
		() =>
			slots.map(({ id, value, usual }) => ({
				label: id,
				line: value,
				low: usual?.low ?? null,
				high: usual?.high ?? null,
				mark: null,
			})),
		[slots],
	);
	const columns: Columns<Slot> = [
		{ title: t("reportHalfHour"), dataIndex: "id" },
		{
			title: t("reportThisDay"),
			className: "figure",
			render: (_, { value }) => (value === null ? "—" : text(value)),
		},
		{
			title: t("reportUsually"),
			className: "figure",
			render: (_, { usual }) => (usual === null ? "—" : `${text(usual.low)}–${text(usual.high)}`),
		},
	];
	return (
		<section className="panel" aria-label={title}>
			<h2>{title}</h2>
			<Chart label={title} legend={legend} points={points} />
			<details className="as-table">
				<summary>{t("reportAsTable")}</summary>
				<Table<Slot> size="small" rowKey="id" columns={columns} dataSource={[...slots]} pagination={false} />
			</details>
		</section>
	);
}
