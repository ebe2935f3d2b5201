import { minutesToATenth, noShowsInWords } from "../../client-kit/time/day-figures.ts";
import { Icon, type IconName } from "../../react-kit/icon.tsx";
import type { Hall } from "../hall/hall.ts";
import { type HallSentence, hallState } from "../hall/hall-state.ts";
import { useWords, type Words } from "../words/words.ts";

const MINUTE_MS = 60_000;
const ICON = { within: "check", near: "clock", over: "alert" } as const satisfies Record<string, IconName>;

/** The hall in one sentence and three figures, then the day so far in one line. */
export function HallGlance({ hall, now }: { readonly hall: Hall; readonly now: number }) {
	const words = useWords();
	const { t } = words;
	const state = hallState(hall, now);
	const { longest } = state;
	return (
		<section className="card block glance">
			<h1 className={`line large ${state.level === "over" ? "urgent" : state.level}`} aria-live="polite">
				<Icon name={ICON[state.level]} />
				{sentenceInWords(state.sentence, words)}
			</h1>
			<div className="figures">
				<Figure value={state.waiting} label={t("figureWaiting")} />
				<Figure
					value={longest === null ? "–" : Math.floor(longest.waitMs / MINUTE_MS)}
					unit={longest === null ? "" : t("minutesUnit")}
					label={t("figureLongest")}
					note={targetNote(longest?.targetMs, words)}
					isOver={longest?.level === "over"}
				/>
				<Figure
					value={state.countersOpen}
					unit={`/ ${state.counters}`}
					label={t("countersOpen")}
					note={state.countersPaused > 0 ? t("figurePaused", { count: state.countersPaused }) : ""}
				/>
			</div>
			<Today hall={hall} meanWaitMs={state.meanWaitMs} />
		</section>
	);
}

function Figure(props: {
	readonly value: number | string;
	readonly unit?: string;
	readonly label: string;
	/** A second, smaller line. */
	readonly note?: string;
	readonly isOver?: boolean;
}) {
	return (
		<div className={props.isOver ? "lines over" : "lines"}>
			<span className="figure tabular">
				{props.value}
				{props.unit && <small>{props.unit}</small>}
			</span>
			<span className="soft">{props.label}</span>
			{props.note && <span className="soft">{props.note}</span>}
		</div>
	);
}

function Today({ hall, meanWaitMs }: { readonly hall: Hall; readonly meanWaitMs: number | null }) {
	const { t, locale } = useWords();
	const { tally } = hall;
	const facts = [
		[t("issued"), tally.issued],
		[t("served"), tally.served],
		[t("meanWait"), meanWaitMs === null ? t("noMean") : minutesToATenth(meanWaitMs, locale)],
		[t("noShows"), noShowsInWords(tally.noShows, tally.returns ?? 0, locale)],
		[t("namedCalls"), tally.overrides],
	] as const;
	return (
		<dl className="line wrap spread" aria-label={t("today")}>
			{facts.map(([label, value]) => (
				<div key={label} className="lines">
					<dt>{label}</dt>
					<dd className="small strong tabular">{value}</dd>
				</div>
			))}
		</dl>
	);
}

function targetNote(targetMs: number | undefined, { t }: Words): string {
	if (targetMs === undefined || !Number.isFinite(targetMs)) return "";
	return t("ofTarget", { minutes: targetMs / MINUTE_MS });
}

function sentenceInWords(sentence: HallSentence, { t, name }: Words): string {
	switch (sentence.kind) {
		case "not-open":
			return t("sentenceNotOpen");
		case "closed":
			return t("sentenceClosed");
		case "nobody":
			return t("sentenceNobody");
		case "within":
			return t("sentenceWithin");
		case "near":
			return t("sentenceNear", { service: name(sentence.service) });
		case "over":
			return sentence.queues === 1
				? t("sentenceOver", { service: name(sentence.service) })
				: t("sentenceOverMore", { service: name(sentence.service), queues: sentence.queues });
		case "unserved":
			return t("sentenceUnserved", { service: name(sentence.service) });
		default:
			return sentence satisfies never;
	}
}
