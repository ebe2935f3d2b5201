import { useEffect } from "react";
import type { Desk, DeskNotice } from "../live/use-desk.ts";
import { useWords, type Words } from "../words/words.ts";
import { Notice, NoticeButton } from "./notice.tsx";
import { QueuedNotice } from "./queued-notice.tsx";

/** A refusal leaves by itself, for by then the hall has moved on; so does what went well. A dropped command stays. */
const SHOWN_MS = { refused: 12_000, done: 3_000, dropped: null } as const satisfies Record<
	DeskNotice["kind"],
	number | null
>;

/**
 * What became of the last command, or which ones still wait. `spots`: only those sent from these, so that it stands where the eye is;
 * without them the page itself says what waits.
 */
export function DeskNoticeLine({ desk, spots }: { readonly desk: Desk; readonly spots?: readonly string[] }) {
	const words = useWords();
	const { notice, dismiss } = desk;
	useEffect(() => {
		const shownMs = notice === null ? null : SHOWN_MS[notice.kind];
		if (shownMs === null) return;
		const timer = setTimeout(dismiss, shownMs);
		return () => clearTimeout(timer);
	}, [notice, dismiss]);
	if (notice === null || (spots !== undefined && !spots.includes(notice.spot))) {
		return <QueuedNotice underway={desk.underway.filter((each) => spots?.includes(each.spot))} />;
	}
	if (notice.kind === "done") {
		return <Notice level="within" text={notice.text} />;
	}
	return (
		<Notice level="over" text={failureInWords(notice, words)}>
			<NoticeButton label={words.t("dismiss")} onPress={dismiss} />
		</Notice>
	);
}

function failureInWords(notice: Exclude<DeskNotice, { kind: "done" }>, { t, locale }: Words): string {
	switch (notice.kind) {
		case "refused":
			return t("named", {
				label: notice.label,
				value: locale === "zh" ? notice.problem.title : notice.problem.titleEn,
			});
		case "dropped":
			return t(notice.mayHaveArrived ? "droppedUnsure" : "droppedNotice", { what: notice.label });
		default:
			return notice satisfies never;
	}
}
