import {
	byArrival,
	type CallingCounter,
	type Contender,
	canServe,
	isInLineAt,
	type Line,
	type Queued,
} from "./dispatch.ts";
import { openCounters } from "./place-in-line.ts";
import type { Quote } from "./quote.ts";
import type { ServiceLaw } from "./service-law.ts";
import { type Player, playerOf, Rows } from "./twin-line.ts";
import { type Comer, HORIZON_MS, playOnce } from "./twin-run.ts";

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
	/** Who might take a number now, each as if none of the others did: quoted besides, and in nobody's way. */
	readonly newcomers?: readonly Queued[];
	/** Quote newcomers alone. */
	readonly newcomersOnly?: boolean;
};

const RUNS = 80;

/**
 * Plays the hall forward again and again by the branch's own dispatch until everybody waiting now is called, and quotes each
 * of them. Whom no open counter can serve has no quote. Chance is drawn per run and customer, not per counter: twins of two
 * halls that differ in their counters alone meet the same customers.
 */
export function quotesOf(hall: TwinHall, world: TwinWorld): Map<string, Quote> {
	const { newcomers = [], only, newcomersOnly = false, runs = RUNS } = world;
	const open = openCounters(hall);
	const servable = (ticket: Queued) => open.some((counter) => isInLineAt(hall, counter, ticket));
	const present = [...hall.tickets.values()].filter(servable).sort(byArrival);
	const guests = newcomers.filter(servable);
	const waits = [...present, ...guests].map(() => new Float64Array(runs).fill(HORIZON_MS));
	const made = (ticket: Queued, quoted: number): Player => {
		const able = open.map((counter) => isInLineAt(hall, counter, ticket));
		const { class: name, rank, budget } = ticket;
		const law = world.lawOf(ticket.services[0] ?? "");
		return playerOf({ class: name, rank, budget, able, law }, ticket, { quoted, row: -1, takesMs: 0 });
	};
	const players = present.map(made);
	const rows = new Rows(players, hall.at);
	const ghosts = guests.map((ticket, index) => made(ticket, present.length + index));
	const until = only === undefined ? null : present.findIndex((ticket) => ticket.id === only);
	const stage = { hall, open, players, rows, ghosts, comers: comersOf(open, world, rows), world };
	for (let run = 0; run < runs; run++) {
		playOnce(stage, world.chanceOf(run), { until, newcomersOnly }, (quoted, waitMs) => {
			const of = waits[quoted];
			if (of !== undefined) of[run] = waitMs;
		});
	}
	const quotes = new Map<string, Quote>();
	for (const [quoted, ticket] of [...present, ...guests].entries()) {
		const isAsked = quoted >= present.length || (newcomersOnly ? false : until === null || until === quoted);
		if (isAsked) quotes.set(ticket.id, quoteOf(waits[quoted] ?? new Float64Array()));
	}
	return quotes;
}

function quoteOf(waits: Float64Array): Quote {
	waits.sort();
	const at = (share: number) => waits[Math.min(waits.length - 1, Math.floor(share * waits.length))] ?? 0;
	return { p10Ms: at(0.1), p50Ms: at(0.5), p90Ms: at(0.9) };
}

function comersOf(open: readonly TwinCounter[], { coming, lawOf }: TwinWorld, rows: Rows): Comer[] {
	return coming.kinds.map((kind) => {
		const { class: name, rank, budget, service } = kind;
		const nobody = { class: name, rank, budget, overtaken: 0, queuedAt: 0, orderAt: 0, ordinal: 0 };
		const ticket = { ...nobody, id: "", status: "waiting", services: [service] };
		const able = open.map((counter) => canServe(counter, ticket));
		return {
			...kind,
			able,
			law: lawOf(service),
			row: rows.rowFor({ class: name, rank, budget, able }, kind.headStartMs),
		};
	});
}
