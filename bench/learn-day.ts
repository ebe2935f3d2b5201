import { drawName } from "../rules/trial/simulated-day.ts";
import { seededRandom } from "../simulation/seeded-random.ts";
import type { BranchState, Ticket } from "../worker/domain/hall/branch-state.ts";
import type { Learning } from "../worker/domain/hall/learning.ts";
import { knownAfter, learningFrom, withArrival, withCall, withFreed } from "../worker/domain/quote/learn.ts";
import { interleave, spread } from "./measure/interleave.ts";
import { BenchFailure, type Measure, measure } from "./measure/measure.ts";
import { median } from "./measure/statistics.ts";

const CUSTOMERS = 1_250;
/** Days learned from before the one that is measured. */
const DAYS_BEFORE = 60;
const ROUNDS = 20;
const SEED = 20_261_123;
const MINUTE_MS = 60_000;
const DAY_MS = 9 * 60 * MINUTE_MS;
const TARGET = { of: "value", atMost: 100 } as const;
const SERVICES = new Map(Array.from({ length: 30 }, (_, at) => [`service-${at}`, 1 / 30] as const));
const CLASSES = new Map(Array.from({ length: 12 }, (_, at) => [`class-${at}`, 1 / 12] as const));

/** CPU time of all that a branch learns from a day of 1,250 customers (arrivals, how long services took, how quotes held), and of closing the day over it into what is known from then on. */
export async function learnDay(): Promise<Measure> {
	const tickets = someTickets();
	let before: Learning = learningFrom(undefined);
	for (let day = 0; day < DAYS_BEFORE; day++) before = learningFrom(knownAfter(learned(before, tickets)) ?? undefined);
	const taken = await interleave(["learn", "count"], ROUNDS, async (way) => {
		const since = process.cpuUsage();
		if (way === "count") counted(tickets);
		else if (knownAfter(learned(before, tickets))?.days !== DAYS_BEFORE + 1)
			throw new BenchFailure("nothing was learned");
		const { user, system } = process.cpuUsage(since);
		return (user + system) / 1_000;
	});
	return measure({
		value: median(taken.learn),
		baseline: median(taken.count),
		unit: "ms of CPU",
		spread: spread(taken.learn, taken.count),
		target: TARGET,
		beside: { rounds: ROUNDS, customers: CUSTOMERS, services: SERVICES.size, classes: CLASSES.size, seed: SEED },
		notes:
			"The sum of a whole day, one ticket after the other in this process; at a branch it is spread over the day. The baseline counts who came for what.",
	});
}

type Visit = { readonly ticket: Ticket; readonly calledAt: number; readonly freedAt: number };

function learned(before: Learning, visits: readonly Visit[]): Learning {
	const draft = { learning: before, day: { startsAt: 0 } } as BranchState;
	for (const { ticket, calledAt, freedAt } of visits) {
		const { id: ticketId } = ticket;
		draft.learning = withArrival(draft, { ...ticket, type: "ticket-issued" } as never, ticket.issuedAt);
		draft.learning = withCall(draft.learning, ticket, { type: "ticket-called", ticketId } as never, calledAt);
		draft.learning = withFreed(draft.learning, ticket, { type: "service-finished", ticketId } as never, freedAt);
	}
	return draft.learning;
}

function counted(visits: readonly Visit[]): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const { ticket } of visits) {
		const service = ticket.services[0] ?? "";
		counts.set(service, (counts.get(service) ?? 0) + 1);
	}
	return counts;
}

function someTickets(): Visit[] {
	const random = seededRandom(SEED);
	return Array.from({ length: CUSTOMERS }, (_, ordinal) => {
		const issuedAt = Math.round((DAY_MS * ordinal) / CUSTOMERS);
		const waitMs = Math.round(30 * MINUTE_MS * random.next());
		const service = drawName(SERVICES, random);
		const quote = { p10Ms: 5 * MINUTE_MS, p50Ms: 15 * MINUTE_MS, p90Ms: 25 * MINUTE_MS, ahead: ordinal % 20 };
		const calledAt = issuedAt + waitMs;
		const about = { services: [service], class: drawName(CLASSES, random), issuedAt, promised: quote };
		const ticket = { ...about, id: `ticket-${ordinal}`, taken: { service, at: calledAt } } as unknown as Ticket;
		return { ticket, calledAt, freedAt: calledAt + Math.round(MINUTE_MS * (1 + 15 * random.next())) };
	});
}
