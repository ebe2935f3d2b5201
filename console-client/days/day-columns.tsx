import { tenthsOfMinutes } from "../../client-kit/day-figures.ts";
import type { SeriesRow } from "../../schema/branch-endpoints.ts";
import { percent } from "../branches/figures.ts";
import { addressTo } from "../frame/address.ts";
import type { Columns } from "../parts/record-list.tsx";
import type { Words } from "../words/words.ts";

/** Columns of the days of all branches: those of a branch's own list that the series carries, called the same. */
export function dayColumns({ t, locale }: Words, nodeName: (nodeId: string) => string): Columns<SeriesRow> {
	return [
		{
			title: t("reportDay"),
			key: "day",
			render: (_, { branchId, businessDay }) => (
				<a href={addressTo(["branches", branchId, businessDay])}>{businessDay}</a>
			),
		},
		{ title: t("branchName"), key: "branch", render: (_, { branchId }) => nodeName(branchId) },
		{ title: t("branchIssued"), className: "figure", render: (_, { tickets }) => tickets.issued },
		{ title: t("branchServed"), className: "figure", render: (_, { tickets }) => tickets.served },
		{ title: t("branchNoShows"), className: "figure", render: (_, { tickets }) => tickets.noShows },
		{ title: t("reportCancelled"), className: "figure", render: (_, { tickets }) => tickets.cancelled },
		{ title: t("reportUnserved"), className: "figure", render: (_, { tickets }) => tickets.unserved },
		{
			title: t("branchMeanWait"),
			className: "figure",
			render: (_, { waits }) => tenthsOfMinutes(waits.meanMs, locale),
		},
		{ title: t("reportP90"), className: "figure", render: (_, { waits }) => tenthsOfMinutes(waits.p90Ms, locale) },
		{ title: t("branchWithin"), className: "figure", render: (_, { waits }) => percent(waits.withinTarget) },
		{
			title: t("reportServiceTime"),
			className: "figure",
			render: (_, { services }) => tenthsOfMinutes(services.meanMs, locale),
		},
	];
}
