import { useMemo } from "react";
import { TARGET_SHARE } from "../../rules/measure/target-share.ts";
import type { StoredReport } from "../../schema/hall/report.ts";
import { Chart } from "../chart/chart.tsx";
import { percent } from "../parts/percent.ts";
import { useWords } from "../words/words.ts";

const PERCENT = 100;
/** A line between fewer days says nothing. */
const DAYS_MIN = 2;

/** How the days of a branch go: whether they kept the target, and how many came. Newest first, as they are listed. */
export function ReportTrend({ days }: { readonly days: readonly StoredReport[] }) {
	const { t } = useWords();
	const [within, issued] = useMemo(() => {
		const inTurn = days.map(({ businessDay, report }) => ({ label: businessDay.slice(5), report })).reverse();
		const plain = { low: null, high: null, mark: null };
		return [
			inTurn.map(({ label, report: { waits } }) => ({
				...{ label, mark: null, low: TARGET_SHARE * PERCENT, high: PERCENT },
				line: waits.withinTarget === null ? null : waits.withinTarget * PERCENT,
			})),
			inTurn.map(({ label, report }) => ({ ...plain, label, line: report.tickets.issued })),
		];
	}, [days]);
	if (days.length < DAYS_MIN) return null;
	return (
		<div className="panels">
			<section className="panel" aria-label={t("trendWithin")}>
				<h2>{t("trendWithin")}</h2>
				<Chart
					label={t("trendWithin")}
					legend={t("trendWithinKey", { target: percent(TARGET_SHARE) })}
					points={within}
					top={PERCENT}
				/>
			</section>
			<section className="panel" aria-label={t("trendIssued")}>
				<h2>{t("trendIssued")}</h2>
				<Chart label={t("trendIssued")} legend={t("trendIssuedKey")} points={issued} />
			</section>
		</div>
	);
}
