import "./calendar.css";
import { Button, Checkbox, Select } from "antd";
import { useState } from "react";
import { CHINA_CALENDAR } from "../../../rules/calendar/china-calendar.ts";
import { type CalendarSection, WEEKDAYS } from "../../../schema/configuration/calendar/calendar.ts";
import { useWords } from "../../words/words.ts";
import { fieldLabel } from "../labels/section-labels.ts";
import { withHolidays } from "./calendar-days.ts";
import { DayForm } from "./day-form.tsx";
import { type EditorBodyProps, lockedIn } from "./editor-body.ts";
import { HoursFields } from "./hours-fields.tsx";
import { MonthGrid } from "./month-grid.tsx";

const DAYS_OF_MONTH = Array.from({ length: 31 }, (_, at) => at + 1);
/** What the forecast takes where a calendar says nothing. */
const USUAL_PAYDAYS = [10, 15];
const NEW_HOURS = { opensAt: "09:00", closesAt: "17:00" };

/** The calendar as a calendar: its weeks, its days by the month, and its paydays. */
export default function CalendarBody({ at, value, onChange, onSubmit, children }: EditorBodyProps) {
	const calendar = value as CalendarSection;
	const { t, name } = useWords();
	const [month, setMonth] = useState(() => new Date().toISOString().slice(0, 7));
	const [chosen, setChosen] = useState<readonly string[]>([]);
	const locked = lockedIn(at);
	const year = Number(month.slice(0, 4));
	const isKnown = CHINA_CALENDAR[year] !== undefined;
	const [first, ...others] = chosen;
	return (
		<form
			className="calendar"
			onSubmit={(event) => {
				event.preventDefault();
				onSubmit();
			}}
		>
			<MonthGrid value={calendar} month={month} chosen={chosen} onMonth={setMonth} onChosen={setChosen} />
			<div className="view-acts">
				<Button disabled={!isKnown} onClick={() => onChange(withHolidays(calendar, year))}>
					{t("calendarFill", { year })}
				</Button>
				{!isKnown && <span className="soft">{t("calendarYearUnknown", { year })}</span>}
			</div>
			{first === undefined ? (
				<p className="soft">{t("calendarChoose")}</p>
			) : (
				<DayForm
					key={chosen.join()}
					value={calendar}
					dates={[first, ...others]}
					onApply={(next) => {
						onChange(next);
						setChosen([]);
					}}
				/>
			)}
			<Week calendar={calendar} locked={locked} onChange={onChange} />
			<div className="calendar-paydays">
				{name(fieldLabel("calendar", "paydays"))}
				<Select
					mode="multiple"
					aria-label={name(fieldLabel("calendar", "paydays"))}
					value={calendar.paydays ?? USUAL_PAYDAYS}
					disabled={locked.has("paydays")}
					options={DAYS_OF_MONTH.map((day) => ({ value: day, label: String(day) }))}
					onChange={(paydays: number[]) => onChange({ ...calendar, paydays })}
				/>
			</div>
			{children}
		</form>
	);
}

function Week(props: {
	readonly calendar: CalendarSection;
	readonly locked: ReadonlySet<string>;
	readonly onChange: (value: CalendarSection) => void;
}) {
	const { calendar, locked, onChange } = props;
	const { t, name } = useWords();
	return (
		<fieldset className="calendar-week">
			<legend>{t("calendarWeek")}</legend>
			{WEEKDAYS.map((day) => {
				const { [day]: hours, ...others } = calendar;
				const of = name(fieldLabel("calendar", day));
				const disabled = locked.has(day);
				return (
					<div key={day} className="calendar-line">
						<Checkbox
							checked={hours != null}
							disabled={disabled}
							onChange={({ target }) =>
								onChange(target.checked ? { ...calendar, [day]: calendar.monday ?? NEW_HOURS } : others)
							}
						>
							{of}
						</Checkbox>
						{hours == null ? (
							<span className="soft">{t("calendarClosed")}</span>
						) : (
							<HoursFields
								of={of}
								hours={hours}
								disabled={disabled}
								onChange={(next) => onChange({ ...calendar, [day]: next })}
							/>
						)}
					</div>
				);
			})}
		</fieldset>
	);
}
