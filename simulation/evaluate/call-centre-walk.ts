import { ARRIVAL, type CentreCall, type CentreDay, END, eventsOf, isScored, LEAVE } from "./call-centre-day.ts";
import { type Features, featuresOf } from "./call-centre-features.ts";
import { Agents, CentreState } from "./call-centre-state.ts";

const WEEK_DAYS = 7;
const DAY_MS = 86_400_000;
/** 1 January 1970 was a Thursday. */
const EPOCH_WEEKDAY = 4;

/** What a walk through the days tells, in the order of events. */
export type Visitor = {
	/** A call that is scored comes in, with all that is known at that moment. */
	readonly onArrival: (call: CentreCall, features: Features, day: CentreDay) => void;
	/** A wait ended in service. */
	readonly onStart: (call: CentreCall) => void;
};

/** Walks through the days event by event; agents are known from day to day, everything else begins anew each day. */
export function walk(days: readonly CentreDay[], visitor: Visitor, onDay: (done: number) => void = () => {}): void {
	const agents = new Agents();
	for (const [index, day] of days.entries()) {
		walkDay(day, new CentreState(agents), visitor);
		onDay(index + 1);
	}
}

function walkDay(day: CentreDay, state: CentreState, { onArrival, onStart }: Visitor): void {
	const weekday = weekdayOf(day.date);
	for (const { atS, kind, call } of eventsOf(day)) {
		state.advance(atS);
		if (kind === END) state.end(call, atS);
		else if (kind === LEAVE) {
			state.leave(call, atS);
			if (call.endS !== null) onStart(call);
		} else if (kind === ARRIVAL) {
			if (isScored(call)) onArrival(call, featuresOf(state, call, weekday), day);
			state.arrive(call, atS);
		} else state.startAtOnce(call, atS);
	}
}

function weekdayOf(date: string): number {
	return (Math.floor(Date.parse(date) / DAY_MS) + EPOCH_WEEKDAY) % WEEK_DAYS;
}
