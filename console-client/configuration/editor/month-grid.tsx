import { Button } from "antd";
import { type CalendarSection, WEEKDAYS } from "../../../schema/configuration/calendar/calendar.ts";
import { CALENDAR_WORDS } from "../../../schema/configuration/calendar/words.ts";
import { useWords } from "../../words/words.ts";
import { monthFrom, plannedOn, weeksOf } from "./calendar-days.ts";

const DAYS_A_WEEK = 7;

/** A month, each day with its hours; a press chooses a day or lets it go. */
export function MonthGrid(props: {
	readonly value: CalendarSection;
	/** `YYYY-MM`. */
	readonly month: string;
	readonly chosen: readonly string[];
	readonly onMonth: (month: string) => void;
	readonly onChosen: (dates: readonly string[]) => void;
}) {
	const { month, chosen, onMonth, onChosen } = props;
	const { t, name } = useWords();
	const days = weeksOf(month);
	const weeks = Array.from({ length: days.length / DAYS_A_WEEK }, (_, at) => days.slice(at * DAYS_A_WEEK).slice(0, 7));
	return (
		<div className="calendar-month">
			<div className="view-acts">
				<Button aria-label={t("calendarEarlier")} onClick={() => onMonth(monthFrom(month, -1))}>
					‹
				</Button>
				<h3 aria-live="polite">{month}</h3>
				<Button aria-label={t("calendarLater")} onClick={() => onMonth(monthFrom(month, 1))}>
					›
				</Button>
			</div>
			<table>
				<thead>
					<tr>
						{WEEKDAYS.map((day) => (
							<th key={day} scope="col">
								{name(CALENDAR_WORDS[day] ?? { zh: day, en: day })}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{weeks.map((week) => (
						<tr key={week[0]}>
							{week.map((date) => (
								<td key={date}>
									{date.startsWith(month) && (
										<Day
											date={date}
											value={props.value}
											chosen={chosen.includes(date)}
											onChoose={() =>
												onChosen(chosen.includes(date) ? chosen.filter((each) => each !== date) : [...chosen, date])
											}
										/>
									)}
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

function Day(props: {
	readonly date: string;
	readonly value: CalendarSection;
	readonly chosen: boolean;
	readonly onChoose: () => void;
}) {
	const { date, value, chosen, onChoose } = props;
	const { t, name } = useWords();
	const { hours, exception, special } = plannedOn(value, date);
	const open = hours === null ? t("calendarClosed") : `${hours.opensAt}–${hours.closesAt}`;
	const named = exception?.name ?? special?.name;
	const times = special === undefined ? "" : ` ×${special.times}`;
	return (
		<button
			type="button"
			className="calendar-day"
			aria-pressed={chosen}
			data-open={hours !== null}
			data-named={named !== undefined}
			onClick={onChoose}
		>
			<strong>{Number(date.slice(8))}</strong>
			<span>{open}</span>
			<span className="calendar-name">
				{named === undefined ? "" : name(named)}
				{times}
			</span>
		</button>
	);
}
