import type { May } from "../../rules/holding.ts";
import type { Hall, HallTicket } from "./hall.ts";

/** Whether the branch would let this person act on a ticket: at a counter only who works there, or who oversees them all. */
export function isInCharge(hall: Hall, { counterId }: HallTicket, staffId: string, may: May): boolean {
	if (!may("ticket.manage")) return false;
	return counterId === undefined || may("counter.oversee") || worksAt(hall, counterId, staffId);
}

/** Whether the branch would let this person close a counter. */
export function mayClose(hall: Hall, counterId: string, staffId: string, may: May): boolean {
	return may("counter.oversee") || (may("counter.run") && worksAt(hall, counterId, staffId));
}

function worksAt(hall: Hall, counterId: string, staffId: string): boolean {
	return hall.counters.get(counterId)?.staffId === staffId;
}
