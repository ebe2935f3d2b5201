import { byUrgency, type WaitLevel, waitLevel } from "../../rules/measure/wait-level.ts";
import * as wait from "../../rules/wait.ts";
import type { StaffService } from "../../schema/hall/view.ts";
import type { Hall, HallTicket } from "./hall.ts";

/** The people who wait for one service now, against its target. */
export type ServiceQueue = {
	readonly service: StaffService;
	readonly waiting: number;
	readonly longestWaitMs: number;
	readonly level: WaitLevel;
	/** Open counters (not paused ones) that can do it. */
	readonly countersOpen: number;
};

/** One queue per service, the most urgent first: over target, then near, then by the longest wait; empty ones last. */
export function serviceQueues(hall: Hall, now: number): ServiceQueue[] {
	const waiting = waitingTickets(hall);
	const open = [...hall.counters.values()].filter((counter) => counter.status === "open");
	return [...hall.services.values()]
		.map((service): ServiceQueue => {
			const own = waiting.filter((ticket) => ticket.services[0] === service.id);
			const longestWaitMs = Math.max(0, ...own.map((ticket) => waitedMs(ticket, now)));
			return {
				service,
				waiting: own.length,
				longestWaitMs,
				level: waitLevel(longestWaitMs, service.targetWaitMs),
				countersOpen: open.filter((counter) => counter.services.includes(service.id)).length,
			};
		})
		.sort((one, other) => byUrgency(one.level, other.level) || other.longestWaitMs - one.longestWaitMs);
}

export function waitingTickets(hall: Hall): HallTicket[] {
	return [...hall.tickets.values()].filter((ticket) => ticket.status === "waiting");
}

/** Since when a customer is ready for the service waited for; one told by a branch of before it said so was never away. */
export function readyAt(ticket: HallTicket): number {
	return ticket.readyAt ?? wait.readyFrom(ticket.issuedAt, ticket.appointmentAt);
}

/** How long a waiting customer has waited, milliseconds. */
export function waitedMs(ticket: HallTicket, now: number): number {
	return wait.waitedMs(readyAt(ticket), now);
}

/** The target of the service a ticket waits for, milliseconds; a service no longer configured has none. */
export function targetWaitMs(hall: Hall, ticket: HallTicket): number {
	return hall.services.get(ticket.services[0] ?? "")?.targetWaitMs ?? Number.POSITIVE_INFINITY;
}
