import { dayNumber, weekdayOf } from "../../rules/calendar/calendar-date.ts";
import type { DayTotal } from "../../worker/domain/forecast/day-model.ts";
import type { DayArrivals } from "../../worker/domain/forecast/day-shape.ts";

const HALF_HOUR_MIN = 30;
const HALF_HOUR_S = 1_800;

/** Half hours 07:00 to 21:00 of a bank's calls, from counts per five minutes. */
export function readBankCalls(text: string): DayArrivals[] {
	const days = new Map<string, number[]>();
	for (const row of text.trim().split("\n").slice(1)) {
		const [, date = "", hour, minute, calls] = /^(\S+) (\d\d):(\d\d):\d\d,(\d+)/.exec(row) ?? [];
		const slot = Math.floor((Number(hour) * 60 + Number(minute)) / HALF_HOUR_MIN) - 14;
		if (slot < 0 || slot >= 28) continue;
		const counts = days.get(date) ?? new Array<number>(28).fill(0);
		days.set(date, counts);
		counts[slot] = (counts[slot] ?? 0) + Number(calls);
	}
	return [...days].map(([date, counts]) => ({ day: dayNumber(date), counts }));
}

const OTHER_QUEUE_TYPE = "IN";
const FRIDAY = 5;
const SATURDAY = 6;

/** Half hours 07:00 to 24:00, Sunday to Thursday without closed days, of every call outside the separate agent pool. */
export function readCallCentre(text: string, closedDays: ReadonlySet<string>): DayArrivals[] {
	const days = new Map<string, number[]>();
	for (const row of text.trim().split("\n").slice(1)) {
		const [date = "", arrival, , , , , type] = row.split(",");
		const slot = Math.floor(Number(arrival) / HALF_HOUR_S) - 14;
		if (type === OTHER_QUEUE_TYPE || slot < 0 || slot >= 34 || closedDays.has(date)) continue;
		const counts = days.get(date) ?? new Array<number>(34).fill(0);
		days.set(date, counts);
		counts[slot] = (counts[slot] ?? 0) + 1;
	}
	return [...days]
		.map(([date, counts]) => ({ day: dayNumber(date), counts }))
		.filter(({ day }) => weekdayOf(day) !== FRIDAY && weekdayOf(day) !== SATURDAY);
}

/** Customers of a counter by day, make-up workdays among them. */
export function readRegistrations(text: string): DayTotal[] {
	const rows = text.trim().split("\n").slice(1);
	return rows.flatMap((row) => {
		const [date = "", , , kind, count] = row.trim().split(",");
		return kind === "workday" || kind === "makeup_workday" ? [{ day: dayNumber(date), total: Number(count) }] : [];
	});
}
