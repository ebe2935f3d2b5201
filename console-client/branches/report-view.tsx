import { Tabs } from "antd";
import { missedInWords, tenthsOfMinutes } from "../../client-kit/time/day-figures.ts";
import { DAY_REPORT } from "../../rules/routes/branch.ts";
import type { DayReport } from "../../schema/hall/report.ts";
import { useRead } from "../data/use-read.ts";
import { addressTo } from "../frame/address.ts";
import { useMe } from "../frame/me.ts";
import { useNodeName } from "../institution/use-nodes.ts";
import { moment } from "../parts/moment.ts";
import { percent } from "../parts/percent.ts";
import { Reading } from "../parts/reading.tsx";
import { ViewHead } from "../parts/view-head.tsx";
import { useWords } from "../words/words.ts";
import { FigureList } from "./figure-list.tsx";
import { ReportCheck } from "./report-check.tsx";
import { ReportHappenings } from "./report-happenings.tsx";
import { ReportLines } from "./report-lines.tsx";
import { useLineNames } from "./use-line-names.ts";

const DIVISIONS = [
	["byService", "reportByService"],
	["byClass", "reportByClass"],
	["byChannel", "reportByChannel"],
	["byHalfHour", "reportByHalfHour"],
	["byCounter", "reportByCounter"],
] as const;

/** One day of one branch, in every division that its report has. */
export function ReportView({ branchId, businessDay }: { readonly branchId: string; readonly businessDay: string }) {
	const { t } = useWords();
	const me = useMe();
	const nodeName = useNodeName();
	const lineName = useLineNames(branchId);
	const read = useRead(DAY_REPORT, { params: { branchId, businessDay } });
	const report = read.data?.report;
	return (
		<>
			<ViewHead
				title={`${nodeName(branchId)} · ${businessDay}`}
				text={read.data && t("reportStoredAt", { at: moment(read.data.storedAt) })}
				back={<a href={addressTo(["branches", branchId])}>{t("back")}</a>}
			>
				{report !== undefined && me.may("commits.read", branchId) && (
					<ReportCheck branchId={branchId} businessDay={businessDay} />
				)}
			</ViewHead>
			{report === undefined ? <Reading read={read} /> : <Totals report={report} />}
			{report !== undefined && <ReportHappenings report={report} />}
			{report !== undefined && (
				<Tabs
					items={DIVISIONS.map(([division, word]) => ({
						key: division,
						label: t(word),
						children: <ReportLines lines={report[division]} lineName={(id) => lineName(division, id)} />,
					}))}
				/>
			)}
		</>
	);
}

function Totals({ report }: { readonly report: DayReport }) {
	const { t, locale } = useWords();
	const { tickets, waits, services } = report;
	const totals: readonly (readonly [string, string | number])[] = [
		[t("issued"), tickets.issued],
		[t("served"), tickets.served],
		[t("noShows"), missedInWords(tickets.noShows, report.returns, locale)],
		[t("reportCancelled"), tickets.cancelled],
		[t("reportUnserved"), tickets.unserved],
		[t("meanWait"), tenthsOfMinutes(waits.meanMs, locale)],
		[t("reportP50"), tenthsOfMinutes(waits.p50Ms, locale)],
		[t("reportP90"), tenthsOfMinutes(waits.p90Ms, locale)],
		[t("reportMax"), tenthsOfMinutes(waits.maxMs, locale)],
		[t("branchWithin"), percent(waits.withinTarget)],
		[t("reportServiceTime"), tenthsOfMinutes(services.meanMs, locale)],
	];
	return <FigureList figures={totals} />;
}
