import { spanInWords } from "../../client-kit/language/format.ts";
import { Icon, type IconName } from "../../react-kit/icon.tsx";
import type { May } from "../../rules/holding.ts";
import { type CounterActivity, type CounterState, counterStates } from "../hall/counter-state.ts";
import type { Hall } from "../hall/hall.ts";
import { ActionButton } from "../parts/action-button.tsx";
import type { OpenSheet } from "../sheet/open-sheet.ts";
import { ACTIVITY_WORD, PAUSE_WORD } from "../words/labels.ts";
import { staffName } from "../words/staff-name.ts";
import { useWords } from "../words/words.ts";

const ICON: Record<CounterActivity, IconName> = {
	closed: "lock",
	paused: "pause",
	free: "check",
	called: "bell",
	serving: "person",
};

/** A free counter and one that rests are told apart at a glance. */
const LOOK: Record<CounterActivity, string> = {
	closed: "soft",
	paused: "sign near",
	free: "sign within",
	called: "soft",
	serving: "soft",
};

/** Every counter: what it does, who is there, and for how long; those that are closed in one line. */
export function CounterGrid(props: {
	readonly hall: Hall;
	readonly now: number;
	readonly may: May;
	readonly onOpen: (sheet: OpenSheet) => void;
}) {
	const { t, name } = useWords();
	const states = counterStates(props.hall, props.now);
	const staffed = states.filter((state) => state.activity !== "closed");
	const closed = states.filter((state) => state.activity === "closed");
	return (
		<section className="card block">
			<h2>{t("counters")}</h2>
			<div className="counter-grid">
				{staffed.map((state) => (
					<CounterTile
						key={state.counter.id}
						hall={props.hall}
						state={state}
						now={props.now}
						onPress={() => props.onOpen({ kind: "counter", counterId: state.counter.id })}
					/>
				))}
			</div>
			{closed.length > 0 && (
				<p className="small soft">
					{t("named", {
						label: t("activityClosed"),
						value: closed.map((state) => name(state.counter.label)).join("\u00a0· "),
					})}
				</p>
			)}
			{closed.length > 0 && props.may("counter.oversee") && props.hall.branch.dayStatus === "open" && (
				<p>
					<ActionButton className="wide" label={t("oneMoreAsk")} onPress={() => props.onOpen({ kind: "one-more" })} />
				</p>
			)}
		</section>
	);
}

function CounterTile(props: {
	readonly hall: Hall;
	readonly state: CounterState;
	readonly now: number;
	readonly onPress: () => void;
}) {
	const { hall, state, now } = props;
	const words = useWords();
	const { t, name } = words;
	const { counter, activity } = state;
	const reason = activity === "paused" && counter.pauseReason ? counter.pauseReason : null;
	return (
		<button
			type="button"
			className={`card lines small counter-tile ${state.tooLong ? "over tint" : ""}`}
			onClick={props.onPress}
		>
			<strong>{name(counter.label)}</strong>
			<span className={`line ${LOOK[activity]} ${state.tooLong ? "over" : ""}`}>
				<Icon name={state.tooLong ? "alert" : ICON[activity]} />
				{state.tooLong ? t("tooLong") : reason ? t(PAUSE_WORD[reason]) : t(ACTIVITY_WORD[activity])}
			</span>
			<span className="tabular">
				{state.ticket && <b>{state.ticket.number}</b>} {spanInWords(now - state.sinceAt, words.locale)}
			</span>
			<span className="counter-tile-who soft">{state.person ? staffName(hall, state.person.id, words) : ""}</span>
		</button>
	);
}
