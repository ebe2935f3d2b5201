import { Button, Input, InputNumber, Radio } from "antd";
import { useState } from "react";
import type { CalendarSection } from "../../../schema/configuration/calendar/calendar.ts";
import { useWords } from "../../words/words.ts";
import { plannedOn, withDays } from "./calendar-days.ts";
import { HoursFields } from "./hours-fields.tsx";

const NAME_MAX_CHARS = 40;
const TIMES = { min: 0.1, max: 5 };
const USUAL_HOURS = { opensAt: "09:00", closesAt: "17:00", lastTicketAt: "16:50" };

/** What the chosen days are: as the week says, open at other hours, or closed; what they are called; how many come. */
export function DayForm(props: {
	readonly value: CalendarSection;
	readonly dates: readonly [string, ...string[]];
	readonly onApply: (value: CalendarSection) => void;
}) {
	const { value, dates, onApply } = props;
	const { t } = useWords();
	const now = plannedOn(value, dates[0]);
	const [state, setState] = useState(now.exception === undefined ? "usual" : now.hours === null ? "closed" : "open");
	const [hours, setHours] = useState(now.hours ?? value.monday ?? USUAL_HOURS);
	const [times, setTimes] = useState<number | null>(now.special?.times ?? null);
	const [named, setNamed] = useState(now.exception?.name ?? now.special?.name ?? { zh: "", en: "" });
	const needsName = state !== "usual" || times !== null;
	const apply = () => {
		const wanted = { usual: undefined, closed: null, open: hours }[state];
		onApply(withDays(value, dates, { hours: wanted, times, name: named }));
	};
	const text = (language: "zh" | "en", label: string) => (
		<Input
			aria-label={label}
			placeholder={label}
			value={named[language]}
			maxLength={NAME_MAX_CHARS}
			autoComplete="off"
			onChange={({ target }) => setNamed({ ...named, [language]: target.value })}
		/>
	);
	return (
		<fieldset className="calendar-form">
			<legend>{t("calendarChosen", { count: dates.length })}</legend>
			<Radio.Group
				value={state}
				onChange={({ target }) => setState(target.value)}
				options={[
					{ value: "usual", label: t("calendarUsual") },
					{ value: "open", label: t("calendarOpen") },
					{ value: "closed", label: t("calendarClosed") },
				]}
			/>
			{state === "open" && (
				<div className="calendar-line">
					<HoursFields of={t("calendarChosenDays")} hours={hours} onChange={setHours} />
				</div>
			)}
			<div className="calendar-line">
				<div className="calendar-time">
					<span className="soft">{t("calendarTimes")}</span>
					<InputNumber
						{...TIMES}
						step={0.1}
						value={times}
						placeholder="1"
						onChange={setTimes}
						aria-label={t("calendarTimes")}
					/>
				</div>
				{needsName && text("zh", t("calendarNameZh"))}
				{needsName && text("en", t("calendarNameEn"))}
				<Button
					type="primary"
					disabled={needsName && (named.zh.trim() === "" || named.en.trim() === "")}
					onClick={apply}
				>
					{t("calendarApply")}
				</Button>
			</div>
		</fieldset>
	);
}
