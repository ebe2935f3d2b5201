import { parse } from "csv-parse/browser/esm/sync";
import { byArrivalTime, type ReadResult, type RecordedVisit, tallyOf } from "../recorded-day.ts";

/** Columns of the clinic's ticket machine: one row per leg of a ticket, clock times of the day, minutes. */
export const CLINIC_LOG_HEADER = "QDate,Queue No,index,Svc,Counter,UserID,QTime,Start,End,WT,ST,Valid,Remark";

/** The machine itself writes at most 30 minutes; a longer leg is one that nobody ended. */
const FORGOTTEN_END_MS = 1_800_000;
/** Shorter legs are a button pressed and corrected, not a service. */
const SLIP_MS = 5_000;
/** For a customer who never came: what the service would have taken. */
const UNKNOWN_SERVICE_MS = 180_000;
const TRANSFERRED = "Transferred";
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

type Leg = {
	readonly QDate: string;
	readonly "Queue No": string;
	readonly index: string;
	readonly Counter: string;
	readonly QTime: string;
	readonly Start: string;
	readonly End: string;
	readonly Valid: string;
	readonly Remark: string;
};

/** The dates (`YYYY-MM-DD`) of a clinic log with their number of rows, in the order of the file. */
export function clinicLogDates(text: string): ReadonlyMap<string, number> {
	const dates = new Map<string, number>();
	for (const [written] of text.matchAll(/^\d{1,2}-[A-Z][a-z]{2}-\d\d(?=,)/gm)) {
		const date = isoDate(written);
		if (date !== null) dates.set(date, (dates.get(date) ?? 0) + 1);
	}
	return dates;
}

/**
 * One day of the clinic log. The legs of a ticket become the services of one visit, named after the kind of room; a leg
 * without a room was only passed on and is no service, a ticket with no valid leg is a no-show, an end that nobody
 * pressed counts as the machine's 30 minutes.
 */
export function readClinicLog(text: string, date: string): ReadResult {
	const setAside = tallyOf();
	const tickets = new Map<string, Leg[]>();
	const rows: Leg[] = parse(text, {
		columns: true,
		skip_empty_lines: true,
		relax_column_count: true,
		trim: true,
		bom: true,
	});
	for (const leg of rows) {
		if (isoDate(leg.QDate) !== date) continue;
		const legs = tickets.get(leg["Queue No"]);
		if (legs === undefined) tickets.set(leg["Queue No"], [leg]);
		else legs.push(leg);
	}
	const usualRoom = mostFrequentRoom([...tickets.values()].flat());
	const visits: RecordedVisit[] = [];
	for (const legs of tickets.values()) {
		const visit = visitOf(legs, usualRoom, setAside.add);
		if (visit !== null) visits.push(visit);
	}
	if (visits.length === 0) return { status: "unreadable", errors: [`the clinic log has no usable tickets on ${date}`] };
	const kinds = [...new Set(visits.flatMap((visit) => visit.services))].sort();
	const pools = kinds.map((kind) => [kind]);
	const day = { source: "clinic-log" as const, date, visits: byArrivalTime(visits), pools, setAside: setAside.counts };
	return { status: "read", day };
}

function mostFrequentRoom(legs: readonly Leg[]): string {
	const counts = new Map<string, number>();
	for (const { Counter } of legs) {
		const room = roomKind(Counter);
		if (room !== null) counts.set(room, (counts.get(room) ?? 0) + 1);
	}
	return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? "Counter";
}

function visitOf(
	unordered: readonly Leg[],
	usualRoom: string,
	setAside: (reason: string) => void,
): RecordedVisit | null {
	const legs = unordered.slice().sort((a, b) => Number(a.index) - Number(b.index));
	const arrivals = legs.map((leg) => clockMs(leg.QTime)).filter((each) => each !== null);
	if (arrivals.length === 0) {
		setAside("ticket without a readable time");
		return null;
	}
	const done = legs.flatMap((leg) => serviceOf(leg, setAside));
	const visit = { arrivalMs: Math.min(...arrivals), class: "" };
	const [only] = done;
	if (only === undefined) {
		setAside("ticket skipped by the machine: a no-show");
		const room = roomKind(legs.find((leg) => leg.Counter !== "")?.Counter ?? "") ?? usualRoom;
		return { ...visit, services: [room], serviceMs: [UNKNOWN_SERVICE_MS], noShow: true };
	}
	return {
		...visit,
		services: done.map((each) => each.service),
		serviceMs: done.map((each) => each.ms),
		...(legs.some((leg) => leg.Remark === TRANSFERRED) && done.length > 1 ? { transferred: true as const } : {}),
	};
}

/** What was done in one leg; nothing when it was skipped, only passed on, or unreadable. */
function serviceOf(leg: Leg, setAside: (reason: string) => void): { service: string; ms: number }[] {
	const service = roomKind(leg.Counter);
	if (leg.Valid !== "Y" || service === null) return [];
	const [start, end] = [clockMs(leg.Start), clockMs(leg.End)];
	if (start === null || end === null || end < start) {
		setAside("leg without a readable start and end");
		return [];
	}
	if (end - start < SLIP_MS) {
		setAside("leg shorter than a service can be");
		return [];
	}
	if (end - start > FORGOTTEN_END_MS) {
		setAside("forgotten end, counted as 30 minutes");
		return [{ service, ms: FORGOTTEN_END_MS }];
	}
	return [{ service, ms: end - start }];
}

/** `Review Room 4` -> `Review Room`: what can be done there; null for no room. */
function roomKind(counter: string): string | null {
	const kind = counter.replace(/\s*\d+$/, "").trim();
	return kind === "" ? null : kind;
}

function clockMs(text: string): number | null {
	const clock = /^(\d{1,2}):([0-5]\d):([0-5]\d)$/.exec(text);
	if (clock === null || Number(clock[1]) > 23) return null;
	return (Number(clock[1]) * 3_600 + Number(clock[2]) * 60 + Number(clock[3])) * 1_000;
}

/** `1-Aug-19` -> `2019-08-01`; null when it is no date. */
function isoDate(text: string): string | null {
	const [, day, name = "", year] = /^(\d{1,2})-([A-Z][a-z]{2})-(\d\d)$/.exec(text) ?? [];
	const month = MONTHS.indexOf(name) + 1;
	if (day === undefined || month === 0) return null;
	return `20${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
}
