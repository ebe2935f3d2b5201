import { Button, Tabs } from "antd";
import { DAY_REPORT } from "../../rules/routes/branch.ts";
import type { DayReport } from "../../schema/hall/report.ts";
import { saveFile } from "../data/download.ts";
import { useRead } from "../data/use-read.ts";
import { addressTo } from "../frame/address.ts";
import { useMe } from "../frame/me.ts";
import { useNodeName } from "../institution/use-nodes.ts";
import { dayInWords } from "../parts/day-in-words.ts";
import { moment } from "../parts/moment.ts";
import { PrintButton } from "../parts/print-button.tsx";
import { Reading } from "../parts/reading.tsx";
import { ViewHead } from "../parts/view-head.tsx";
import { useWords } from "../words/words.ts";
import { ReportCheck } from "./report-check.tsx";
import { reportCsv } from "./report-file.ts";
import { ReportHalfHours } from "./report-half-hours.tsx";
import { ReportHappenings } from "./report-happenings.tsx";
import { DIVISIONS, ReportLines } from "./report-lines.tsx";
import { ReportSignatures } from "./report-signatures.tsx";
import { ReportTotals } from "./report-totals.tsx";
import { useLineNames } from "./use-line-names.ts";
import { useUsualDays } from "./use-usual-days.ts";

/** One day of one branch: how it was beside other days, its course, and every division that its report has. */
export function ReportView({ branchId, businessDay }: { readonly branchId: string; readonly businessDay: string }) {
	const { t, locale } = useWords();
	const me = useMe();
	const nodeName = useNodeName();
	const read = useRead(DAY_REPORT, { params: { branchId, businessDay } });
	const report = read.data?.report;
	const storedAt = read.data && t("reportStoredAt", { at: moment(read.data.storedAt) });
	return (
		<>
			<ViewHead
				title={`${nodeName(branchId)} · ${dayInWords(businessDay, locale)}`}
				text={storedAt && `${branchId} · ${storedAt}`}
				back={<a href={addressTo(["branches", branchId])}>{t("back")}</a>}
			>
				{report !== undefined && me.may("commits.read", branchId) && (
					<ReportCheck branchId={branchId} businessDay={businessDay} />
				)}
				{report !== undefined && <TakeAway report={report} />}
			</ViewHead>
			{report === undefined ? <Reading read={read} /> : <WholeReport report={report} />}
		</>
	);
}

/** On paper, or as a file. */
function TakeAway({ report }: { readonly report: DayReport }) {
	const words = useWords();
	const { t } = words;
	const { branchId, businessDay } = report;
	const lineName = useLineNames(
		branchId,
		report.overrides.map(({ staffId }) => staffId),
	);
	const save = () => {
		const file = new Blob([reportCsv(report, lineName, words)], { type: "text/csv;charset=utf-8" });
		saveFile(file, `${t("reportFileName", { branch: branchId, day: businessDay })}.csv`);
	};
	return (
		<>
			<Button onClick={save}>{t("reportFile")}</Button>
			<PrintButton />
		</>
	);
}

function WholeReport({ report }: { readonly report: DayReport }) {
	const { t } = useWords();
	const usualDays = useUsualDays(report.branchId, report.businessDay);
	return (
		<>
			<ReportTotals report={report} usualDays={usualDays} />
			<ReportHalfHours report={report} usualDays={usualDays} />
			<Tabs
				items={DIVISIONS.map(([division, word]) => ({
					key: division,
					label: t(word),
					children: <ReportLines report={report} division={division} />,
				}))}
			/>
			{/* On paper there is nothing to press: one after the other. */}
			<div className="on-paper">
				{DIVISIONS.map(([division, word]) => (
					<section key={division} className="panel">
						<h2>{t(word)}</h2>
						<ReportLines report={report} division={division} />
					</section>
				))}
			</div>
			<ReportHappenings report={report} />
			<ReportSignatures report={report} />
		</>
	);
}
