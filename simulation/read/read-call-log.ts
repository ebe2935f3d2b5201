import { parse } from "csv-parse/browser/esm/sync";
import { byArrivalTime, type ReadResult, type RecordedVisit, tallyOf } from "../recorded-day.ts";

/** Columns of the "Anonymous Bank" call log; times are seconds from local midnight. */
export const CALL_LOG_HEADER = "date,arrival_s,leave_queue_s,end_service_s,outcome,delayed,type,priority,agent";

/** Internet support had its own agents and its own queue. */
const OTHER_QUEUE_TYPE = "IN";
/** A call whose clock says it lasted longer is a clock error. */
const SERVICE_MAX_S = 3_600;
const VIP_PRIORITY = "2";
/** For a caller who gave up on a day on which nobody was served. */
const UNKNOWN_SERVICE_MS = 120_000;

type CallRow = {
	readonly arrival_s: string;
	readonly leave_queue_s: string;
	readonly end_service_s: string;
	readonly outcome: string;
	readonly delayed: string;
	readonly type: string;
	readonly priority: string;
};

/** The dates of a call log with their number of rows, in the order of the file. */
export function callLogDates(text: string): ReadonlyMap<string, number> {
	const dates = new Map<string, number>();
	for (const [date] of text.matchAll(/^\d{4}-\d\d-\d\d(?=,)/gm)) dates.set(date, (dates.get(date) ?? 0) + 1);
	return dates;
}

/**
 * One day of the call log. Calls of the separate agent pool and calls with clock errors are left out, a caller who gave
 * up becomes a customer who leaves after that time, priority 2 becomes class `high`. The log knows the priority of
 * delayed calls only: of the others nothing is known.
 */
export function readCallLog(text: string, date: string): ReadResult {
	const setAside = tallyOf();
	const visits: RecordedVisit[] = [];
	for (const row of rowsOf(text, date)) {
		const visit = visitOf(row);
		if (typeof visit === "string") setAside.add(visit);
		else visits.push(visit);
	}
	if (visits.length === 0) return { status: "unreadable", errors: [`the call log has no usable calls on ${date}`] };
	const services = [...new Set(visits.flatMap((visit) => visit.services))].sort();
	const inOrder = withServiceTimes(byArrivalTime(visits));
	const day = { source: "call-log" as const, date, visits: inOrder, pools: [services], setAside: setAside.counts };
	return { status: "read", day };
}

/** The rows of one date. The log has months of them, so the lines are chosen before they are parsed. */
function rowsOf(text: string, date: string): CallRow[] {
	const lines = text.split("\n").filter((line) => line.startsWith(`${date},`));
	return parse([CALL_LOG_HEADER, ...lines].join("\n"), { columns: true, relax_column_count: true, trim: true });
}

/** The visit, or the reason why the row is left out. */
function visitOf(row: CallRow): RecordedVisit | string {
	if (row.type === OTHER_QUEUE_TYPE) return "another agent pool";
	const [arrival, left, end] = [Number(row.arrival_s), Number(row.leave_queue_s), Number(row.end_service_s)];
	if (![arrival, left, end].every(Number.isInteger)) return "unreadable row";
	if (left < arrival) return "left the queue before arriving";
	const call = {
		arrivalMs: arrival * 1_000,
		services: [row.type],
		class: row.priority === VIP_PRIORITY ? "high" : row.delayed === "1" ? "ordinary" : "",
	};
	if (row.outcome === "ABANDONED")
		return { ...call, serviceMs: [], leavesAfterMs: Math.max(1, left - arrival) * 1_000 };
	if (end < left || end - left > SERVICE_MAX_S) return "service time is a clock error";
	return { ...call, serviceMs: [(end - left) * 1_000], waitedMs: (left - arrival) * 1_000 };
}

/** Should the replay call somebody who gave up, the call takes as long as the last served call of its type. */
function withServiceTimes(visits: readonly RecordedVisit[]): RecordedVisit[] {
	const latest = new Map<string, number>();
	const anyMs = visits.find((visit) => visit.serviceMs.length > 0)?.serviceMs[0] ?? UNKNOWN_SERVICE_MS;
	return visits.map((visit) => {
		const service = visit.services[0] ?? "";
		const ownMs = visit.serviceMs[0];
		if (ownMs !== undefined) latest.set(service, ownMs);
		return ownMs === undefined ? { ...visit, serviceMs: [latest.get(service) ?? anyMs] } : visit;
	});
}
