import {
	byArrival,
	type CallingCounter,
	type Contender,
	canServe,
	isInLineAt,
	type Line,
	pick,
	type Queued,
} from "./dispatch.ts";
import { openCounters } from "./place-in-line.ts";
import type { Quote } from "./quote.ts";
import { residualMs, type ServiceLaw } from "./service-law.ts";

/** A counter with what it does now; null while it is free. */
export type TwinCounter = CallingCounter & {
	readonly serving: { readonly service: string; readonly calledAt: number } | null;
};

/** A hall as it is at one moment, epoch ms. */
export type TwinHall<Each extends Queued = Queued> = Line<Each> & {
	readonly at: number;
	readonly counters: ReadonlyMap<string, TwinCounter>;
};

/** Who may yet come: so many in each slot of the day, and of what kind. */
export type ComingTickets = {
	readonly startsAt: number;
	readonly slotMs: number;
	/** Expected tickets of each slot; after the last nobody comes. */
	readonly perSlot: readonly number[];
	readonly kinds: readonly (Pick<Contender, "class" | "rank" | "budget"> & {
		readonly headStartMs: number;
		readonly service: string;
		readonly share: number;
	})[];
};

export type TwinWorld = {
	/** How long a service keeps its counter, from the call to the end. */
	readonly lawOf: (service: string) => ServiceLaw;
	readonly coming: ComingTickets;
	/** A seeded generator, uniform in [0, 1), of each run: the same ones give the same quotes. */
	readonly chanceOf: (run: number) => () => number;
	/** How often the hall is played forward. */
	readonly runs?: number;
	/** Stop when this one is called, if only its quote is wanted. */
	readonly only?: string;
};

/** A ticket in thought. Its fields stand in one order wherever one is made: the engine knows one shape, and a hall costs half. */
type Player = Contender & {
	overtaken: number;
	readonly able: readonly boolean[];
	readonly law: ServiceLaw;
	/** Its place among the quoted; -1 of one who has yet to come. */
	readonly quoted: number;
	readonly takesMs: number;
};

const RUNS = 80;
/** A wait is followed no longer than this. */
const HORIZON_MS = 4 * 3_600_000;

/**
 * Plays the hall forward again and again by the branch's own dispatch until everybody waiting now is called, and quotes each
 * of them. Whom no open counter can serve has no quote. Chance is drawn per run and customer, not per counter: twins of two
 * halls that differ in their counters alone meet the same customers.
 */
export function quotesOf(hall: TwinHall, world: TwinWorld): Map<string, Quote> {
	const open = openCounters(hall);
	const present = [...hall.tickets.values()]
		.filter((ticket) => open.some((counter) => isInLineAt(hall, counter, ticket)))
		.sort(byArrival);
	const runs = world.runs ?? RUNS;
	const waits = present.map(() => new Float64Array(runs).fill(HORIZON_MS));
	const players = present.map((ticket, quoted) => {
		const able = open.map((counter) => isInLineAt(hall, counter, ticket));
		return playerOf(ticket, ticket, able, world.lawOf(ticket.services[0] ?? ""), quoted, 0);
	});
	const until = world.only === undefined ? null : present.findIndex((ticket) => ticket.id === world.only);
	const comers = comersOf(open, world);
	for (let run = 0; run < runs; run++) {
		playOnce(hall, open, players, comers, world, world.chanceOf(run), until, (quoted, waitMs) => {
			const of = waits[quoted];
			if (of !== undefined) of[run] = waitMs;
		});
	}
	const quotes = new Map<string, Quote>();
	for (const [quoted, ticket] of present.entries()) {
		if (until === null || until === quoted) quotes.set(ticket.id, quoteOf(waits[quoted] ?? new Float64Array()));
	}
	return quotes;
}

function quoteOf(waits: Float64Array): Quote {
	waits.sort();
	const at = (share: number) => waits[Math.min(waits.length - 1, Math.floor(share * waits.length))] ?? 0;
	return { p10Ms: at(0.1), p50Ms: at(0.5), p90Ms: at(0.9) };
}

function playerOf(
	{ class: name, rank, budget }: Pick<Contender, "class" | "rank" | "budget">,
	{ overtaken, queuedAt, orderAt, ordinal }: Pick<Contender, "overtaken" | "queuedAt" | "orderAt" | "ordinal">,
	able: readonly boolean[],
	law: ServiceLaw,
	quoted: number,
	chance: number,
): Player {
	const takesMs = law[Math.floor(chance * law.length)] ?? 0;
	return { class: name, rank, budget, overtaken, queuedAt, orderAt, ordinal, able, law, quoted, takesMs };
}

