import type { Commit } from "../../../schema/hall/event.ts";
import type { ArrivalCount, Rollup } from "../../../schema/hall/report.ts";
import { halfHourOf } from "../day/business-day.ts";
import { type DayFacts, factsOf } from "./day-facts.ts";
import { quoteScore } from "./quote-report.ts";
import { countsOf, waitsOf } from "./report.ts";
import type { VisitFact } from "./visit-facts.ts";

type Slot = Rollup["slots"][number];

/** The day so far in absolute figures, from its commits alone; null before a day was opened. */
export function rollupOf(commits: Iterable<Commit>): Rollup | null {
	const facts = factsOf(commits);
	return facts === null ? null : rollupFrom(facts);
}

/** As `rollupOf`, of commits that were folded before. */
export function rollupFrom(facts: DayFacts): Rollup {
	const visits = [...facts.visits.values()];
	const open = visits.filter((visit) => visit.outcome === null);
	return {
		branchId: facts.configuration.branchId,
		businessDay: facts.businessDay,
		dayStatus: facts.closedAt === null ? "open" : "closed",
		at: facts.lastAt,
		tickets: { ...countsOf(visits), unserved: facts.closedAt === null ? 0 : countsOf(visits).unserved },
		waits: waitsOf(visits.flatMap((visit) => visit.waits)),
		quotes: quoteScore(visits),
		slots: slotsOf(facts, visits),
		arrivals: arrivalsOf(facts, visits),
		waiting: open.filter((visit) => visit.counterId === null && visit.wait.awayAt === null).length,
		countersOpen: facts.openCounters.size,
	};
}

/** Who was carried over from the day before came then, and not today. */
function arrivalsOf({ configuration }: DayFacts, visits: readonly VisitFact[]): ArrivalCount[] {
	const counts = new Map<string, ArrivalCount>();
	for (const { firstService: serviceId, issuedAt, carriedIn } of visits) {
		if (carriedIn) continue;
		const halfHour = halfHourOf(configuration.timeZone, issuedAt);
		const key = `${halfHour} ${serviceId}`;
		const count = counts.get(key) ?? { serviceId, halfHour, issued: 0 };
		count.issued++;
		counts.set(key, count);
	}
	return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
}

/** Each figure in the half hour in which it happened. */
function slotsOf(facts: DayFacts, visits: readonly VisitFact[]): Slot[] {
	const slots = new Map<string, Slot>();
	const at = (time: number): Slot => {
		const id = halfHourOf(facts.configuration.timeZone, time);
		const known = slots.get(id);
		if (known !== undefined) return known;
		const fresh: Slot = {
			id,
			issued: 0,
			called: 0,
			served: 0,
			noShows: 0,
			cancelled: 0,
			waitedMs: 0,
			longestWaitMs: 0,
		};
		slots.set(id, fresh);
		return fresh;
	};
	for (const visit of visits) {
		at(visit.issuedAt).issued++;
		for (const wait of visit.waits) {
			const slot = at(wait.calledAt);
			slot.called++;
			slot.waitedMs += wait.ms;
			slot.longestWaitMs = Math.max(slot.longestWaitMs, wait.ms);
		}
		if (visit.endedAt === null || visit.outcome === null) continue;
		if (visit.outcome === "served") at(visit.endedAt).served++;
		if (visit.outcome === "no-show") at(visit.endedAt).noShows++;
		if (visit.outcome === "cancelled") at(visit.endedAt).cancelled++;
	}
	return [...slots.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
