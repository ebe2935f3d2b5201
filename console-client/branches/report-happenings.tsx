import { Table } from "antd";
import { tenthsOfMinutes } from "../../client-kit/time/day-figures.ts";
import { stageWord } from "../../client-kit/words/case/kind-words.ts";
import type { DayReport } from "../../schema/hall/report.ts";
import { ROLE_NAMES } from "../../schema/role-name.ts";
import { moment } from "../parts/moment.ts";
import type { Columns } from "../parts/record-list.tsx";
import { useWords } from "../words/words.ts";
import { FigureList } from "./figure-list.tsx";
import { ReportCases } from "./report-cases.tsx";
import { useLineNames } from "./use-line-names.ts";

type Override = DayReport["overrides"][number];

/** What happened at the counters besides serving: calls out of order, transfers, help, and customers referred. */
export function ReportHappenings({ report }: { readonly report: DayReport }) {
	const { t, locale } = useWords();
	const { overtakes, tickets } = report;
	const help = helpOf(report);
	return (
		<>
			<section className="panel" aria-label={t("reportHappenings")}>
				<h2>{t("reportHappenings")}</h2>
				<FigureList
					figures={[
						[t("namedCalls"), report.overrides.length],
						[t("reportRecalls"), report.recalls],
						[t("reportTransfers"), report.transfers],
						[t("reportReturns"), report.returns],
						[t("reportRedirected"), tickets.redirected],
						[t("reportHelpAsked"), help.raised],
						[t("reportHelpAccepted"), help.accepted],
						[t("reportHelpPassedOn"), help.passedOn],
						[t("reportHelpEscalated"), help.escalated],
						[t("reportHelpResponse"), tenthsOfMinutes(help.response?.meanMs ?? null, locale)],
						[t("reportHelpSlowest"), tenthsOfMinutes(help.response?.maxMs ?? null, locale)],
						[t("reportOvertaken"), overtakes.most],
						[t("reportBeyondBound"), overtakes.beyondBound],
						[t("reportRefusals"), report.refusals],
						[t("reportCarriedIn"), tickets.carriedIn ?? 0],
						[t("reportCarriedOver"), tickets.carriedOver ?? 0],
						[t("reportOpenedAt"), moment(report.openedAt)],
						[t("reportClosedAt"), moment(report.closedAt)],
						[t("reportClosedBy"), t(report.closedBy === "staff" ? "closedByStaff" : "closedByClock")],
						[t("reportCommits"), `${report.firstSeq}–${report.lastSeq}`],
					]}
				/>
			</section>
			<ReportCases cases={report.cases} />
			<Referrals referrals={report.referrals} />
			<Overrides report={report} />
		</>
	);
}

/** Reports of before there were alerts say less of help. */
function helpOf({ alerts, helpCalls }: DayReport) {
	const none = { raised: 0, accepted: 0, passedOn: 0, escalated: 0, response: null };
	if (helpCalls !== undefined) return { ...none, ...helpCalls, raised: helpCalls.asked };
	return alerts?.find(({ kind }) => kind === "help") ?? none;
}

function Referrals({ referrals }: { readonly referrals: DayReport["referrals"] }) {
	const { t, name } = useWords();
	return (
		<section className="panel" aria-label={t("reportReferrals")}>
			<h2>{t("reportReferrals")}</h2>
			<FigureList
				figures={[
					[t("reportReferralsRecorded"), referrals?.recorded ?? 0],
					...(referrals?.byStatus ?? []).map(
						({ status, count }) => [name(stageWord("referral", status)), count] as const,
					),
					...(referrals?.byRole ?? []).map(
						({ role, count }) => [t("reportReferralsBy", { role: name(ROLE_NAMES[role]) }), count] as const,
					),
				]}
			/>
		</section>
	);
}

/** Every call out of order, with who made it and why. */
function Overrides({ report }: { readonly report: DayReport }) {
	const { t } = useWords();
	const nameOf = useLineNames(report.branchId);
	const columns: Columns<Override> = [
		{ title: t("overrideAt"), key: "at", render: (_, { at }) => moment(at) },
		{ title: t("itsNumber"), dataIndex: "number" },
		{ title: t("counter"), key: "counter", render: (_, { counterId }) => nameOf("byCounter", counterId) },
		{ title: t("overrideBy"), key: "person", render: (_, { staffId }) => nameOf("byPerson", staffId) },
		{ title: t("reason"), dataIndex: "reason" },
		{ title: t("overridePassed"), dataIndex: "passed", className: "figure" },
	];
	return (
		<section className="panel" aria-label={t("namedCalls")}>
			<h2>{t("namedCalls")}</h2>
			<Table<Override>
				size="small"
				rowKey={({ at, number }) => `${at} ${number}`}
				columns={columns}
				dataSource={[...report.overrides]}
				pagination={false}
				locale={{ emptyText: t("overrideNone") }}
			/>
		</section>
	);
}
