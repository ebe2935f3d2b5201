import type { Queued } from "../../rules/dispatch.ts";
import type { ComingTickets, TwinCounter, TwinHall } from "../../rules/twin.ts";
import { seededRandom } from "../../simulation/seeded-random.ts";

export const MINUTE_MS = 60_000;
export const AT = 9 * 60 * MINUTE_MS;

/** A waiting ticket that came `minutesAgo`, of the class with this rank. */
export function waitingTicket(ordinal: number, minutesAgo: number, rank = 0, service = "cash"): Queued {
	const queuedAt = AT - minutesAgo * MINUTE_MS;
	const compete = { class: `class-${rank}`, rank, budget: 2, overtaken: 0, queuedAt, orderAt: queuedAt, ordinal };
	return { ...compete, id: `t-${ordinal}`, status: "waiting", services: [service] };
}

/** An open counter; busy since `minutesAgo`, or free. */
export function openCounter(id: string, minutesAgo: number | null, services = ["cash"]): TwinCounter {
	const serving = minutesAgo === null ? null : { service: "cash", calledAt: AT - minutesAgo * MINUTE_MS };
	return { id, status: "open", services, staffId: null, serving };
}

export function hallOf(tickets: readonly Queued[], counters: readonly TwinCounter[]): TwinHall {
	return {
		at: AT,
		tickets: new Map(tickets.map((each) => [each.id, each])),
		counters: new Map(counters.map((each) => [each.id, each])),
	};
}

export const NOBODY_COMES: ComingTickets = { startsAt: AT, slotMs: 30 * MINUTE_MS, perSlot: [], kinds: [] };

/** A generator for each run, from one seed. */
export function chanceFrom(seed: number): (run: number) => () => number {
	return (run) => seededRandom(seed * 1_009 + run).next;
}
