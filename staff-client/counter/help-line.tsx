import { stopwatch } from "../../client-kit/format.ts";
import type { Hall } from "../hall/hall.ts";
import { helpOfCounter } from "../hall/help-calls.ts";
import { Icon } from "../parts/icon.tsx";
import { HELP_WORD } from "../words/labels.ts";
import { staffName } from "../words/staff-name.ts";
import { useWords } from "../words/words.ts";

/** An answered help call stays in sight for this long. */
const ANSWER_SHOWN_MS = 180_000;

/** What became of this counter's call for help. */
export function HelpLine(props: { readonly hall: Hall; readonly counterId: string; readonly now: number }) {
	const words = useWords();
	const { t } = words;
	const help = helpOfCounter(props.hall, props.counterId, props.now, ANSWER_SHOWN_MS);
	if (help === null) return null;
	if (help.acceptedAt === null) {
		return (
			<div className="notice notice-near">
				<Icon name="hand" />
				<span role="status">{t("helpSent", { reason: t(HELP_WORD[help.reason]) })}</span>
				<time className="tabular">{stopwatch(props.now - help.askedAt)}</time>
			</div>
		);
	}
	return (
		<div className="notice notice-within" role="status">
			<Icon name="check" />
			<span>{t("helpAccepted", { name: staffName(props.hall, help.acceptedBy ?? "", words) })}</span>
		</div>
	);
}
