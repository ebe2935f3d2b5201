import { Table } from "antd";
import { useMemo } from "react";
import type { PastForecast } from "../../schema/endpoint/forecast-endpoint.ts";
import { dayInWords } from "../parts/day-in-words.ts";
import type { Columns } from "../parts/paged-list.tsx";
import { percent } from "../parts/percent.ts";
import { Sign } from "../parts/sign.tsx";
import { useWords } from "../words/words.ts";
import { ForecastChart } from "./forecast-chart.tsx";

/** The latest days as they were forecast, beside what came. */
export function PastForecasts(props: { readonly past: readonly PastForecast[]; readonly summary: string | null }) {
	const { t, locale } = useWords();
	const { past, summary } = props;
	const points = useMemo(
		() =>
			past.map(({ businessDay, expected, low, high, came }) => ({
				label: businessDay.slice(5),
				...{ expected, low, high, came },
			})),
		[past],
	);
	const columns: Columns<PastForecast> = [
		{ title: t("forecastDay"), render: (_, { businessDay }) => dayInWords(businessDay, locale) },
		{ title: t("forecastExpected"), className: "figure", render: (_, { expected }) => Math.round(expected) },
		{ title: t("forecastRange"), className: "figure whole-cell", render: (_, each) => t("forecastBetween", each) },
		{ title: t("forecastCame"), className: "figure", render: (_, { came }) => came },
		{
			title: t("forecastError"),
			className: "figure",
			render: (_, { error }) => (error === null ? "–" : percent(error)),
		},
		{
			title: t("forecastHolds"),
			render: (_, { came, low, high }) =>
				came >= low && came <= high ? (
					<Sign tone="good">{t("forecastInside")}</Sign>
				) : (
					<Sign tone="near">{t("forecastOutside")}</Sign>
				),
		},
		{
			title: t("forecastFrom"),
			render: (_, { toldAt }) => <Sign tone="plain">{t(toldAt === null ? "forecastAgain" : "forecastTold")}</Sign>,
		},
	];
	return (
		<section className="panel" aria-label={t("forecastPast")}>
			<h2>{t("forecastPast")}</h2>
			<p className="soft">{t("forecastPastText")}</p>
			{summary !== null && <p>{summary}</p>}
			<ForecastChart what={t("forecastPast")} points={points} />
			<Table<PastForecast>
				size="small"
				rowKey="businessDay"
				columns={columns}
				dataSource={past.toReversed()}
				pagination={false}
			/>
		</section>
	);
}
