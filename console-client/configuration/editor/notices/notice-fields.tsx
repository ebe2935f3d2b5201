import { Input, Select } from "antd";
import { LocalTime } from "../../../../schema/hall/calendar.ts";
import type { Notice } from "../../../../schema/hall/notice.ts";
import { DayField } from "../../../parts/form/day-field.tsx";
import { Field } from "../../../parts/form/field.tsx";
import { useWords } from "../../../words/words.ts";
import type { NamedThing } from "../../labels/use-things.ts";

type Props = {
	readonly notice: Notice;
	readonly zones: readonly NamedThing[];
	readonly onChange: (notice: Notice) => void;
};

/** A lobby screen shows no more than this at a glance, and the contract takes no more. */
const MAX_CHARS = { zh: 120, en: 200 } as const;
const EVERY_SCREEN = "";

/** What a notice says, in both languages, and when and where it is shown. */
export function NoticeFields(props: Props) {
	const { notice, zones, onChange } = props;
	const { t, name } = useWords();
	const { zone } = notice;
	const isKnown = zone === undefined || zones.some(({ id }) => id === zone);
	const choices = [...zones.map((each) => ({ value: each.id, label: name(each.name) }))];
	const change = (part: keyof Notice, next: string | undefined) => onChange(withPart(notice, part, next));
	return (
		<fieldset className="notice-fields">
			<Texts {...props} part="title" />
			<Texts {...props} part="text" />
			<DayField inWords label={t("noticeFirstDay")} value={notice.from} onChange={(day) => change("from", day)} />
			<DayField inWords label={t("noticeLastDay")} value={notice.until} onChange={(day) => change("until", day)} />
			<Time {...props} part="fromTime" label={t("noticeFromTime")} />
			<Time {...props} part="untilTime" label={t("noticeUntilTime")} />
			<Field label={t("noticeWhere")}>
				{(id) => (
					<Select
						id={id}
						value={zone ?? EVERY_SCREEN}
						options={[
							{ value: EVERY_SCREEN, label: t("noticeEveryScreen") },
							...choices,
							...(isKnown ? [] : [{ value: zone, label: zone }]),
						]}
						onChange={(next) => change("zone", next === EVERY_SCREEN ? undefined : next)}
					/>
				)}
			</Field>
		</fieldset>
	);
}

/** A part that says nothing is left out. */
function withPart(notice: Notice, part: keyof Notice, next: string | undefined): Notice {
	const { [part]: _, ...others } = notice;
	return (next === undefined || next === "" ? others : { ...notice, [part]: next }) as Notice;
}

/** Title or text, Chinese and English side by side. */
function Texts({ notice, part, onChange }: Props & { readonly part: "title" | "text" }) {
	const { t } = useWords();
	const labels = {
		title: { zh: t("noticeTitleZh"), en: t("noticeTitleEn") },
		text: { zh: t("noticeTextZh"), en: t("noticeTextEn") },
	}[part];
	return (["zh", "en"] as const).map((language) => (
		<Field key={language} label={labels[language]}>
			{(id) => (
				<Input.TextArea
					id={id}
					lang={language}
					rows={part === "title" ? 1 : 3}
					autoFocus={part === "title" && language === "zh"}
					value={notice[part][language]}
					maxLength={MAX_CHARS[language]}
					onChange={({ target }) =>
						// A screen breaks its lines by itself.
						onChange({ ...notice, [part]: { ...notice[part], [language]: target.value.replaceAll("\n", " ") } })
					}
				/>
			)}
		</Field>
	));
}

/** A time of the day, `HH:MM`, or none. */
function Time(props: Props & { readonly part: "fromTime" | "untilTime"; readonly label: string }) {
	const { notice, part, label, onChange } = props;
	const value = notice[part] ?? "";
	const isGood = value === "" || LocalTime.safeParse(value).success;
	return (
		<Field label={label}>
			{(id) => (
				<Input
					id={id}
					value={value}
					maxLength={5}
					inputMode="numeric"
					autoComplete="off"
					placeholder={part === "fromTime" ? "09:00" : "17:00"}
					{...(isGood ? {} : { status: "error" as const })}
					onChange={({ target }) => onChange(withPart(notice, part, target.value))}
				/>
			)}
		</Field>
	);
}
