import { modesFor } from "../hall/counter-roles.ts";
import type { Hall } from "../hall/hall.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { RadioChoice } from "../parts/radio-choice.tsx";
import { staffName } from "../words/staff-name.ts";
import { useWords } from "../words/words.ts";
import type { CounterAction, Workplace } from "./act/counter-actions.ts";
import { KEY_CAP } from "./act/counter-keys.ts";

const NO_SIGN_ON = { right: "openNotPermitted", "staff-list": "openNotOnList", role: "openNotInRole" } as const;

/** Signing on: the mode when there is a choice, then one press. */
export function OpenPanel(props: {
	readonly hall: Hall;
	readonly workplace: Workplace;
	readonly staffId: string;
	readonly modeId: string;
	readonly onMode: (modeId: string) => void;
	readonly waiting: boolean;
	readonly act: (action: CounterAction) => void;
}) {
	const { hall, workplace } = props;
	const words = useWords();
	const { t, name } = words;
	const { counter } = workplace.state;
	const modes = modesFor(hall, counter.id, props.staffId);
	const openAs = t("openAs", { name: staffName(hall, props.staffId, words) });
	return (
		<div className="panel">
			{modes.length > 1 && (
				<fieldset className="chips">
					<legend>{t("mode")}</legend>
					{modes.map((mode) => (
						<RadioChoice
							key={mode.id}
							group="mode"
							checked={mode.modeId === props.modeId}
							onChoose={() => props.onMode(mode.modeId)}
							label={name(mode.name)}
						/>
					))}
				</fieldset>
			)}
			<ActionButton
				tone="primary"
				keyCap={KEY_CAP.open}
				label={
					<>
						{t("openCounter")}
						<small>{workplace.noSignOn === null ? openAs : t(NO_SIGN_ON[workplace.noSignOn])}</small>
					</>
				}
				waiting={props.waiting}
				disabled={!workplace.possible.has("open")}
				onPress={() => props.act("open")}
			/>
		</div>
	);
}
