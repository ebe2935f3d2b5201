import { minutesToATenth, noShowsInWords } from "../../client-kit/time/day-figures.ts";
import { DAY_REPORTS } from "../../rules/routes/branch.ts";
import type { StoredReport } from "../../schema/hall/report.ts";
import { useRows } from "../data/use-read.ts";
import { addressTo } from "../frame/address.ts";
import { dayInWords } from "../parts/day-in-words.ts";
import { moment } from "../parts/moment.ts";
import { type Columns, PagedList } from "../parts/paged-list.tsx";
import { useWords, type Words } from "../words/words.ts";
import { ReportTrend } from "./report-trend.tsx";
import { ShareSign } from "./share-sign.tsx";

const PAGE_ROWS = 20;

/** The days that a branch has closed, newest first. */
export function ReportList({ branchId }: { readonly branchId: string }) {
	const words = useWords();
	const list = useRows(DAY_REPORTS, { params: { branchId }, query: { limit: PAGE_ROWS } });
	return (
		<>
			<ReportTrend days={list.rows} />
			<section className="panel">
				<h2>{words.t("branchReports")}</h2>
				<p className="soft">{words.t("branchReportsText")}</p>
				<PagedList
					part
					label={words.t("branchReports")}
					list={list}
					rowKey={(row) => row.businessDay}
					columns={columnsOf(words)}
					empty={words.t("reportNone")}
				/>
			</section>
		</>
	);
}

function columnsOf({ t, locale }: Words): Columns<StoredReport> {
	return [
		{
			title: t("reportDay"),
			key: "day",
			render: (_, { branchId, businessDay }) => (
				<a href={addressTo(["branches", branchId, businessDay])}>{dayInWords(businessDay, locale)}</a>
			),
		},
		{ title: t("issued"), className: "figure", render: (_, { report }) => report.tickets.issued },
		{ title: t("served"), className: "figure", render: (_, { report }) => report.tickets.served },
		{
			title: t("noShows"),
			className: "figure",
			render: (_, { report }) => noShowsInWords(report.tickets.noShows, report.returns, locale),
		},
		{
			title: t("meanWait"),
			className: "figure",
			render: (_, { report }) => minutesToATenth(report.waits.meanMs, locale),
		},
		{
			title: t("reportP90"),
			className: "figure",
			render: (_, { report }) => minutesToATenth(report.waits.p90Ms, locale),
		},
		{
			title: t("branchWithin"),
			className: "figure",
			render: (_, { report }) => <ShareSign share={report.waits.withinTarget} />,
		},
		{ title: t("reportClosedAt"), className: "figure", render: (_, { report }) => moment(report.closedAt) },
		{
			title: t("reportClosedBy"),
			render: (_, { report }) => t(report.closedBy === "staff" ? "closedByStaff" : "closedByClock"),
		},
	];
}