type Comer = ComingTickets["kinds"][number] & { readonly able: readonly boolean[]; readonly law: ServiceLaw };

function comersOf(open: readonly TwinCounter[], { coming, lawOf }: TwinWorld): Comer[] {
	return coming.kinds.map((kind) => {
		const { class: name, rank, budget, service } = kind;
		const nobody = { class: name, rank, budget, overtaken: 0, queuedAt: 0, orderAt: 0, ordinal: 0 };
		const ticket = { ...nobody, id: "", status: "waiting", services: [service] };
		return { ...kind, able: open.map((counter) => canServe(counter, ticket)), law: lawOf(service) };
	});
}

function playOnce(
	hall: TwinHall,
	open: readonly TwinCounter[],
	players: readonly Player[],
	comers: readonly Comer[],
	{ lawOf, coming }: TwinWorld,
	random: () => number,
	until: number | null,
	onCall: (quoted: number, waitMs: number) => void,
): void {
	const freeAt = open.map(({ serving }) =>
		serving === null ? hall.at : hall.at + residualMs(lawOf(serving.service), hall.at - serving.calledAt, random()),
	);
	const line = players.map((each) => playerOf(each, each, each.able, each.law, each.quoted, random()));
	const arrivals = arrivalsOf(hall.at, coming, comers, random, players.at(-1)?.ordinal ?? 0);
	let next = arrivals.next().value;
	let left = players.length;
	let now = hall.at;
	while (left > 0) {
		let counter = soonest(freeAt);
		const counterAt = Math.max(now, freeAt[counter] ?? Number.POSITIVE_INFINITY);
		if (next !== undefined && next.queuedAt < counterAt) {
			now = next.queuedAt;
			line.push(next);
			const idle = freeAt.findIndex((at, index) => at === IDLE && next?.able[index] === true);
			next = arrivals.next().value;
			if (idle < 0) continue;
			counter = idle;
		} else now = counterAt;
		if (now - hall.at > HORIZON_MS) return;
		const called = callAt(line, counter);
		freeAt[counter] = called === undefined ? IDLE : now + called.takesMs;
		if (called === undefined || called.quoted < 0) continue;
		onCall(called.quoted, now - hall.at);
		left--;
		if (called.quoted === until) return;
	}
}

/** A counter that found nobody waits until somebody comes for it. */
const IDLE = Number.POSITIVE_INFINITY;

function soonest(freeAt: readonly number[]): number {
	let best = 0;
	for (let index = 1; index < freeAt.length; index++) {
		if ((freeAt[index] ?? IDLE) < (freeAt[best] ?? IDLE)) best = index;
	}
	return best;
}

/** The branch's own choice, with its overtakes; the line stands in order of arrival. */
function callAt(line: Player[], counter: number): Player | undefined {
	const eligible: Player[] = [];
	for (const each of line) if (each.able[counter] === true) eligible.push(each);
	const called = pick(eligible);
	if (called === undefined) return undefined;
	for (const each of eligible) {
		if (each === called) break;
		each.overtaken++;
	}
	line.splice(line.indexOf(called), 1);
	return called;
}

/** Poisson arrivals slot by slot from `at` on. */
function* arrivalsOf(
	at: number,
	{ startsAt, slotMs, perSlot }: ComingTickets,
	comers: readonly Comer[],
	random: () => number,
	lastOrdinal: number,
): Generator<Player, undefined> {
	let ordinal = lastOrdinal;
	let from = Math.max(at, startsAt);
	for (let slot = Math.max(0, Math.floor((at - startsAt) / slotMs)); slot < perSlot.length; slot++) {
		const endsAt = startsAt + (slot + 1) * slotMs;
		const gapMs = slotMs / Math.max(1e-9, perSlot[slot] ?? 0);
		const gap = () => -gapMs * Math.log(1 - random());
		for (let next = from + gap(); next < endsAt; next += gap()) {
			const comer = chosen(comers, random());
			const takes = random();
			if (comer === undefined) continue;
			const { able, law, headStartMs } = comer;
			ordinal++;
			const since = { overtaken: 0, queuedAt: next, orderAt: next - headStartMs, ordinal };
			yield playerOf(comer, since, able, law, -1, takes);
		}
		from = endsAt;
	}
	return undefined;
}

function chosen(comers: readonly Comer[], chance: number): Comer | undefined {
	let left = chance;
	for (const each of comers) {
		left -= each.share;
		if (left < 0) return each;
	}
	return comers.at(-1);
}
