import { Input } from "antd";
import { CALENDAR_WORDS } from "../../../schema/configuration/calendar/words.ts";
import type { DayHours } from "../../../schema/hall/calendar.ts";
import { useWords } from "../../words/words.ts";

const TIMES = ["opensAt", "firstTicketAt", "lastTicketAt", "closesAt"] as const;
const NEEDED: readonly string[] = ["opensAt", "closesAt"];
const LOCAL_TIME = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** The four times of a day, `HH:MM`; the times of tickets may be left empty, and are then those of the door. */
export function HoursFields(props: {
	/** Of which day, for who does not see where the fields stand. */
	readonly of: string;
	readonly hours: DayHours;
	readonly disabled?: boolean;
	readonly onChange: (hours: DayHours) => void;
}) {
	const { name } = useWords();
	const { of, hours, onChange } = props;
	return (
		<>
			{TIMES.map((time) => {
				const label = name(CALENDAR_WORDS[time] ?? { zh: time, en: time });
				const value = hours[time] ?? "";
				const { [time]: _, ...others } = hours;
				return (
					<div key={time} className="calendar-time">
						<span className="soft">{label}</span>
						<Input
							aria-label={`${of} ${label}`}
							value={value}
							maxLength={5}
							placeholder="09:00"
							inputMode="numeric"
							autoComplete="off"
							disabled={props.disabled ?? false}
							{...(LOCAL_TIME.test(value) || (value === "" && !NEEDED.includes(time))
								? {}
								: { status: "error" as const })}
							onChange={({ target }) =>
								onChange((target.value === "" ? others : { ...hours, [time]: target.value }) as DayHours)
							}
						/>
					</div>
				);
			})}
		</>
	);
}
