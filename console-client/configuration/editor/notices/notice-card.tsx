import { Button } from "antd";
import type { Notice } from "../../../../schema/hall/notice.ts";
import { dateInWords } from "../../../parts/day-in-words.ts";
import { Sign } from "../../../parts/sign.tsx";
import { useWords } from "../../../words/words.ts";
import type { NamedThing } from "../../labels/use-things.ts";
import { NoticeFields } from "./notice-fields.tsx";
import { canEndToday, NOTICE_STATES, noticeState } from "./notice-state.ts";

type Props = {
	readonly notice: Notice;
	readonly zones: readonly NamedThing[];
	/** `YYYY-MM-DD` */
	readonly today: string;
	readonly isLocked: boolean;
	readonly isOpen: boolean;
	readonly onOpen: (isOpen: boolean) => void;
	readonly onChange: (notice: Notice) => void;
	readonly onTakeOut: () => void;
};

/** One notice as it will look, when and where it is shown, and what can be done about it. */
export function NoticeCard(props: Props) {
	const { notice, zones, isOpen, isLocked, today } = props;
	const { t, name } = useWords();
	const called = name(notice.title) || t("noticeNew");
	return (
		<article className="notice-card" data-open={isOpen} aria-label={called}>
			<Look notice={notice} />
			<Facts {...props} />
			{isOpen && <NoticeFields notice={notice} zones={zones} onChange={props.onChange} />}
			<div className="view-acts">
				{isOpen ? (
					<Button type="primary" onClick={() => props.onOpen(false)}>
						{t("noticeDone")}
					</Button>
				) : (
					<Button
						disabled={isLocked}
						aria-label={t("noticeChangeOf", { title: called })}
						onClick={() => props.onOpen(true)}
					>
						{t("noticeChange")}
					</Button>
				)}
				{!isOpen && canEndToday(notice, today) && (
					<Button
						disabled={isLocked}
						aria-label={t("noticeEndOf", { title: called })}
						onClick={() => props.onChange({ ...notice, until: today })}
					>
						{t("noticeEnd")}
					</Button>
				)}
				<Button
					danger
					disabled={isLocked}
					aria-label={t("noticeTakeOutOf", { title: called })}
					onClick={props.onTakeOut}
				>
					{t("noticeTakeOut")}
				</Button>
			</div>
		</article>
	);
}

/** As the lobby screen draws it: Chinese large, English after it. */
function Look({ notice: { title, text } }: Pick<Props, "notice">) {
	return (
		<div className="notice-look">
			<h3>
				<span lang="zh">{title.zh || "…"}</span>
				<span lang="en">{title.en || "…"}</span>
			</h3>
			<p>
				<span lang="zh">{text.zh || "…"}</span>
				<span lang="en">{text.en || "…"}</span>
			</p>
		</div>
	);
}

/** From when until when, at which hours, and on which screens. */
function Facts({ notice, zones, today, isLocked }: Props) {
	const { t, name, locale } = useWords();
	const { from, until, fromTime, untilTime, zone } = notice;
	const { word, tone } = NOTICE_STATES[noticeState(notice, today)];
	const zoneName = zones.find(({ id }) => id === zone)?.name;
	const day = (date: string) => dateInWords(date, locale);
	return (
		<div className="notice-facts">
			<Sign tone={tone}>{t(word)}</Sign>
			{isLocked && <Sign tone="near">{t("noticeLocked")}</Sign>}
			{from !== undefined && <span>{t("noticeFrom", { day: day(from) })}</span>}
			{until !== undefined && <span>{t("noticeUntil", { day: day(until) })}</span>}
			<span>
				{fromTime === undefined && untilTime === undefined
					? t("noticeAllDay")
					: t("noticeHours", { from: fromTime ?? "00:00", until: untilTime ?? "24:00" })}
			</span>
			<span>
				{zone === undefined
					? t("noticeEveryScreen")
					: t("noticeZone", { zone: zoneName === undefined ? zone : name(zoneName) })}
			</span>
		</div>
	);
}
