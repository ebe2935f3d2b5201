import { dayNumber, weekdayOf } from "../../rules/calendar/calendar-date.ts";
import { dayKindOf, isWorking } from "../../rules/calendar/day-kind.ts";
import type { DayKind } from "../../schema/endpoint/forecast-endpoint.ts";
import { baseline, type Evaluation, type Finding, result } from "./evaluation.ts";

/** The kinds as a bank's own calendar writes them. */
const KINDS: Readonly<Record<string, DayKind>> = {
	WN: "workday",
	SN: "weekend",
	NH: "statutory-holiday",
	SS: "bridged-day-off",
	WS: "make-up-workday",
};
const FRIDAY = 5;

/** Days of the calendar against a bank's own: whether people work, and which of five kinds it is. */
export const calendar: Evaluation = {
	files: ["calendar"],
	run: ({ text }) => compareCalendars(readBankCalendar(text("calendar"))),
};

export type BankDay = { readonly date: string; readonly kind: DayKind };

/** Reads `date,type`. Throws on a kind it does not know. */
export function readBankCalendar(text: string): BankDay[] {
	const rows = text.trim().split("\n").slice(1);
	return rows.map((row) => {
		const [date = "", type = ""] = row.trim().split(",");
		const kind = KINDS[type];
		if (kind === undefined) throw new Error(`the calendar has a kind of day that is unknown: ${row}`);
		return { date, kind };
	});
}

export function compareCalendars(days: readonly BankDay[]): Finding[] {
	const wrong = (of: (day: BankDay) => boolean) => days.filter((day) => !of(day)).length;
	const plain = wrong(({ date, kind }) => isWorking(kind) === weekdayOf(dayNumber(date)) <= FRIDAY);
	return [
		result("days compared", "days", days.length),
		result(
			"working or off, wrong",
			"days",
			wrong(({ date, kind }) => isWorking(kind) === isWorking(dayKindOf(date))),
			{
				max: 0,
			},
		),
		baseline("plain weeks", "days", plain),
		result(
			"one of five kinds, wrong",
			"days",
			wrong(({ date, kind }) => kind === dayKindOf(date)),
		),
	];
}
