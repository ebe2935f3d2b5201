import {
	byArrival,
	type CallingCounter,
	type Contender,
	canServe,
	isInLineAt,
	type Line,
	least,
	nextAt,
	oldestSpent,
	pick,
	type Queued,
} from "./dispatch.ts";
import { imagine, inTurn } from "./place-in-line.ts";

/** What can stand between a ticket and a call at a counter. */
export const ORDER_REASONS = [
	"next",
	"earlier-first",
	"higher-class-first",
	"head-start-first",
	"budget-spent-first",
	"counter-cannot-serve",
	"meant-for-another",
	/** The person at this counter gave the ticket away: other open counters that can serve it call it first. */
	"others-first",
	"counter-not-open",
	"not-waiting",
] as const;
export type OrderReason = (typeof ORDER_REASONS)[number];

/** Which part of the dispatch rule chose a ticket. */
export type WhyNext =
	| "waited-longest"
	| "higher-class"
	| "head-start"
	| "budget-spent"
	/** Another one may be overtaken no more, but this one came even earlier and has a higher class. */
	| "older-higher-class"
	/** The same, but of the same class: the other was overtaken while this one was on hold. */
	| "came-earlier";

export type NextCall<Each> = { readonly ticket: Each; readonly why: WhyNext };

/** Why this ticket is or is not the next one at this counter, as things stand. */
export function orderReason(line: Line, counter: CallingCounter, ticket: Queued): OrderReason {
	if (ticket.status !== "waiting") return "not-waiting";
	if (counter.status !== "open") return "counter-not-open";
	if (!canServe(counter, ticket)) return ticket.target === undefined ? "counter-cannot-serve" : "meant-for-another";
	if (!isInLineAt(line, counter, ticket)) return "others-first";
	const next = nextAt(line, counter);
	if (next === undefined || next.id === ticket.id) return "next";
	if (next.overtaken >= next.budget) return "budget-spent-first";
	if (next.rank < ticket.rank) return "higher-class-first";
	return byArrival(next, ticket) < 0 ? "earlier-first" : "head-start-first";
}

/** The ticket that would be called next among these eligible ones, and why; undefined when there is none. */
export function chooseNext<Each extends Contender>(eligible: readonly Each[]): NextCall<Each> | undefined {
	const ticket = pick(eligible);
	return ticket && { ticket, why: whyNext(eligible, ticket) };
}

/** All of these in the order in which one counter would call them if nobody else came. */
export function callOrder<Each extends Contender>(eligible: readonly Each[]): NextCall<Each>[] {
	const order: NextCall<Each>[] = [];
	const line = imagine(eligible);
	for (const next of inTurn(line)) order.push({ ticket: next.of, why: whyNext(line, next) });
	return order;
}

/** Why `next` is what `pick` takes of these. */
function whyNext<Each extends Contender>(eligible: readonly Each[], next: Each): WhyNext {
	const spent = oldestSpent(eligible);
	if (spent === next) return "budget-spent";
	if (spent !== undefined) return next.rank < spent.rank ? "older-higher-class" : "came-earlier";
	const oldest = least(eligible, byArrival);
	if (oldest === undefined || oldest === next) return "waited-longest";
	return next.rank < oldest.rank ? "higher-class" : "head-start";
}
