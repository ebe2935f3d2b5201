import { minutesToATenth, noShowsInWords } from "../../client-kit/time/day-figures.ts";
import { TARGET_SHARE, targetLevel } from "../../rules/measure/target-share.ts";
import type { DayReport } from "../../schema/hall/report.ts";
import { weekdayOf } from "../parts/day-in-words.ts";
import { percent } from "../parts/percent.ts";
import { useWords, type Words } from "../words/words.ts";
import { type Figure, FigureList, type FigureNote } from "./figure-list.tsx";
import { standsOut, type Usual, usualOf } from "./usual.ts";

type Measure = {
	readonly label: string;
	readonly of: (report: DayReport) => number | null;
	readonly text: (value: number) => string;
	/** What is shown of the day itself where that is more than the figure. */
	readonly shown?: (report: DayReport) => string;
	/** Which side of the usual is the bad one; left out: neither. */
	readonly worse?: "above" | "below";
};

const LEVEL_WORD = { good: "reportGood", near: "reportNear", over: "reportOver" } as const;

/** How the day was: whether it kept its target, then every figure beside what is usual on such a day. */
export function ReportTotals(props: { readonly report: DayReport; readonly usualDays: readonly DayReport[] | null }) {
	const words = useWords();
	const { report, usualDays } = props;
	const figures = measuresOf(words).map((measure): Figure => {
		const value = measure.of(report);
		const usual = usualOf(usualDays ?? [], measure.of);
		const text = measure.shown?.(report) ?? (value === null ? "—" : measure.text(value));
		return [measure.label, text, ...notesOn(measure, value, usual, words)];
	});
	return (
		<>
			<Headline report={report} usualDays={usualDays} />
			<FigureList figures={figures} />
		</>
	);
}

/** Whether the target was kept, larger than anything else; and what "usual" means further down. */
function Headline(props: { readonly report: DayReport; readonly usualDays: readonly DayReport[] | null }) {
	const { t, locale } = useWords();
	const { report, usualDays } = props;
	const share = report.waits.withinTarget;
	const level = targetLevel(share);
	const usual = usualOf(usualDays ?? [], ({ waits }) => waits.withinTarget);
	const weekday = weekdayOf(report.businessDay, locale);
	return (
		<section className="panel headline" aria-label={t("branchWithin")}>
			{level !== null && (
				<p className={`headline-figure headline-${level}`}>
					{percent(share)} <span>{t(LEVEL_WORD[level])}</span>
				</p>
			)}
			{level !== null && (
				<p>
					{t("reportOverText", { share: percent(share), target: percent(TARGET_SHARE) })}
					{usual !== null && ` · ${t("reportUsual", { range: rangeOf(usual, percent) })}`}
				</p>
			)}
			{usualDays !== null && (
				<p className="soft">
					{usualDays.length === 0
						? t("reportUsualNone", { weekday })
						: t("reportUsualText", {
								weekday,
								count: usualDays.length,
								days: usualDays.map(({ businessDay }) => businessDay.slice(5)).join(locale === "zh" ? "、" : ", "),
							})}
				</p>
			)}
		</section>
	);
}

function notesOn(measure: Measure, value: number | null, usual: Usual | null, { t }: Words): FigureNote[] {
	if (usual === null) return [];
	const range = t("reportUsual", { range: rangeOf(usual, measure.text) });
	const side = standsOut(value, usual);
	if (side === null) return [{ text: range }];
	const tone = side === measure.worse ? "near" : "plain";
	return [{ text: range }, { text: t(side === "above" ? "reportAbove" : "reportBelow"), tone }];
}

/** `0.5–10.8 分钟`: the unit once. */
function rangeOf({ low, high }: Usual, text: (value: number) => string): string {
	const [from, to] = [text(low), text(high)];
	return from === to ? to : `${from.replace(/\D+$/, "")}–${to}`;
}

function measuresOf({ t, locale }: Words): readonly Measure[] {
	const minutes = (ms: number) => minutesToATenth(ms, locale);
	return [
		{ label: t("issued"), of: ({ tickets }) => tickets.issued, text: String },
		{ label: t("served"), of: ({ tickets }) => tickets.served, text: String, worse: "below" },
		{ label: t("meanWait"), of: ({ waits }) => waits.meanMs, text: minutes, worse: "above" },
		{ label: t("reportP90"), of: ({ waits }) => waits.p90Ms, text: minutes, worse: "above" },
		{ label: t("reportMax"), of: ({ waits }) => waits.maxMs, text: minutes, worse: "above" },
		{ label: t("reportServiceTime"), of: ({ services }) => services.meanMs, text: minutes },
		{
			label: t("noShows"),
			of: ({ tickets, returns }) => tickets.noShows + returns,
			text: String,
			shown: ({ tickets, returns }) => noShowsInWords(tickets.noShows, returns, locale),
			worse: "above",
		},
		{ label: t("reportCancelled"), of: ({ tickets }) => tickets.cancelled, text: String, worse: "above" },
		{ label: t("reportUnserved"), of: ({ tickets }) => tickets.unserved, text: String, worse: "above" },
		{ label: t("reportP50"), of: ({ waits }) => waits.p50Ms, text: minutes, worse: "above" },
	];
}
