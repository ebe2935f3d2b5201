import { Table } from "antd";
import { useMemo } from "react";
import type { ForecastDay } from "../../schema/endpoint/forecast-endpoint.ts";
import { dayInWords } from "../parts/day-in-words.ts";
import type { Columns } from "../parts/paged-list.tsx";
import { useWords } from "../words/words.ts";
import { ForecastChart } from "./forecast-chart.tsx";

type HalfHour = ForecastDay["halfHours"][number];

/** One day by its half hours, with what has come of it. */
export function HalfHours({ day }: { readonly day: ForecastDay }) {
	const { t, locale } = useWords();
	const title = t("forecastHalfHours", { day: dayInWords(day.businessDay, locale) });
	const points = useMemo(
		() => day.halfHours.map(({ id, expected, low, high, came }) => ({ label: id, expected, low, high, came })),
		[day],
	);
	const hasCome = day.halfHours.some(({ came }) => came !== null);
	const columns: Columns<HalfHour> = [
		{ title: t("forecastHalfHour"), dataIndex: "id" },
		{ title: t("forecastExpected"), className: "figure", render: (_, { expected }) => expected.toFixed(1) },
		{ title: t("forecastRange"), className: "figure whole-cell", render: (_, each) => t("forecastBetween", each) },
		...(hasCome
			? [
					{
						title: t("forecastCame"),
						className: "figure",
						render: (_: unknown, { came }: HalfHour) => came ?? t("forecastNotYet"),
					},
				]
			: []),
	];
	return (
		<section className="panel" aria-label={title}>
			<h2>{title}</h2>
			<ForecastChart what={title} points={points} />
			<Table<HalfHour> size="small" rowKey="id" columns={columns} dataSource={[...day.halfHours]} pagination={false} />
		</section>
	);
}
