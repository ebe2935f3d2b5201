import { dateOf, dayNumber } from "../../rules/calendar/calendar-date.ts";
import { clockTime, localDay } from "../language/format.ts";

const MINUTE_MS = 60_000;
const MINUTE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** `2026-11-21T09:30` in a branch's time zone, as a browser's field for date and time has it. */
export function localMinute(at: number, timeZone: string): string {
	return `${localDay(at, timeZone)}T${clockTime(at, timeZone)}`;
}

/** The moment that `2026-11-21T09:30` is in a branch's time zone, epoch milliseconds; null for what is no such text. */
export function momentOf(minute: string, timeZone: string): number | null {
	const asUtc = MINUTE.test(minute) ? Date.parse(`${minute}:00Z`) : Number.NaN;
	if (Number.isNaN(asUtc)) return null;
	// Twice, for the offset may be another one by then.
	const once = asUtc - offsetAt(asUtc, timeZone);
	return asUtc - offsetAt(once, timeZone);
}

/** The date (`2026-11-21`) so many days after another; a negative number is before it. */
export function daysLater(day: string, days: number): string {
	return dateOf(dayNumber(day) + days);
}

function offsetAt(at: number, timeZone: string): number {
	const shown = Date.parse(`${localMinute(at, timeZone)}:00Z`);
	return shown - Math.floor(at / MINUTE_MS) * MINUTE_MS;
}
