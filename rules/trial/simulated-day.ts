/** Where chance comes from: uniform in [0, 1), and exponential with a mean. */
export type Chance = { next(): number; exponential(mean: number): number };

/** A customer of a simulated day; what competes in the queue is named as in the domain. Milliseconds from opening. */
export type SimulatedTicket = {
	readonly class: string;
	readonly queuedAt: number;
	/** Order of arrival in the day, from 0. */
	readonly ordinal: number;
	readonly rank: number;
	/** `queuedAt` less the head start. */
	readonly orderAt: number;
	readonly budget: number;
	overtaken: number;
	startedAt: number;
};

/** Chooses whom a free counter takes among those waiting; the list is never empty. */
export type Dispatch = (waiting: readonly SimulatedTicket[]) => SimulatedTicket | undefined;

export type SimulatedClass = {
	readonly share: number;
	readonly rank: number;
	readonly headStartMs: number;
	readonly overtakeBudget: number;
};

/** The outside world of one day: the same for every rule that is tried on it. */
export type SimulatedDay = {
	readonly arrivals: readonly { readonly at: number; readonly class: string }[];
	/**
	 * How long the first, second, ... service started takes. Drawn by order of start and not per customer: where
	 * classes do not differ, both are the same in law, and so the queue is equally long under every rule that keeps no
	 * counter idle.
	 */
	readonly serviceMs: readonly number[];
};

export type DayWorld = {
	readonly customers: number;
	/** Relative volume of equally long slots. */
	readonly profile: readonly number[];
	readonly slotMs: number;
	readonly shares: ReadonlyMap<string, number>;
	readonly meanServiceMs: number;
};

/** What somebody in the hall sees of a simulated day as it goes. */
export type Watch = {
	/** Before anybody is served who came at this instant; `waiting` holds the newcomer, `busySince` each counter at work. */
	arrived(ticket: SimulatedTicket, waiting: readonly SimulatedTicket[], busySince: readonly number[]): void;
	started(ticket: SimulatedTicket, now: number): void;
	ended(serviceMs: number, now: number): void;
};

/** Draws a day: Poisson arrivals over the profile with `customers` on average, exponential services. */
export function drawDay(world: DayWorld, random: Chance): SimulatedDay {
	const total = world.profile.reduce((sum, each) => sum + each, 0);
	const arrivals: { at: number; class: string }[] = [];
	for (const [slot, volume] of world.profile.entries()) {
		const meanGapMs = (world.slotMs * total) / (world.customers * volume);
		for (let at = random.exponential(meanGapMs); at < world.slotMs; at += random.exponential(meanGapMs)) {
			arrivals.push({ at: slot * world.slotMs + at, class: drawName(world.shares, random) });
		}
	}
	return { arrivals, serviceMs: arrivals.map(() => random.exponential(world.meanServiceMs)) };
}

/** One of the names, by its share of the whole. */
export function drawName(shares: ReadonlyMap<string, number>, random: Chance): string {
	let left = random.next();
	let last = "";
	for (const [name, share] of shares) {
		last = name;
		left -= share;
		if (left < 0) return name;
	}
	return last;
}

/**
 * Plays a day at equal counters under one rule until the last customer is served; no counter idles while somebody
 * waits. Events at the same instant: ends of service before arrivals. Returns the tickets in order of arrival.
 */
export function simulateDay(
	day: SimulatedDay,
	counters: number,
	classes: ReadonlyMap<string, SimulatedClass>,
	dispatch: Dispatch,
	watch?: Watch,
): SimulatedTicket[] {
	const tickets = day.arrivals.map((arrival, ordinal) => ticketOf(arrival, ordinal, classes));
	const busy: { readonly since: number; readonly until: number }[] = [];
	let waiting: SimulatedTicket[] = [];
	let started = 0;

	function serve(now: number): void {
		while (busy.length < counters && waiting.length > 0) {
			const next = dispatch(waiting);
			if (next === undefined) throw new Error("the rule chose nobody although somebody waits");
			waiting = waiting.filter((each) => each !== next);
			for (const each of waiting) if (each.ordinal < next.ordinal) each.overtaken++;
			next.startedAt = now;
			busy.push({ since: now, until: now + (day.serviceMs[started++] ?? 0) });
			busy.sort((a, b) => a.until - b.until);
			watch?.started(next, now);
		}
	}

	let coming = 0;
	while (coming < tickets.length || waiting.length > 0) {
		const arriving = tickets[coming];
		const freeAt = busy[0]?.until ?? Number.POSITIVE_INFINITY;
		const counterFirst = arriving === undefined || (busy.length > 0 && freeAt <= arriving.queuedAt);
		const now = counterFirst ? freeAt : arriving.queuedAt;
		if (counterFirst) {
			const done = busy.shift();
			if (done !== undefined) watch?.ended(done.until - done.since, now);
		} else {
			waiting.push(arriving);
			coming++;
			watch?.arrived(
				arriving,
				waiting,
				busy.map(({ since }) => since),
			);
		}
		serve(now);
	}
	return tickets;
}

function ticketOf(
	{ at, class: name }: SimulatedDay["arrivals"][number],
	ordinal: number,
	classes: ReadonlyMap<string, SimulatedClass>,
): SimulatedTicket {
	const of = classes.get(name);
	if (of === undefined) throw new Error(`the class ${name} has no policy`);
	return {
		class: name,
		queuedAt: at,
		ordinal,
		rank: of.rank,
		orderAt: at - of.headStartMs,
		budget: of.overtakeBudget,
		overtaken: 0,
		startedAt: 0,
	};
}
