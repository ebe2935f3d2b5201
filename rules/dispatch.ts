/**
 * Dispatch by overtake budget. A ticket of class k is overtaken by at most B_k later tickets at counters that
 * could have served it; every call out of order by a named person adds at most one to that bound.
 */

/** What competes: a ticket, or what stands for one in an imagined line. */
export type Contender = {
	readonly class: string;
	readonly rank: number;
	readonly budget: number;
	readonly overtaken: number;
	/** The place in time, epoch ms; `orderAt` is that less head starts, `ordinal` the order of issue. */
	readonly queuedAt: number;
	readonly orderAt: number;
	readonly ordinal: number;
};

/** The parts of a ticket that decide who may call it. */
export type Queued = Contender & {
	readonly id: string;
	readonly status: string;
	/** The service waited for, then those to come. */
	readonly services: readonly string[];
	readonly target?:
		| { readonly kind: "counter"; readonly counterId: string }
		| { readonly kind: "staff"; readonly staffId: string }
		| undefined;
	readonly sentBy?: string | undefined;
};

/** The parts of a counter that decide what may be called there. */
export type CallingCounter = {
	readonly id: string;
	readonly status: string;
	readonly services: readonly string[];
	readonly staffId: string | null;
};

/** All that an order is derived from: the state of a branch, or the hall as a client was told of it. */
export type Line<Each extends Queued = Queued> = {
	readonly tickets: ReadonlyMap<string, Each>;
	readonly counters: ReadonlyMap<string, CallingCounter>;
};

/** Negative when `a` came before `b`; ties by order of issue. */
export function byArrival(a: Contender, b: Contender): number {
	return a.queuedAt - b.queuedAt || a.ordinal - b.ordinal;
}

/** Negative when `a` goes before `b` while nobody's overtakes are spent. */
export function byRank(a: Contender, b: Contender): number {
	return a.rank - b.rank || a.orderAt - b.orderAt || a.ordinal - b.ordinal;
}

/** Whether this counter, as it is now, could serve this waiting ticket. */
export function canServe(counter: CallingCounter, ticket: Queued): boolean {
	if (ticket.status !== "waiting") return false;
	if (ticket.target?.kind === "counter" && ticket.target.counterId !== counter.id) return false;
	if (ticket.target?.kind === "staff" && ticket.target.staffId !== counter.staffId) return false;
	const service = ticket.services[0];
	return service !== undefined && counter.services.includes(service);
}

/** Whether this waiting ticket is in this counter's line: it could serve it, and need not let others go first. */
export function isInLineAt(line: Line, counter: CallingCounter, ticket: Queued): boolean {
	return canServe(counter, ticket) && !comesAfterOthers(line, counter, ticket);
}

/**
 * Who gave a ticket away to any other counter has it back in line once another counter able to serve it has called
 * somebody since (then `sentBy` is gone), or while no other such counter is open.
 */
function comesAfterOthers({ counters }: Line, counter: CallingCounter, ticket: Queued): boolean {
	if (ticket.sentBy === undefined || ticket.sentBy !== counter.staffId) return false;
	for (const other of counters.values()) {
		if (other.id !== counter.id && other.status === "open" && canServe(other, ticket)) return true;
	}
	return false;
}

/** Whether a ticket is in the line of any of these counters: for many tickets, as most differ in nothing but their service. */
export function inLineAtAny(line: Line, counters: readonly CallingCounter[]): (ticket: Queued) => boolean {
	const served = new Map<string, boolean>();
	return (ticket) => {
		const [service] = ticket.services;
		const isPlain = ticket.status === "waiting" && ticket.target === undefined && ticket.sentBy === undefined;
		if (!isPlain || service === undefined) return counters.some((counter) => isInLineAt(line, counter, ticket));
		const known = served.get(service) ?? counters.some((counter) => counter.services.includes(service));
		served.set(service, known);
		return known;
	};
}

/** Every waiting ticket in this counter's line, in the order of the hall. */
export function eligibleAt<Each extends Queued>(line: Line<Each>, counter: CallingCounter): Each[] {
	const eligible: Each[] = [];
	for (const ticket of line.tickets.values()) if (isInLineAt(line, counter, ticket)) eligible.push(ticket);
	return eligible;
}

/**
 * The one to call among those a counter can serve: the oldest whose budget is spent, unless an even older one has
 * the same or a higher class; with no budget spent, the lowest rank, then the earliest `orderAt`.
 */
export function pick<Each extends Contender>(eligible: readonly Each[]): Each | undefined {
	return pickBeside(oldestSpent(eligible), eligible);
}

/** As `pick`, for who has looked for the oldest whose budget is spent already. */
export function pickBeside<Each extends Contender>(
	spent: Each | undefined,
	eligible: readonly Each[],
): Each | undefined {
	if (spent === undefined) return least(eligible, byRank);
	let before: Each | undefined;
	for (const each of eligible) {
		if (byArrival(each, spent) < 0 && goesBefore(each, spent) && (before === undefined || byRank(each, before) < 0)) {
			before = each;
		}
	}
	return before ?? spent;
}

/** The one that came first of those that may be overtaken no more. */
export function oldestSpent<Each extends Contender>(eligible: readonly Each[]): Each | undefined {
	let oldest: Each | undefined;
	for (const each of eligible) {
		if (each.overtaken >= each.budget && (oldest === undefined || byArrival(each, oldest) < 0)) oldest = each;
	}
	return oldest;
}

/** By a higher class, or within the class: one that was on hold meanwhile is older and yet less often overtaken. */
function goesBefore(each: Contender, spent: Contender): boolean {
	return each.rank < spent.rank || (each.class === spent.class && byRank(each, spent) < 0);
}

/** The first by this order; undefined of none. */
export function least<Each>(list: readonly Each[], order: (a: Each, b: Each) => number): Each | undefined {
	let best: Each | undefined;
	for (const each of list) if (best === undefined || order(each, best) < 0) best = each;
	return best;
}

/** The ticket a counter would call now. */
export function nextAt<Each extends Queued>(line: Line<Each>, counter: CallingCounter): Each | undefined {
	return pick(eligibleAt(line, counter));
}

/** Whether it is this ticket's turn at this counter; a call by name needs a reason if not. */
export function isNextAt(line: Line, counter: CallingCounter, ticket: Queued): boolean {
	return nextAt(line, counter)?.id === ticket.id;
}

/** Who is overtaken when `called` goes to `counter`: everybody it could serve who came earlier. */
export function passedBy(line: Line, counter: CallingCounter, called: Queued): string[] {
	return eligibleAt(line, counter)
		.filter((each) => each.id !== called.id && byArrival(each, called) < 0)
		.map((each) => each.id);
}
