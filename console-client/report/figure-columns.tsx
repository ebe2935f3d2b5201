import { minutesToATenth } from "../../client-kit/time/day-figures.ts";
import type { ReportLine } from "../../schema/hall/report.ts";
import type { Columns } from "../parts/paged-list.tsx";
import { percent } from "../parts/percent.ts";
import type { Words } from "../words/words.ts";

/** `sorted`: the page has all rows of the list and sorts them by itself. */
type Sorting = "sorted" | "as-read";

/** What every list of days, and every division of one, shows of waits and services, called and rounded alike. */
export function timeColumns<Row extends Pick<ReportLine, "waits" | "services">>(
	{ t, locale }: Words,
	sorting: Sorting = "as-read",
): Columns<Row> {
	const minutes = (ms: number | null) => minutesToATenth(ms, locale);
	return [
		figure<Row>(sorting, t("meanWait"), ({ waits }) => waits.meanMs, minutes),
		figure<Row>(sorting, t("reportP90"), ({ waits }) => waits.p90Ms, minutes),
		figure<Row>(sorting, t("branchWithin"), ({ waits }) => waits.withinTarget, percent),
		figure<Row>(sorting, t("reportServiceTime"), ({ services }) => services.meanMs, minutes),
	];
}

/** How many took a number, were served and were missed. */
export function countColumns<Row extends Pick<ReportLine, "tickets">>(
	{ t }: Words,
	sorting: Sorting = "as-read",
): Columns<Row> {
	return [
		figure<Row>(sorting, t("issued"), ({ tickets }) => tickets.issued, String),
		figure<Row>(sorting, t("served"), ({ tickets }) => tickets.served, String),
		figure<Row>(sorting, t("branchNoShows"), ({ tickets }) => tickets.noShows, String),
	];
}

/** What was not measured is less than any figure. */
const NOT_MEASURED = -1;

function figure<Row>(
	sorting: Sorting,
	title: string,
	of: (row: Row) => number | null,
	text: (value: number | null) => string,
): Columns<Row>[number] {
	return {
		title,
		className: "figure",
		render: (_: unknown, row: Row) => text(of(row)),
		...(sorting === "sorted" && {
			sorter: (one: Row, other: Row) => (of(one) ?? NOT_MEASURED) - (of(other) ?? NOT_MEASURED),
		}),
	};
}
