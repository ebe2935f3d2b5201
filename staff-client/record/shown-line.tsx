import { ActionButton } from "../parts/action-button.tsx";
import { useWords } from "../words/words.ts";
import type { ShownValues } from "./use-shown-record.ts";

/** The way to see what is masked; while it is seen, for how much longer, and the way to take it away at once. */
export function ShownLine(props: {
	readonly shown: ShownValues;
	/** What the button says that asks. */
	readonly ask: string;
	readonly onAsk: () => void;
}) {
	const { shown, ask, onAsk } = props;
	const { t } = useWords();
	if (shown.values === null) return <ActionButton label={ask} onPress={onAsk} />;
	return (
		<div className="line spread sign near shown">
			<span className="tabular" role="timer">
				{t("shownFor", { count: shown.secondsLeft })}
			</span>
			<ActionButton label={t("shownHide")} onPress={shown.hide} />
		</div>
	);
}
