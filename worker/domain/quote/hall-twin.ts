import { chanceFrom } from "../../../rules/chance.ts";
import type { Contender } from "../../../rules/dispatch.ts";
import { lawOf, NOTHING_SEEN, pooled, type ServiceLaw } from "../../../rules/service-law.ts";
import type { ComingTickets, TwinCounter, TwinHall, TwinWorld } from "../../../rules/twin.ts";
import type { KnownDays } from "../../../schema/hall/quote.ts";
import { HALF_HOUR_MS } from "../../../schema/limits.ts";
import type { BranchState, Ticket } from "../hall/branch-state.ts";
import type { Configured } from "../hall/decision.ts";
import type { LearnedToday } from "../hall/learning.ts";

type TwinTicket = Ticket & Pick<Contender, "class">;

/** Tickets of a half hour of a branch of which nothing is known. */
const UNKNOWN_PER_SLOT = 10;
/** Today's level counts as known as if this many had come besides. */
const LEVEL_WEIGHT = 20;
const DAY_SLOTS = 48;

/** The hall as the twin plays it. */
export function twinOf(state: BranchState, at: number): TwinHall<TwinTicket> {
	const counters = new Map<string, TwinCounter>();
	for (const counter of state.counters.values()) {
		const ticket = counter.ticketId === null ? undefined : state.tickets.get(counter.ticketId);
		counters.set(counter.id, { ...counter, serving: ticket === undefined ? null : servingOf(ticket) });
	}
	return { at, tickets: state.tickets, counters };
}

/** Somebody called by an older build has no more than the call. */
function servingOf({ taken, services, calledAt, since }: Ticket): NonNullable<TwinCounter["serving"]> {
	if (taken !== undefined) return { service: taken.service, calledAt: taken.at };
	return { service: services[0] ?? "", calledAt: calledAt ?? since };
}

/** The same hall with everybody in it of the default class: what is told to all gives away nobody's. */
export function withoutClasses(state: Configured, hall: TwinHall<TwinTicket>): TwinHall<TwinTicket> {
	const { defaultClass } = state.configuration.dispatch;
	const { rank, budget, headStartMs } = policyOf(state, defaultClass);
	const tickets = new Map<string, TwinTicket>();
	for (const [id, ticket] of hall.tickets) {
		const orderAt = ticket.queuedAt - headStartMs;
		tickets.set(id, { ...ticket, class: defaultClass, rank, budget, overtaken: 0, orderAt });
	}
	return { ...hall, tickets };
}

/** What is known of services and of who may come; the draws are the same all day, so that a quote does not jitter. */
export function worldOf(state: Configured): Pick<TwinWorld, "lawOf" | "coming" | "chanceOf"> {
	const { known, today } = state.learning;
	const lawOfService = lawsOf(known);
	const seed = seedOf(state.day?.businessDay ?? "");
	return {
		lawOf: lawOfService,
		coming: comingTo(state, known, today),
		chanceOf: (run) => chanceFrom(Math.imul(seed, 131) + run * 7_919),
	};
}

/** How a class competes by the configuration. */
export function policyOf({ configuration }: Configured, name: string) {
	const found = configuration.dispatch.classes.find(({ id }) => id === name);
	return {
		rank: found?.rank ?? 0,
		budget: found?.overtakeBudget ?? 0,
		headStartMs: found?.headStartMs ?? 0,
	};
}

const lawsByKnown = new WeakMap<KnownDays, Map<string, ServiceLaw>>();
const UNKNOWN_LAW = lawOf(NOTHING_SEEN, NOTHING_SEEN);

/** Laws are made once for what is known, which does not change all day. A service never seen is like the others of the branch. */
function lawsOf(known: KnownDays | null): (service: string) => ServiceLaw {
	if (known === null) return () => UNKNOWN_LAW;
	const laws = lawsByKnown.get(known) ?? new Map<string, ServiceLaw>();
	lawsByKnown.set(known, laws);
	return (service) => {
		const made = laws.get(service);
		if (made !== undefined) return made;
		const branch = pooled(Object.values(known.services).map((counts) => ({ counts })));
		const law = lawOf({ counts: known.services[service] ?? [] }, branch);
		laws.set(service, law);
		return law;
	};
}

/** Who is expected yet, at the level of today so far. Of what kind they are comes from closed days: today's classes tell nothing. */
function comingTo(state: Configured, known: KnownDays | null, { arrivals, kinds }: LearnedToday): ComingTickets {
	const startsAt = state.day?.startsAt ?? 0;
	const full = Math.max(0, Math.floor((state.lastAt - startsAt) / HALF_HOUR_MS));
	const opens = Math.floor(((state.day?.firstTicketAt ?? startsAt) - startsAt) / HALF_HOUR_MS);
	const ends = Math.ceil(((state.day?.lastTicketAt ?? startsAt) - startsAt) / HALF_HOUR_MS);
	const expected = Array.from({ length: DAY_SLOTS }, (_, slot) => {
		if (slot < opens || slot >= ends) return 0;
		return known === null ? UNKNOWN_PER_SLOT : (known.arrivals[slot] ?? 0);
	});
	const sumTo = (list: readonly number[]) => list.slice(0, full).reduce((sum, each) => sum + each, 0);
	const level = (sumTo(arrivals) + LEVEL_WEIGHT) / (sumTo(expected) + LEVEL_WEIGHT);
	return {
		startsAt,
		slotMs: HALF_HOUR_MS,
		perSlot: expected.map((each) => level * each),
		kinds: kindsOf(state, known, kinds),
	};
}

function kindsOf(state: Configured, known: KnownDays | null, today: LearnedToday["kinds"]): ComingTickets["kinds"] {
	const { defaultClass } = state.configuration.dispatch;
	const counted =
		known?.kinds ??
		Object.entries(today).map(([kind, count]) => ({ service: kind.split(" ")[0] ?? "", class: defaultClass, count }));
	const classes = new Set(state.configuration.dispatch.classes.map(({ id }) => id));
	const living = counted.filter((kind) => classes.has(kind.class));
	const all = living.reduce((sum, { count }) => sum + count, 0);
	return living.map(({ service, class: name, count }) => ({
		class: name,
		...policyOf(state, name),
		service,
		share: count / all,
	}));
}

function seedOf(text: string): number {
	let seed = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) seed = Math.imul(seed ^ text.charCodeAt(index), 0x01000193);
	return seed | 0;
}
