import type { ReadResult } from "../recorded-day.ts";
import { CALL_LOG_HEADER, callLogDates, readCallLog } from "./read-call-log.ts";
import { CLINIC_LOG_HEADER, clinicLogDates, readClinicLog } from "./read-clinic-log.ts";
import { readNeutralCsv } from "./read-neutral-csv.ts";

/**
 * Reads a recorded day in any of the known formats, told apart by the header line.
 * @param date `YYYY-MM-DD` in logs of many days; absent: the day with the most rows.
 */
export function readRecordedDay(text: string, date?: string): ReadResult {
	switch (headerOf(text)) {
		case CALL_LOG_HEADER:
			return readOneOf(callLogDates(text), date, (day) => readCallLog(text, day));
		case CLINIC_LOG_HEADER:
			return readOneOf(clinicLogDates(text), date, (day) => readClinicLog(text, day));
		default:
			return readNeutralCsv(text);
	}
}

function headerOf(text: string): string {
	const end = text.indexOf("\n");
	return (end === -1 ? text : text.slice(0, end)).replace("\uFEFF", "").trim();
}

function readOneOf(
	dates: ReadonlyMap<string, number>,
	wanted: string | undefined,
	read: (date: string) => ReadResult,
): ReadResult {
	const [busiest] = [...dates].sort(([, a], [, b]) => b - a);
	const date = wanted ?? busiest?.[0];
	if (date !== undefined && dates.has(date)) return read(date);
	const all = [...dates.keys()];
	const known = all.length === 0 ? "no dates" : `dates from ${all[0]} to ${all.at(-1)}`;
	return { status: "unreadable", errors: [`the log has ${known}, but not ${wanted ?? "a single one"}`] };
}
