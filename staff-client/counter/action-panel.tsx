import type { Hall } from "../hall/hall.ts";
import type { Underway } from "../live/use-desk.ts";
import { ActionButton, type Tone } from "../parts/action-button.tsx";
import { useWords } from "../words/words.ts";
import type { CounterAction, Workplace } from "./act/counter-actions.ts";
import { ACTION_NAME } from "./act/counter-intention.ts";
import { KEY_CAP } from "./act/counter-keys.ts";
import { COUNTER_SPOT, HELP_SPOT } from "./act/desk-spots.ts";

type PanelProps = {
	readonly hall: Hall;
	readonly workplace: Workplace;
	readonly underway: readonly Underway[];
	readonly act: (action: CounterAction) => void;
};

/**
 * Every action stays in its place, so that the hand learns it; what is not possible now is pale.
 * The three of the daily round are large, those that set a customer aside smaller, those of the counter itself smallest.
 */
export function ActionPanel(props: PanelProps) {
	const { t } = useWords();
	const { workplace } = props;
	const isPaused = workplace.state.activity === "paused";
	const why = whyNoCall(workplace);
	const hasMore = (workplace.state.ticket?.services.length ?? 0) > 1;
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
				<PanelButton {...props} action="help" workplace={props.workplace} />
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
	const { action, workplace, underway } = props;
	const name = t(ACTION_NAME[action]);
	const isHelp = action === "help";
	const mine = underway.find((each) => each.spot === (isHelp ? HELP_SPOT : COUNTER_SPOT));
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
			disabled={!isFree || !workplace.possible.has(action)}
			onPress={() => props.act(action)}
		/>
	);
}

/** Why nobody can be called now; null when somebody can. */
function whyNoCall(workplace: Workplace): "callNextNotYours" | "callNextNobody" | "callNextBusy" | null {
	if (workplace.possible.has("call-next")) return null;
	if (!workplace.isMine) return "callNextNotYours";
	return workplace.state.ticket === null ? "callNextNobody" : "callNextBusy";
}
