import { useEffect } from "react";
import type { Desk } from "../live/use-desk.ts";
import { useWords } from "../words/words.ts";
import { Icon } from "./icon.tsx";
import { QueuedNotice } from "./queued-notice.tsx";

/** A refusal leaves by itself: by then the hall has moved on. */
const REFUSAL_SHOWN_MS = 12_000;

/**
 * What became of the last command that was not done, or that it still waits. `places` says whose, so that it stands
 * where the eye is; without them the page itself says what waits.
 */
export function DeskNoticeLine({ desk, places }: { readonly desk: Desk; readonly places?: readonly string[] }) {
	const { t, locale } = useWords();
	const { notice, dismiss } = desk;
	const isHere = notice !== null && (places === undefined || places.includes(notice.place));
	useEffect(() => {
		if (notice?.kind !== "refused") return;
		const timer = setTimeout(dismiss, REFUSAL_SHOWN_MS);
		return () => clearTimeout(timer);
	}, [notice, dismiss]);
	if (!isHere) {
		const mine = desk.underway.filter((each) => places?.includes(each.place));
		return <QueuedNotice underway={mine} />;
	}
	return (
		<div className="notice notice-over notice-action" role="alert">
			<Icon name="alert" />
			<span>{notice.kind === "refused" ? refusal() : dropped()}</span>
			<button type="button" className="notice-dismiss" onClick={dismiss}>
				{t("dismiss")}
			</button>
		</div>
	);

	function refusal(): string {
		if (notice?.kind !== "refused") return "";
		const sentence = locale === "zh" ? notice.problem.title : notice.problem.titleEn;
		return locale === "zh" ? `${notice.label}：${sentence}` : `${notice.label}: ${sentence}`;
	}
	function dropped(): string {
		if (notice?.kind !== "dropped") return "";
		return t(notice.mayHaveArrived ? "droppedUnsure" : "droppedNotice", { what: notice.label });
	}
}
