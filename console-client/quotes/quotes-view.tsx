import { Tabs } from "antd";
import { useMemo } from "react";
import { keptTo, type QuoteScore, sumOfScores } from "../../rules/measure/quote-accuracy.ts";
import { CONFIGURATION, DAY_REPORTS } from "../../rules/routes/branch.ts";
import type { QuoteLine, StoredReport } from "../../schema/hall/report.ts";
import { Chart } from "../chart/chart.tsx";
import { useRead, useRows } from "../data/use-read.ts";
import { addressTo } from "../frame/address.ts";
import { useNodeName } from "../institution/use-nodes.ts";
import { PrintButton } from "../parts/print-button.tsx";
import { Reading } from "../parts/reading.tsx";
import { ViewHead } from "../parts/view-head.tsx";
import { useWords } from "../words/words.ts";
import { QuoteTable } from "./quote-table.tsx";

/** Four weeks of open days. */
const DAYS = 20;
const DIVISIONS = [
	["byService", "reportByService"],
	["byClass", "reportByClass"],
	["byHalfHour", "reportByHalfHour"],
] as const;
/** Where nine in ten may lie, per cent, as the chart shows it. */
const BAND = { low: 85, high: 95 } as const;

/** How well the waits held that a branch told its customers on its latest days. */
export function QuotesView({ branchId }: { readonly branchId: string }) {
	const { t } = useWords();
	const nodeName = useNodeName();
	const list = useRows(DAY_REPORTS, { params: { branchId }, query: { limit: DAYS } });
	const days = list.rows.slice(0, DAYS).filter(({ report }) => (report.quotes?.whole.count ?? 0) > 0);
	return (
		<>
			<ViewHead
				title={t("quotesTitle", { branch: nodeName(branchId) })}
				text={t("quotesText")}
				back={<a href={addressTo(["branches", branchId])}>{t("back")}</a>}
			>
				{days.length > 0 && <PrintButton />}
			</ViewHead>
			{list.read.data === undefined ? (
				<Reading read={list.read} />
			) : days.length === 0 ? (
				<p className="panel">{t("quotesNone")}</p>
			) : (
				<Days branchId={branchId} days={days} />
			)}
		</>
	);
}

function Days({ branchId, days }: { readonly branchId: string; readonly days: readonly StoredReport[] }) {
	const { t, name } = useWords();
	const { data } = useRead(CONFIGURATION, { params: { branchId } });
	const named = { byService: data?.services, byClass: data?.dispatch.classes, byHalfHour: undefined };
	const lines = days.map(({ businessDay, report }) => ({ id: businessDay, ...wholeOf(report) }));
	const overall = t("quoteOverall", { days: days.length });
	const nameOf = (division: keyof typeof named, id: string) => {
		const found = named[division]?.find((each) => each.id === id);
		return found === undefined ? id : name(found.name);
	};
	const tableOf = (division: keyof typeof named) => (
		<QuoteTable
			lines={summed(days.flatMap(({ report }) => report.quotes?.[division] ?? []))}
			lineTitle={t("reportBy")}
			lineName={(id) => nameOf(division, id)}
		/>
	);
	return (
		<>
			<section className="panel" aria-label={overall}>
				<h2>{overall}</h2>
				<QuoteTable lines={[{ id: overall, ...sumOfScores(lines) }]} lineTitle={t("reportDay")} lineName={(id) => id} />
			</section>
			<section className="panel" aria-label={t("quoteByDay")}>
				<h2>{t("quoteByDay")}</h2>
				<DayChart lines={lines} />
				<QuoteTable
					lines={lines}
					lineTitle={t("reportDay")}
					lineName={(day) => <a href={addressTo(["branches", branchId, day])}>{day}</a>}
				/>
			</section>
			<Tabs
				items={DIVISIONS.map(([division, word]) => ({ key: division, label: t(word), children: tableOf(division) }))}
			/>
			{/* On paper there is nothing to press: one after the other. */}
			<div className="on-paper">
				{DIVISIONS.map(([division, word]) => (
					<section key={division} className="panel">
						<h2>{t(word)}</h2>
						{tableOf(division)}
					</section>
				))}
			</div>
		</>
	);
}

function DayChart({ lines }: { readonly lines: readonly QuoteLine[] }) {
	const { t } = useWords();
	const days = lines.map(({ id, scored, late, early }) => `${id} ${scored} ${late} ${early}`).join();
	// biome-ignore lint/correctness/useExhaustiveDependencies: the text says whether anything that is drawn has changed.
	const points = useMemo(
		() =>
			lines.toReversed().map((line) => {
				const upper = keptTo(line)?.upper;
				const mark = upper === undefined ? null : Math.round(upper * 100);
				return { label: line.id.slice(5), line: null, ...BAND, mark };
			}),
		[days],
	);
	return <Chart label={t("quoteChart", { what: t("quoteByDay") })} legend={t("quoteChartKey")} points={points} />;
}

function wholeOf({ quotes }: StoredReport["report"]): QuoteScore {
	return quotes?.whole ?? sumOfScores([]);
}

/** Lines of several days, one for each id. */
function summed(lines: readonly QuoteLine[]): QuoteLine[] {
	const ids = [...new Set(lines.map(({ id }) => id))].sort();
	return ids.map((id) => ({ id, ...sumOfScores(lines.filter((line) => line.id === id)) }));
}
