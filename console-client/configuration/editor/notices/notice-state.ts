import { NOTICES } from "../../../../schema/configuration/notices/notices.ts";
import type { Notice } from "../../../../schema/hall/notice.ts";
import type { Tone } from "../../../parts/tone.ts";
import type { PlainWord } from "../../../words/words.ts";

type State = "over" | "old" | "coming" | "standing" | "shown";

export const NOTICE_STATES = {
	over: { word: "noticeOver", tone: "over" },
	old: { word: "noticeOld", tone: "near" },
	coming: { word: "noticeComing", tone: "plain" },
	standing: { word: "noticeStanding", tone: "good" },
	shown: { word: "noticeShown", tone: "good" },
} as const satisfies Record<State, { readonly word: PlainWord; readonly tone: Tone }>;

/** How a notice stands on a day, `YYYY-MM-DD`: it is old as the section's own rule has it. */
export function noticeState(notice: Notice, today: string): State {
	const { from, until } = notice;
	if (until !== undefined && until < today) return "over";
	if (from !== undefined && from > today) return "coming";
	if ((NOTICES.heed?.({ notices: [notice] }, today) ?? []).length > 0) return "old";
	return from === undefined && until === undefined ? "standing" : "shown";
}

/** Whether today can be made its last day. */
export function canEndToday({ from = "", until }: Notice, today: string): boolean {
	return from <= today && (until === undefined || until > today);
}
