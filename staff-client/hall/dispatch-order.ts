import type { StaffCounter } from "../../schema/view.ts";
import type { HallTicket } from "./hall.ts";

/** Which part of the dispatch rule chose a ticket. */
export type WhyNext =
	| "waited-longest"
	| "higher-class"
	| "head-start"
	| "budget-spent"
	| "older-higher-class"
	| "came-earlier";

export type NextCall = { readonly ticket: HallTicket; readonly why: WhyNext };

/** The parts of a counter that decide what may be called there. */
export type CallingCounter = Pick<StaffCounter, "id" | "status" | "services" | "staffId">;

/** Whether the ticket is in the counter's line: it could serve it, and need not let the other counters go first. */
export function isEligible(ticket: HallTicket, counter: CallingCounter, counters: Iterable<CallingCounter>): boolean {
	return couldServe(ticket, counter) && !comesAfterOthers(ticket, counter, counters);
}

/** Who gave a ticket away comes after the others, as long as one of them that could serve it is open. */
function comesAfterOthers(ticket: HallTicket, counter: CallingCounter, counters: Iterable<CallingCounter>): boolean {
	if (ticket.sentBy === undefined || ticket.sentBy !== counter.staffId) return false;
	for (const other of counters) {
		if (other.id !== counter.id && other.status === "open" && couldServe(ticket, other)) return true;
	}
	return false;
}

/** Whether the ticket waits, the counter can do its present service, and it is not meant for somebody else. */
export function couldServe(ticket: HallTicket, counter: CallingCounter): boolean {
	const service = ticket.services[0];
	return (
		ticket.status === "waiting" &&
		service !== undefined &&
		counter.services.includes(service) &&
		isMeantFor(ticket, counter)
	);
}

/** Whether a transferred ticket may be served at this counter; tickets without a target may be served anywhere. */
function isMeantFor(ticket: HallTicket, counter: CallingCounter): boolean {
	if (ticket.target === undefined) return true;
	switch (ticket.target.kind) {
		case "counter":
			return ticket.target.counterId === counter.id;
		case "staff":
			return ticket.target.staffId === counter.staffId;
		default:
			return ticket.target satisfies never;
	}
}

/**
 * The ticket that the branch would call next among these eligible ones, and why; undefined when there is none.
 * A ticket whose overtakes are spent goes first, unless an older one of the same or a higher class waits; else rank,
 * then time.
 */
export function chooseNext(eligible: readonly HallTicket[]): NextCall | undefined {
	const spent = least(
		eligible.filter((ticket) => ticket.overtaken >= ticket.budget),
		byAge,
	);
	if (spent) {
		const older = eligible.filter((ticket) => byAge(ticket, spent) < 0 && goesBefore(ticket, spent));
		const best = least(older, byRank);
		if (!best) return { ticket: spent, why: "budget-spent" };
		return { ticket: best, why: best.rank < spent.rank ? "older-higher-class" : "came-earlier" };
	}
	const first = least(eligible, byRank);
	const oldest = least(eligible, byAge);
	if (!first || !oldest) return undefined;
	if (first === oldest) return { ticket: first, why: "waited-longest" };
	return { ticket: first, why: first.rank < oldest.rank ? "higher-class" : "head-start" };
}

/** By a higher class, or within the class: one that was on hold meanwhile is older and yet less often overtaken. */
function goesBefore(ticket: HallTicket, spent: HallTicket): boolean {
	return ticket.rank < spent.rank || (ticket.class === spent.class && byRank(ticket, spent) < 0);
}

/** All of these in the order in which one counter would call them if nobody else came; each call counts as an overtake. */
export function callOrder(eligible: readonly HallTicket[]): NextCall[] {
	const order: NextCall[] = [];
	let left = [...eligible];
	for (let next = chooseNext(left); next !== undefined; next = chooseNext(left)) {
		const { ticket, why } = next;
		const original = eligible.find((each) => each.id === ticket.id) ?? ticket;
		order.push({ ticket: original, why });
		left = left
			.filter((each) => each.id !== ticket.id)
			.map((each) => (byAge(each, ticket) < 0 ? { ...each, overtaken: each.overtaken + 1 } : each));
	}
	return order;
}

/** Older first: the place in time, ties by the order of issue. */
export function byAge(one: HallTicket, other: HallTicket): number {
	return one.queuedAt - other.queuedAt || one.ordinal - other.ordinal;
}

/** The order of competition while nobody's overtakes are spent. */
export function byRank(one: HallTicket, other: HallTicket): number {
	return one.rank - other.rank || one.orderAt - other.orderAt || one.ordinal - other.ordinal;
}

function least<Each>(list: readonly Each[], compare: (one: Each, other: Each) => number): Each | undefined {
	return list.reduce<Each | undefined>(
		(best, each) => (best === undefined || compare(each, best) < 0 ? each : best),
		undefined,
	);
}
