import { type Notice, Notices } from "../../hall/notice.ts";
import { contentSection, type SectionFault } from "../definition/section.ts";
import { thingFaults } from "../definition/things.ts";
import { SHIPPED_NOTICES } from "./shipped.ts";
import { NOTICES_NAME } from "./words.ts";

const MAX_BYTES = 24_000;
/** One that has been on the screens for longer is read by nobody any more. */
const FRESH_DAYS = 7;
const DAY_MS = 86_400_000;

/** The notices of the lobby's screens: against fraud, about the service. */
export const NOTICES = contentSection<Notices>({
	kind: "content",
	name: NOTICES_NAME,
	schema: Notices,
	shipped: { notices: SHIPPED_NOTICES },
	maxBytes: MAX_BYTES,
	check: ({ notices }) => [
		...(["title", "text"] as const).flatMap((part) =>
			thingFaults(
				"notices",
				notices.map((each) => ({ id: each.id, name: each[part] })),
			),
		),
		...notices.flatMap(backwards),
	],
	publicTexts: ({ notices }) =>
		notices.flatMap(({ id, title, text }) => [title, text].map((each) => ({ field: `notices.${id}`, text: each }))),
	heed: ({ notices }, today) => notices.flatMap((each) => stale(each, today)),
});

function backwards({ id, title, from, until, fromTime, untilTime }: Notice): SectionFault[] {
	const isGood = (from ?? "") <= (until ?? "9") && (fromTime ?? "") < (untilTime ?? "9");
	if (isGood) return [];
	return [
		{
			field: `notices.${id}`,
			zh: `“${title.zh}”的开始晚于结束：请改日期或时间`,
			en: `“${title.en}” ends before it begins: change its days or hours`,
		},
	];
}

function stale({ id, title, from, until }: Notice, today: string): SectionFault[] {
	const field = `notices.${id}`;
	if (until !== undefined && until < today) {
		return [
			{
				field,
				zh: `“${title.zh}”已过期，不再显示：请删除或更新`,
				en: `“${title.en}” is over and not shown: take it out or renew it`,
			},
		];
	}
	const days = from === undefined ? 0 : (Date.parse(today) - Date.parse(from)) / DAY_MS;
	if (days <= FRESH_DAYS) return [];
	return [
		{
			field,
			zh: `“${title.zh}”已展示超过一周：请更新或删除`,
			en: `“${title.en}” has been shown for over a week: renew it or take it out`,
		},
	];
}
