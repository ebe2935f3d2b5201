import type { Carried, CarriedCounter, CarriedTicket } from "../../../schema/hall/carried.ts";
import type { BranchEvent } from "../../../schema/hall/event.ts";
import type { KnownDays } from "../../../schema/hall/quote.ts";
import type { BranchState, CounterState, DayState, Ticket } from "../hall/branch-state.ts";
import type { Configured } from "../hall/decision.ts";
import { knownAfter } from "../quote/learn.ts";
import { beginsAt, dayAt } from "./business-day.ts";

type Day = Omit<DayState, "status" | "rollsOver">;

/** The day that goes on where `day` ends, at midnight; null when it does not, or that midnight is long past. */
export function following({ configuration }: Configured, day: DayState, now: number): Day | null {
	if (now < day.endsAt) return null;
	const next = dayAt(configuration, now);
	return next !== null && next.startsAt === day.endsAt && beginsAt(next) <= day.endsAt ? next : null;
}

/** The old day's last events: its figures end here, nobody's visit does, save of who can return no more. */
export function rollOver(state: Configured, { businessDay }: DayState, now: number): BranchEvent[] {
	const events: BranchEvent[] = [];
	const rollsOver: string[] = [];
	for (const { id, status, since } of state.tickets.values()) {
		if (status === "ended") continue;
		const isGone = status === "no-show" && now - since > state.configuration.limits.returnGraceMs;
		if (isGone) events.push({ type: "ticket-ended", ticketId: id, outcome: "no-show" });
		else rollsOver.push(id);
	}
	return [...events, { type: "day-closed", businessDay, by: "clock", rollsOver }];
}

/** The new day's first event: it begins with whoever was in the hall at midnight. */
export function takeOver(state: Configured, day: Day): BranchEvent[] {
	const people = state.people === null ? {} : { people: [...state.people] };
	const { configuration } = state;
	const before = { ...people, ...sectionsOf(state), ...knownOf(state) };
	return [{ type: "day-opened", ...day, configuration, ...before, carried: carriedOf(state) }];
}

/** The versions of sections that the new day works by. */
export function sectionsOf({ sections }: BranchState): { readonly sections?: Record<string, string> } {
	return Object.keys(sections).length === 0 ? {} : { sections: { ...sections } };
}

/** What the days before taught about waits, as the new day is told. */
export function knownOf({ learning }: BranchState): { readonly known?: KnownDays } {
	const known = knownAfter(learning);
	return known === null ? {} : { known };
}

function carriedOf(state: BranchState): Carried {
	const living = [...state.tickets.values()].filter((ticket) => ticket.status !== "ended");
	const inUse = [...state.counters.values()].filter((counter) => counter.status !== "closed");
	return {
		tickets: living.map((ticket, index) => carriedTicket(ticket, index + 1 - living.length)),
		counters: inUse.map(carriedCounter),
	};
}

function carriedTicket({ changedSeq: _, outcome: _never, alerted, ...ticket }: Ticket, ordinal: number): CarriedTicket {
	const marks = alerted === undefined ? {} : { alerted: [...alerted] };
	return { ...ticket, ...marks, ordinal, services: [...ticket.services] };
}

function carriedCounter({ status, services, left: _, ...counter }: CounterState): CarriedCounter {
	return { ...counter, status: status === "paused" ? "paused" : "open", services: [...services] };
}
