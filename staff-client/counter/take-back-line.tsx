import { Icon } from "../../react-kit/icon.tsx";
import type { WayOut } from "../../schema/hall/event.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { useWords } from "../words/words.ts";
import { KEY_CAP } from "./act/counter-keys.ts";
import type { TakeBack } from "./act/use-take-back.ts";

const LEFT_WORD = {
	finish: "leftFinish",
	"no-show": "leftNoShow",
	hold: "leftHold",
	transfer: "leftTransfer",
} as const satisfies Record<WayOut, string>;

/** What was just done with the customer, and one press that takes it back. */
export function TakeBackLine({ offered, take }: TakeBack) {
	const { t } = useWords();
	if (offered === null) return null;
	return (
		<div className="notice within take-back" role="status">
			<Icon name="check" />
			<span className="grow">{t(LEFT_WORD[offered.of], { number: offered.number })}</span>
			<ActionButton label={t("undo")} keyCap={KEY_CAP["take-back"]} onPress={take} />
		</div>
	);
}
