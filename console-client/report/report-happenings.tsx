import { Table } from "antd";
import type { DayReport } from "../../schema/hall/report.ts";
import { moment } from "../parts/moment.ts";
import type { Columns } from "../parts/paged-list.tsx";
import { useWords } from "../words/words.ts";
import { FigureList } from "./figure-list.tsx";
import { happeningsOf } from "./happenings.ts";
import { useLineNames } from "./use-line-names.ts";

type Override = DayReport["overrides"][number];

/** What happened besides serving: calls out of order, transfers, help, tasks, and customers referred. */
export function ReportHappenings({ report }: { readonly report: DayReport }) {
	const words = useWords();
	return (
		<>
			<Overrides report={report} />
			{happeningsOf(report, words).map(({ title, figures }) => (
				<section key={title} className="panel" aria-label={title}>
					<h2>{title}</h2>
					<FigureList figures={figures} small />
				</section>
			))}
		</>
	);
}

/** Every call out of order, with who made it and why. */
function Overrides({ report }: { readonly report: DayReport }) {
	const { t } = useWords();
	const nameOf = useLineNames(
		report.branchId,
		report.overrides.map(({ staffId }) => staffId),
	);
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
			{report.overrides.length === 0 ? (
				<p className="soft">{t("overrideNone")}</p>
			) : (
				<Table<Override>
					size="small"
					rowKey={({ at, number }) => `${at} ${number}`}
					columns={columns}
					dataSource={[...report.overrides]}
					pagination={false}
				/>
			)}
		</section>
	);
}
