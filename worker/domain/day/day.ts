import type { BranchEvent } from "../../../schema/hall/event.ts";
import type { BranchState, DayState } from "../hall/branch-state.ts";
import { type Configured, type Decision, type Refusal, refuse } from "../hall/decision.ts";
import { businessDayAt, dayAt } from "./business-day.ts";
import { following, knownOf, rollOver, sectionsOf, takeOver } from "./roll-over.ts";

type Day = Omit<DayState, "status" | "rollsOver">;

/** The day to work in: the open one, or today's, with the event that opens it. */
export function dayForWork(
	state: Configured,
	now: number,
): { readonly day: Day; readonly events: readonly BranchEvent[] } | Refusal {
	if (state.day?.status === "open") return { day: state.day, events: [] };
	if (state.day !== null && businessDayAt(state.configuration.timeZone, now) <= state.day.businessDay) {
		return refuse("day-closed", state.day.businessDay);
	}
	const day = dayAt(state.configuration, now);
	if (day === null) return refuse("branch-closed-today");
	if (now >= day.closesItselfAt) return refuse("after-last-ticket");
	const people = state.people === null ? {} : { people: [...state.people] };
	const opened = { ...day, configuration: state.configuration, ...people, ...sectionsOf(state), ...knownOf(state) };
	return { day, events: [{ type: "day-opened", ...opened }] };
}

/** Ends the day for everybody: whoever was not served is told so, with a reason. */
export function closeDay(state: BranchState, by: "staff" | "clock"): Decision {
	const day = state.day;
	if (day === null || day.status === "closed") return refuse("day-not-open");
	return { events: endings(state, day, by) };
}

function endings(state: BranchState, day: DayState, by: "staff" | "clock"): BranchEvent[] {
	const events: BranchEvent[] = [];
	for (const ticket of state.tickets.values()) {
		const ticketId = ticket.id;
		if (ticket.status === "ended") continue;
		if (ticket.status === "no-show") {
			events.push({ type: "ticket-ended", ticketId, outcome: "no-show" });
			continue;
		}
		const serviceId = ticket.services[0];
		if (ticket.status === "serving" && serviceId !== undefined) {
			events.push({ type: "service-finished", ticketId, serviceId, outcome: "day-closed" });
		}
		events.push({ type: "ticket-ended", ticketId, outcome: "unserved", reason: `day-closed-while-${ticket.status}` });
	}
	for (const counter of state.counters.values()) {
		if (counter.status !== "closed") events.push({ type: "counter-closed", counterId: counter.id });
	}
	events.push({ type: "day-closed", businessDay: day.businessDay, by });
	return events;
}

/** What has become due of the day by itself; without anything due there are no events. */
export function dayTick(state: Configured, now: number): Decision {
	const dueAt = dayDueAt(state);
	if (state.day === null || dueAt === null || now < dueAt) return { events: [] };
	const next = following(state, state.day, now);
	if (state.day.status === "closed") {
		return { events: next === null ? endings(state, state.day, "clock") : takeOver(state, next) };
	}
	const someone = isBusy(state) || [...state.counters.values()].some((counter) => counter.status !== "closed");
	return next !== null && someone ? { events: rollOver(state, state.day, now) } : closeDay(state, "clock");
}

/** When the day must end or begin by itself, epoch milliseconds; null: nothing is due. */
export function dayDueAt(state: BranchState): number | null {
	const { day } = state;
	if (day === null) return null;
	if (day.status === "closed") return day.rollsOver === true ? day.endsAt : null;
	return isBusy(state) ? Math.max(day.closesItselfAt, day.closesAtLatestAt ?? day.endsAt) : day.closesItselfAt;
}

/** Whether closing now would send somebody away: who is at a counter, or who waits while somebody is signed on. */
function isBusy(state: BranchState): boolean {
	let waits = false;
	for (const { status } of state.tickets.values()) {
		if (status === "called" || status === "serving") return true;
		if (status === "waiting") waits = true;
	}
	if (!waits) return false;
	for (const counter of state.counters.values()) if (counter.status !== "closed") return true;
	return false;
}
