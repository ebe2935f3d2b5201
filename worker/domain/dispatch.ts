import type { BranchState, CounterState, Ticket } from "./branch-state.ts";

/**
 * Dispatch by overtake budget. A ticket of class k is overtaken by at most B_k later tickets at counters that
 * could have served it; every call out of order by a named person adds at most one to that bound.
 */

/** What competes: a ticket, or a copy of one with another count of overtakes. */
export type Contender = Pick<Ticket, "class" | "queuedAt" | "ordinal" | "rank" | "orderAt" | "overtaken" | "budget">;

/** Negative when `a` came before `b`; ties by order of issue. */
export function byArrival(a: Contender, b: Contender): number {
	return a.queuedAt - b.queuedAt || a.ordinal - b.ordinal;
}

/** Negative when `a` goes before `b` while nobody's overtakes are spent. */
export function byRank(a: Contender, b: Contender): number {
	return a.rank - b.rank || a.orderAt - b.orderAt || a.ordinal - b.ordinal;
}

/** Whether this counter, as it is now, could serve this waiting ticket. */
export function canServe(counter: CounterState, ticket: Ticket): boolean {
	if (ticket.status !== "waiting") return false;
	if (ticket.target?.kind === "counter" && ticket.target.counterId !== counter.id) return false;
	if (ticket.target?.kind === "staff" && ticket.target.staffId !== counter.staffId) return false;
	const service = ticket.services[0];
	return service !== undefined && counter.services.includes(service);
}

/** Whether this waiting ticket is in this counter's line: it could serve it, and need not let others go first. */
export function isInLineAt(state: BranchState, counter: CounterState, ticket: Ticket): boolean {
	return canServe(counter, ticket) && !comesAfterOthers(state, counter, ticket);
}

/**
 * Who gave a ticket away to any other counter has it back in line once another counter able to serve it has called
 * somebody since (then `sentBy` is gone), or while no other such counter is open.
 */
function comesAfterOthers({ counters }: BranchState, counter: CounterState, ticket: Ticket): boolean {
	if (ticket.sentBy === undefined || ticket.sentBy !== counter.staffId) return false;
	for (const other of counters.values()) {
		if (other.id !== counter.id && other.status === "open" && canServe(other, ticket)) return true;
	}
	return false;
}

export function eligibleAt(state: BranchState, counter: CounterState): Ticket[] {
	const eligible: Ticket[] = [];
	for (const ticket of state.tickets.values()) if (isInLineAt(state, counter, ticket)) eligible.push(ticket);
	return eligible;
}

/**
 * The one to call among those a counter can serve: the oldest whose budget is spent, unless an even older one has
 * the same or a higher class; with no budget spent, the lowest rank, then the earliest `orderAt`.
 */
export function pick<Each extends Contender>(eligible: readonly Each[]): Each | undefined {
	const spent = least(
		eligible.filter((each) => each.overtaken >= each.budget),
		byArrival,
	);
	if (spent === undefined) return least(eligible, byRank);
	const before = eligible.filter((each) => byArrival(each, spent) < 0 && goesBefore(each, spent));
	return least(before, byRank) ?? spent;
}

/** By a higher class, or within the class: one that was on hold meanwhile is older and yet less often overtaken. */
function goesBefore(each: Contender, spent: Contender): boolean {
	return each.rank < spent.rank || (each.class === spent.class && byRank(each, spent) < 0);
}

function least<Each>(list: readonly Each[], order: (a: Each, b: Each) => number): Each | undefined {
	let best: Each | undefined;
	for (const each of list) if (best === undefined || order(each, best) < 0) best = each;
	return best;
}

/** The ticket a counter would call now. */
export function nextAt(state: BranchState, counter: CounterState): Ticket | undefined {
	return pick(eligibleAt(state, counter));
}

/** Who is overtaken when `called` goes to `counter`: everybody it could serve who came earlier. */
export function passedBy(state: BranchState, counter: CounterState, called: Ticket): string[] {
	return eligibleAt(state, counter)
		.filter((each) => each.id !== called.id && byArrival(each, called) < 0)
		.map((each) => each.id);
}

/**
 * The numbers that would be called next on the public counters, soonest first, at most `max`: one counter able to
 * do all that the open ones do is imagined to call again and again.
 */
export function upNext(state: BranchState, counters: readonly CounterState[], max: number): Ticket[] {
	const open = counters.filter((each) => each.status === "open");
	let line = [...state.tickets.values()].filter((ticket) => open.some((counter) => isInLineAt(state, counter, ticket)));
	const order: Ticket[] = [];
	while (order.length < max) {
		const next = pick(line);
		if (next === undefined) break;
		order.push(next);
		line = line
			.filter((each) => each.id !== next.id)
			.map((each) => (byArrival(each, next) < 0 ? { ...each, overtaken: each.overtaken + 1 } : each));
	}
	return order;
}
