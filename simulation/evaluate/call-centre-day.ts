import { CALL_LOG_HEADER } from "../read/read-call-log.ts";

/** One call of a call centre's log; seconds from local midnight. */
export type CentreCall = {
	readonly arrivalS: number;
	readonly leaveS: number;
	/** Null of a caller who gave up. */
	readonly endS: number | null;
	/** Whether the caller had to wait. */
	readonly delayed: boolean;
	/** Index in `CALL_TYPES`. */
	readonly type: number;
	/** 0 unknown person, 1 customer, 2 preferred; null where the log does not say, of calls that were not delayed. */
	readonly priority: number | null;
	readonly agent: string;
};

export type CentreDay = { readonly date: string; readonly calls: readonly CentreCall[] };

/** The types that share one pool of agents; internet support has its own. */
export const CALL_TYPES = ["PS", "NW", "NE", "PE", "TT"] as const;
/** Calls that came earlier are not scored: hardly anybody is on duty. */
const SCORED_FROM_S = 7 * 3_600;

/** The log by days, in its order. Throws when the header is another. */
export function centreDays(text: string): CentreDay[] {
	const [header = "", ...lines] = text.split(/\r?\n/);
	if (header !== CALL_LOG_HEADER) throw new Error(`the call log has to begin with the header ${CALL_LOG_HEADER}`);
	const days = new Map<string, CentreCall[]>();
	for (const line of lines) {
		const [date = "", arrival, leave, end, outcome, delayed, type = "", priority, agent = ""] = line.split(",");
		const index = (CALL_TYPES as readonly string[]).indexOf(type);
		if (index < 0) continue;
		const calls = days.get(date) ?? [];
		days.set(date, calls);
		calls.push({
			arrivalS: Number(arrival),
			leaveS: Number(leave),
			endS: outcome === "SERVED" ? Number(end) : null,
			delayed: delayed === "1",
			type: index,
			priority: priority === "" || priority === undefined ? null : Number(priority),
			agent,
		});
	}
	return [...days].map(([date, calls]) => ({ date, calls })).sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** Whether a quote given to this call is scored: served after a wait, come at 07:00 or later. */
export function isScored({ arrivalS, leaveS, endS, delayed }: CentreCall): boolean {
	return endS !== null && delayed && leaveS > arrivalS && arrivalS >= SCORED_FROM_S;
}

/** What happens in a day; at equal seconds in this order. */
export const END = 0;
export const LEAVE = 1;
export const ARRIVAL = 2;
export const IMMEDIATE = 3;

export type CentreEvent = { readonly atS: number; readonly kind: number; readonly call: CentreCall };

/** A day's events in order: ends of service, leaving the queue, arrivals, starts without a wait. */
export function eventsOf({ calls }: CentreDay): CentreEvent[] {
	const events: CentreEvent[] = [];
	for (const call of calls) {
		events.push({ atS: call.arrivalS, kind: ARRIVAL, call });
		const waits = call.delayed && call.leaveS > call.arrivalS;
		events.push({ atS: call.leaveS, kind: waits ? LEAVE : IMMEDIATE, call });
		if (call.endS !== null) events.push({ atS: call.endS, kind: END, call });
	}
	return events.sort((a, b) => a.atS - b.atS || a.kind - b.kind);
}
