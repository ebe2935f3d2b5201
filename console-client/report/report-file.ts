import { csvFormatRows } from "d3-dsv";
import { harmlessCell, UTF_8_MARK } from "../../rules/harmless-cell.ts";
import type { DayReport, ReportLine } from "../../schema/hall/report.ts";
import { moment } from "../parts/moment.ts";
import type { Words } from "../words/words.ts";
import { happeningsOf } from "./happenings.ts";
import { DIVISIONS, linesInOrder } from "./report-lines.tsx";
import type { useLineNames } from "./use-line-names.ts";

type Measured = Pick<ReportLine, "tickets" | "waits" | "services">;
type Row = readonly (string | number)[];

const MINUTE_MS = 60_000;

/** A day's report as CSV in the page's words: the whole day, each line of its divisions, and what else happened. */
export function reportCsv(report: DayReport, lineName: ReturnType<typeof useLineNames>, words: Words): string {
	const { t } = words;
	const figures = figuresOf(words);
	const cellsOf = (line: Measured) => figures.map(([, of]) => of(line) ?? "");
	const blank = figures.map(() => "");
	const rows: Row[] = [
		[t("fileSection"), t("fileItem"), ...figures.map(([title]) => title), t("fileValue")],
		[t("fileWhole"), report.businessDay, ...cellsOf(report), ""],
		...DIVISIONS.flatMap(([division, word]) =>
			linesInOrder(report, division).map((line) => [t(word), lineName(division, line.id), ...cellsOf(line), ""]),
		),
		...happeningsOf(report, words).flatMap(({ title, figures: group }) =>
			group.map(([label, value]) => [title, label, ...blank, value]),
		),
		...report.overrides.map((call) => [t("namedCalls"), call.number, ...blank, sentenceOf(call, lineName)]),
	];
	return UTF_8_MARK + csvFormatRows(rows.map((row) => row.map((cell) => harmlessCell(String(cell)))));
}

function sentenceOf(call: DayReport["overrides"][number], lineName: ReturnType<typeof useLineNames>): string {
	const { at, counterId, staffId, reason } = call;
	return [moment(at), lineName("byCounter", counterId), lineName("byPerson", staffId), reason].join(" · ");
}

function figuresOf({
	t,
}: Words): readonly (readonly [title: string, of: (line: Measured) => string | number | null])[] {
	const inMinutes = (ms: number | null) => (ms === null ? null : (ms / MINUTE_MS).toFixed(1));
	const minutes = (what: string) => t("fileMinutes", { what });
	return [
		[t("issued"), ({ tickets }) => tickets.issued],
		[t("served"), ({ tickets }) => tickets.served],
		[t("branchNoShows"), ({ tickets }) => tickets.noShows],
		[t("reportCancelled"), ({ tickets }) => tickets.cancelled],
		[t("reportRedirected"), ({ tickets }) => tickets.redirected],
		[t("reportUnserved"), ({ tickets }) => tickets.unserved],
		[minutes(t("meanWait")), ({ waits }) => inMinutes(waits.meanMs)],
		[minutes(t("reportP50")), ({ waits }) => inMinutes(waits.p50Ms)],
		[minutes(t("reportP90")), ({ waits }) => inMinutes(waits.p90Ms)],
		[minutes(t("reportMax")), ({ waits }) => inMinutes(waits.maxMs)],
		[
			t("filePercent", { what: t("branchWithin") }),
			({ waits }) => (waits.withinTarget === null ? null : Math.round(waits.withinTarget * 100)),
		],
		[minutes(t("reportServiceTime")), ({ services }) => inMinutes(services.meanMs)],
	];
}
