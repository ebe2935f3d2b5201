import { tenthsOfMinutes } from "../../client-kit/time/day-figures.ts";
import type { ReportLine } from "../../schema/hall/report.ts";
import { percent } from "../parts/percent.ts";
import type { Columns } from "../parts/record-list.tsx";
import type { Words } from "../words/words.ts";

/** What every list of days, and every division of one, shows of waits and services, called and rounded alike. */
export function timeColumns<Row extends Pick<ReportLine, "waits" | "services">>({ t, locale }: Words): Columns<Row> {
	return [
		{
			title: t("meanWait"),
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

/** How many took a number, were served and were missed. */
export function countColumns<Row extends Pick<ReportLine, "tickets">>({ t }: Words): Columns<Row> {
	return [
		{ title: t("issued"), className: "figure", render: (_, { tickets }) => tickets.issued },
		{ title: t("served"), className: "figure", render: (_, { tickets }) => tickets.served },
		{ title: t("branchNoShows"), className: "figure", render: (_, { tickets }) => tickets.noShows },
	];
}
