import {
	byArrival,
	byRank,
	type CallingCounter,
	type Contender,
	inLineAtAny,
	isInLineAt,
	type Line,
	pick,
	type Queued,
} from "./dispatch.ts";

/** A place in an imagined line: its overtakes grow while others are called before it, the ticket stays as it is. */
export type Imagined<Each extends Contender> = Contender & { readonly of: Each; overtaken: number };

/** A line to be called away in thought, the oldest first. */
export function imagine<Each extends Contender>(tickets: readonly Each[]): Imagined<Each>[] {
	const line = tickets.map((of) => ({
		of,
		class: of.class,
		rank: of.rank,
		budget: of.budget,
		overtaken: of.overtaken,
		queuedAt: of.queuedAt,
		orderAt: of.orderAt,
		ordinal: of.ordinal,
	}));
	return line.sort(byArrival);
}

/**
 * Calls an imagined line away as one counter able to serve all of it would, if nobody else came; while one is given out, `line`
 * still is as that call found it. Each call is an overtake of whoever came earlier.
 */
export function* inTurn<Each extends Contender>(line: Imagined<Each>[]): Generator<Imagined<Each>> {
	for (let next = pick(line); next !== undefined; next = pick(line)) {
		yield next;
		const before = line.indexOf(next);
		for (let index = 0; index < before; index++) {
			const passed = line[index];
			if (passed !== undefined) passed.overtaken++;
		}
		line.splice(before, 1);
	}
}

/**
 * The tickets that would be called next on these counters, soonest first, at most `max`: one counter able to
 * do all that the open ones do is imagined to call again and again.
 */
export function upNext<Each extends Queued>(
	line: Line<Each>,
	counters: readonly CallingCounter[],
	max: number,
): Each[] {
	const open = counters.filter((each) => each.status === "open");
	const waiting = waitingOf(line).filter(inLineAtAny(line, open));
	const order: Each[] = [];
	for (const next of inTurn(imagine(waiting))) {
		if (order.length >= max) break;
		order.push(next.of);
	}
	return order;
}

/**
 * How many waiting tickets would be called before this one if the counters able to serve it called in turn; null unless
 * it waits.
 */
export function aheadOf(line: Line, ticket: Queued): number | null {
	if (ticket.status !== "waiting") return null;
	const able = openCounters(line).filter((each) => isInLineAt(line, each, ticket));
	const rivals = rivalsOf(line, able, ticket.services[0]);
	return calledBefore(
		rivals.filter((each) => each.id !== ticket.id),
		ticket,
	);
}

export function openCounters<Counter extends CallingCounter>({
	counters,
}: {
	readonly counters: ReadonlyMap<string, Counter>;
}): Counter[] {
	return [...counters.values()].filter((each) => each.status === "open");
}

/** Who of the waiting competes for these counters; with none of them open, those who wait for the same service are the line. */
export function rivalsOf<Each extends Queued>(
	line: Line<Each>,
	able: readonly CallingCounter[],
	service: string | undefined,
	waiting: readonly Each[] = waitingOf(line),
): Each[] {
	return waiting.filter(able.length > 0 ? inLineAtAny(line, able) : (each) => each.services[0] === service);
}

export function waitingOf<Each extends Queued>({ tickets }: Pick<Line<Each>, "tickets">): Each[] {
	const waiting: Each[] = [];
	for (const ticket of tickets.values()) if (ticket.status === "waiting") waiting.push(ticket);
	return waiting;
}

/** How many of the rivals are called before `own`, each call counting as an overtake of whoever came earlier. */
export function calledBefore(rivals: readonly Contender[], own: Contender): number {
	// Whoever is behind everybody by arrival and by rank, with overtakes left, is overtaken by nobody and called last.
	const isLast = rivals.every((each) => byArrival(each, own) < 0 && byRank(each, own) < 0);
	if (isLast && own.overtaken < own.budget) return rivals.length;
	let ahead = 0;
	for (const next of inTurn(imagine([...rivals, own]))) {
		if (next.of === own) break;
		ahead++;
	}
	return ahead;
}

/** How many later tickets can still be served before it: a bound in tickets, never in minutes. */
export function overtakesLeft({ budget, overtaken }: Contender): number {
	return Math.max(0, budget - overtaken);
}
