import type { StaffService } from "../../schema/view.ts";
import type { Hall, HallTicket } from "./hall.ts";
import { byUrgency, type WaitLevel, waitLevel } from "./wait-level.ts";

/** The people who wait for one service now, against its target. */
export type ServiceQueue = {
	readonly service: StaffService;
	readonly waiting: number;
	/** When the longest waiting of them took a number; null: nobody waits. */
	readonly oldestIssuedAt: number | null;
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
			const oldestIssuedAt = own.length === 0 ? null : Math.min(...own.map((ticket) => ticket.issuedAt));
			const longestWaitMs = oldestIssuedAt === null ? 0 : Math.max(0, now - oldestIssuedAt);
			return {
				service,
				waiting: own.length,
				oldestIssuedAt,
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

/** The target of the service a ticket waits for, milliseconds; a service no longer configured has none. */
export function targetWaitMs(hall: Hall, ticket: HallTicket): number {
	return hall.services.get(ticket.services[0] ?? "")?.targetWaitMs ?? Number.POSITIVE_INFINITY;
}
