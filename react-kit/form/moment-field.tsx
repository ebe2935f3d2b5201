import { clockTime, dayInWords, localDay } from "../../client-kit/language/format.ts";
import type { Locale } from "../../client-kit/language/i18n.ts";
import { daysLater, localMinute, momentOf } from "../../client-kit/time/local-time.ts";

const DAYS_AHEAD = 14;
const STEP_MINUTES = 15;
const TIMES = Array.from({ length: (24 * 60) / STEP_MINUTES }, (_, step) => {
	const minutes = step * STEP_MINUTES;
	return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
});

/** A day of the next two weeks and a time of it, told as the page's language says it: a browser's own field speaks the browser's. */
export function MomentField(props: {
	readonly dayLabel: string;
	readonly timeLabel: string;
	/** Epoch milliseconds, as `now`. */
	readonly value: number;
	readonly now: number;
	readonly timeZone: string;
	readonly locale: Locale;
	readonly onChange: (at: number) => void;
}) {
	const { value, timeZone, locale } = props;
	const [day, time] = [localDay(value, timeZone), clockTime(value, timeZone)];
	const today = localDay(props.now, timeZone);
	const days = withChosen(
		[...Array(DAYS_AHEAD).keys()].map((later) => daysLater(today, later)),
		day,
	);
	const choose = (minute: string) => {
		const at = momentOf(minute, timeZone);
		if (at !== null) props.onChange(at);
	};
	return (
		<div className="pair">
			<label className="field">
				<span>{props.dayLabel}</span>
				<select value={day} onChange={(event) => choose(`${event.target.value}T${time}`)}>
					{days.map((each) => (
						<option key={each} value={each}>
							{dayInWords(momentOf(`${each}T12:00`, timeZone) ?? value, timeZone, locale)}
						</option>
					))}
				</select>
			</label>
			<label className="field">
				<span>{props.timeLabel}</span>
				<select
					value={time}
					onChange={(event) => choose(`${localMinute(value, timeZone).slice(0, 11)}${event.target.value}`)}
				>
					{withChosen(TIMES, time).map((each) => (
						<option key={each} value={each}>
							{each}
						</option>
					))}
				</select>
			</label>
		</div>
	);
}

/** What is chosen is always among the choices. */
function withChosen(choices: readonly string[], chosen: string): readonly string[] {
	return choices.includes(chosen) ? choices : [...choices, chosen].sort();
}
