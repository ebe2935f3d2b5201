import type { Hall } from "../hall/hall.ts";
import type { Underway } from "../live/use-desk.ts";
import { ActionButton, type Tone } from "../parts/action-button.tsx";
import { useWords } from "../words/words.ts";
import type { CounterAction, Workplace } from "./act/counter-actions.ts";
import { ACTION_NAME } from "./act/counter-intention.ts";
import { KEY_CAP } from "./act/counter-keys.ts";
import { COUNTER_PLACE, HELP_PLACE } from "./act/desk-places.ts";

type PanelProps = {
	readonly hall: Hall;
	readonly place: Workplace;
	readonly underway: readonly Underway[];
	readonly act: (action: CounterAction) => void;
};

/**
 * Every action stays in its place, so that the hand learns it; what is not possible now is pale.
 * The three of the daily round are large, those that set a customer aside smaller, those of the counter itself smallest.
 */
export function ActionPanel(props: PanelProps) {
	const { t } = useWords();
	const { place } = props;
	const isPaused = place.state.activity === "paused";
	const why = whyNoCall(place);
	const hasMore = (place.state.ticket?.services.length ?? 0) > 1;
	return (
		<div className="panel">
			<div className="panel-round">
				{isPaused ? (
					<PanelButton {...props} action="resume" keyCap="Space" tone="primary" />
				) : (
					<PanelButton {...props} action="call-next" tone="primary" hint={why && t(why)} />
				)}
				<PanelButton {...props} action="start" tone="primary" />
				<PanelButton {...props} action="finish" tone="primary" hint={hasMore ? t("finishThenNext") : null} />
			</div>
			<div className="panel-row">
				<PanelButton {...props} action="recall" />
				<PanelButton {...props} action="no-show" />
				<PanelButton {...props} action="transfer" />
				<PanelButton {...props} action="hold" />
				<PanelButton {...props} action="redirect" />
			</div>
			<div className="panel-row">
				<PanelButton {...props} action="help" place={props.place} />
				<PanelButton {...props} action="pause" />
				<PanelButton {...props} action="change-mode" />
				<PanelButton {...props} action="close" tone="danger" />
				<PanelButton {...props} action="keys" />
			</div>
		</div>
	);
}

function PanelButton(
	props: PanelProps & {
		readonly action: CounterAction;
		readonly hint?: string | null;
		readonly keyCap?: string;
		readonly tone?: Tone;
	},
) {
	const { t } = useWords();
	const { action, place, underway } = props;
	const name = t(ACTION_NAME[action]);
	const isHelp = action === "help";
	const mine = underway.find((each) => each.place === (isHelp ? HELP_PLACE : COUNTER_PLACE));
	const isFree = mine === undefined || action === "keys";
	return (
		<ActionButton
			tone={props.tone ?? "plain"}
			keyCap={props.keyCap ?? KEY_CAP[action]}
			label={
				<>
					{name}
					{props.hint && <small>{props.hint}</small>}
				</>
			}
			waiting={mine?.label === name}
			disabled={!isFree || !place.possible.has(action)}
			onPress={() => props.act(action)}
		/>
	);
}

/** Why nobody can be called now; null when somebody can. */
function whyNoCall(place: Workplace): "callNextNotYours" | "callNextNobody" | "callNextBusy" | null {
	if (place.possible.has("call-next")) return null;
	if (!place.isMine) return "callNextNotYours";
	return place.state.ticket === null ? "callNextNobody" : "callNextBusy";
}
