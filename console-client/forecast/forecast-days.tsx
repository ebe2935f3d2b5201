import { Button, Table } from "antd";
import { useMemo } from "react";
import type { ForecastDay } from "../../schema/endpoint/forecast-endpoint.ts";
import { dayInWords } from "../parts/day-in-words.ts";
import type { Columns } from "../parts/paged-list.tsx";
import { Sign } from "../parts/sign.tsx";
import { useWords, type Words } from "../words/words.ts";
import { ForecastChart } from "./forecast-chart.tsx";
import { KIND_WORD } from "./kind-labels.ts";

/** The coming days: chart and table; one of them is looked at closer. */
export function ForecastDays(props: {
	readonly days: readonly ForecastDay[];
	readonly chosen: string;
	readonly onChoose: (businessDay: string) => void;
}) {
	const words = useWords();
	const { t } = words;
	const { days, chosen, onChoose } = props;
	const points = useMemo(
		() =>
			days.map(({ businessDay, whole }) => ({
				label: businessDay.slice(5),
				expected: whole?.expected ?? null,
				low: whole?.low ?? null,
				high: whole?.high ?? null,
				came: null,
			})),
		[days],
	);
	return (
		<section className="panel" aria-label={t("forecastDays")}>
			<h2>{t("forecastDays")}</h2>
			<ForecastChart what={t("forecastDays")} points={points} />
			<Table<ForecastDay>
				size="small"
				rowKey="businessDay"
				columns={columnsOf(words, chosen, onChoose)}
				dataSource={[...days]}
				pagination={false}
			/>
		</section>
	);
}

function columnsOf(
	{ t, locale }: Words,
	chosen: string,
	onChoose: (businessDay: string) => void,
): Columns<ForecastDay> {
	return [
		{
			title: t("forecastDay"),
			key: "day",
			render: (_, { businessDay, whole }) =>
				whole === null ? (
					<span>{dayInWords(businessDay, locale)}</span>
				) : (
					<Button type="link" size="small" aria-pressed={businessDay === chosen} onClick={() => onChoose(businessDay)}>
						{dayInWords(businessDay, locale)}
					</Button>
				),
		},
		{
			title: t("forecastKind"),
			key: "kind",
			render: (_, { kind }) => <Sign tone={kind === "workday" ? "plain" : "near"}>{t(KIND_WORD[kind])}</Sign>,
		},
		{
			title: t("forecastExpected"),
			className: "figure",
			render: (_, { whole, isOpen }) =>
				whole === null ? (isOpen ? "–" : t("forecastClosed")) : Math.round(whole.expected),
		},
		{
			title: t("forecastRange"),
			className: "figure whole-cell",
			render: (_, { whole }) => (whole === null ? "" : t("forecastBetween", whole)),
		},
	];
}
