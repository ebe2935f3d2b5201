import { longServiceMs } from "../../rules/measure/too-long.ts";
import { USUAL_LIMITS } from "../../rules/measure/usual-limits.ts";
import type { StaffCounter, StaffPerson } from "../../schema/hall/view.ts";
import type { Hall, HallTicket } from "./hall.ts";

/** What one counter is doing, in the words of the hall. */
export type CounterActivity = "closed" | "paused" | "free" | "called" | "serving";

export type CounterState = {
	readonly counter: StaffCounter;
	readonly activity: CounterActivity;
	/** Since when it does that, branch time. */
	readonly sinceAt: number;
	readonly person: StaffPerson | null;
	readonly ticket: HallTicket | null;
	/** One customer takes far longer than usual: somebody should look. */
	readonly tooLong: boolean;
};

/** Nobody came to the counter for this long after the call. */
const CALLED_TOO_LONG_MS = 2 * 60_000;

/** What every counter is doing at `now`, in the configured order. */
export function counterStates(hall: Hall, now: number): CounterState[] {
	return [...hall.counters.values()].map((counter) => counterState(hall, counter, now));
}

export function counterState(hall: Hall, counter: StaffCounter, now: number): CounterState {
	const ticket = currentTicket(hall, counter);
	const activity = activityOf(counter, ticket);
	const sinceAt = activity === "called" || activity === "serving" ? (ticket?.since ?? counter.since) : counter.since;
	return {
		counter,
		activity,
		sinceAt,
		person: hall.staff.get(counter.staffId ?? "") ?? null,
		ticket,
		tooLong: isTooLong(hall, activity, ticket, now - sinceAt),
	};
}

/** The ticket now called to or served at a counter. */
export function currentTicket(hall: Hall, counter: StaffCounter): HallTicket | null {
	return counter.ticketId === null ? null : (hall.tickets.get(counter.ticketId) ?? null);
}

function activityOf(counter: StaffCounter, ticket: HallTicket | null): CounterActivity {
	switch (counter.status) {
		case "closed":
			return "closed";
		case "paused":
			return ticket ? servingOrCalled(ticket) : "paused";
		case "open":
			return ticket ? servingOrCalled(ticket) : "free";
		default:
			return counter.status satisfies never;
	}
}

function servingOrCalled(ticket: HallTicket): CounterActivity {
	return ticket.status === "serving" ? "serving" : "called";
}

function isTooLong(hall: Hall, activity: CounterActivity, ticket: HallTicket | null, forMs: number): boolean {
	if (activity === "called") return forMs > CALLED_TOO_LONG_MS;
	if (activity !== "serving" || !ticket) return false;
	const service = hall.services.get(ticket.services[0] ?? "");
	return forMs > (service?.longServiceMs ?? longServiceMs(service?.usualServiceMs ?? 0, USUAL_LIMITS));
}
