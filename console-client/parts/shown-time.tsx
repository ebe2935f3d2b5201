import { Button } from "antd";
import type { Shown } from "../../react-kit/data/use-shown.ts";
import { useWords } from "../words/words.ts";

/** Says for how many seconds more values are shown in full, with a button that masks them at once. */
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
