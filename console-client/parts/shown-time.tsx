import { Button } from "antd";
import type { Shown } from "../../react-kit/data/use-shown.ts";
import { useWords } from "../words/words.ts";

/** For how much longer values are seen in full, and the way to take them away at once. */
export function ShownTime({ shown }: { readonly shown: Pick<Shown<unknown>, "values" | "secondsLeft" | "hide"> }) {
	const { t } = useWords();
	if (shown.values === null) return null;
	return (
		<p className="shown-time">
			<span role="timer">{t("shownFor", { count: shown.secondsLeft })}</span>
			<Button size="small" onClick={shown.hide}>
				{t("shownHide")}
			</Button>
		</p>
	);
}
