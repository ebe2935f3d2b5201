import { minutesInWords, stopwatch } from "../../client-kit/language/format.ts";
import { Icon } from "../../react-kit/icon.tsx";
import type { CounterActivity } from "../hall/counter-state.ts";
import type { Hall } from "../hall/hall.ts";
import { waitedMs } from "../hall/service-queues.ts";
import { PAUSE_WORD, WHY_WORD } from "../words/labels.ts";
import { staffName } from "../words/staff-name.ts";
import { useWords } from "../words/words.ts";
import type { Workplace } from "./act/counter-actions.ts";
import { CustomerStage } from "./customer-stage.tsx";

/** In which tone the edge of the stage is. */
const TONE: Record<CounterActivity, string> = {
	called: "call",
	serving: "stage-serving",
	paused: "near",
	free: "",
	closed: "",
};

/** The left of the page: the customer at the counter, or what the counter waits for. */
export function Stage({
	hall,
	workplace,
	now,
}: {
	readonly hall: Hall;
	readonly workplace: Workplace;
	readonly now: number;
}) {
	const words = useWords();
	const { t } = words;
	const { state } = workplace;
	const person = state.person ? staffName(hall, state.person.id, words) : "";
	if (state.ticket !== null) {
		return (
			<div className={`card stage ${TONE[state.activity]} ${state.tooLong ? "over" : ""}`}>
				{!workplace.isMine && <p className="notice near">{t("notYours", { name: person })}</p>}
				<CustomerStage hall={hall} workplace={workplace} ticket={state.ticket} now={now} />
			</div>
		);
	}
	return (
		<div className={`card stage ${TONE[state.activity]}`}>
			{!workplace.isMine && state.person && <p className="notice near">{t("notYours", { name: person })}</p>}
			{state.activity === "closed" && <Still icon="lock" title={t("counterClosed")} />}
			{state.activity === "paused" && (
				<Still
					icon="pause"
					title={`${t("pausedFor")} ${stopwatch(now - state.sinceAt)}`}
					text={state.counter.pauseReason ? t(PAUSE_WORD[state.counter.pauseReason]) : ""}
				/>
			)}
			{state.activity === "free" && <NextPreview hall={hall} workplace={workplace} now={now} />}
		</div>
	);
}

function Still(props: { readonly icon: "lock" | "pause" | "check"; readonly title: string; readonly text?: string }) {
	return (
		<div className="stack center soft">
			<Icon name={props.icon} />
			<h1 className="tabular">{props.title}</h1>
			{props.text !== undefined && <p>{props.text}</p>}
		</div>
	);
}

/** Whom "call next" would call, and why. */
function NextPreview({
	hall,
	workplace,
	now,
}: {
	readonly hall: Hall;
	readonly workplace: Workplace;
	readonly now: number;
}) {
	const { t, name, locale } = useWords();
	const { next } = workplace;
	if (!next) return <Still icon="check" title={t("nobodyWaits")} text={t("nobodyWaitsText")} />;
	const service = hall.services.get(next.ticket.services[0] ?? "");
	return (
		<div>
			<span className="line soft large">{t("nextIs")}</span>
			<span className="stage-number tabular">{next.ticket.number}</span>
			<p className="strong stage-service">{service ? name(service.name) : ""}</p>
			<p className="line wrap soft">
				<span>{t("waitedFor", { wait: minutesInWords(waitedMs(next.ticket, now), locale) })}</span>
				<span>{t(WHY_WORD[next.why])}</span>
			</p>
		</div>
	);
}
