import { holds } from "../../../rules/holding.ts";
import type { Actor } from "../../../schema/actor.ts";
import type { Command } from "../../../schema/hall/command.ts";
import { REOPEN_WITHIN_MS } from "../../../schema/limits.ts";
import { runOf } from "../counter/counter.ts";
import { dayOn } from "../day/business-day.ts";
import type { ClosingState, CounterState, DayState } from "../hall/branch-state.ts";
import { type Configured, type Context, type Decision, refuse } from "../hall/decision.ts";

/** A reopened day does not close itself sooner than this, however late it is. */
const REOPENED_FOR_MS = 1_800_000;

/** Takes back a closing: everybody is where they were, numbers go on. */
export function reopenDay(
	state: Configured,
	{ reason }: Extract<Command, { type: "reopen-day" }>,
	{ actor, now }: Context,
): Decision {
	const { day, closing } = state;
	if (day === null || day.status === "open") return refuse("day-not-closed");
	if (closing === null || now > closing.at + REOPEN_WITHIN_MS) return refuse("reopen-too-late", day.businessDay);
	if (!mayReopen(actor, closing)) return refuse("reopen-not-yours", day.businessDay);
	const counters = closing.counters.filter((counter) => canGoOn(state, counter));
	return {
		events: [
			{
				type: "day-reopened",
				...hoursAgain(state, day, now),
				reason,
				tickets: closing.tickets.filter((ticket) => isKnown(state, ticket)).map((ticket) => ticket.id),
				counters: counters.map((counter) => counter.id),
			},
		],
	};
}

/** Who closed it, or a head: whoever else wants it open asks one of them. */
function mayReopen(actor: Actor, closing: ClosingState): boolean {
	if (holds(actor, "day.oversee")) return true;
	return actor.kind === "staff" && closing.actor.kind === "staff" && closing.actor.staffId === actor.staffId;
}

/** The day's hours by the present configuration, which may be another than when it was closed. */
function hoursAgain({ configuration }: Configured, day: DayState, now: number) {
	const { status: _, rollsOver: _never, ...before } = day;
	const timeZone = day.timeZone ?? configuration.timeZone;
	const planned = dayOn({ ...configuration, timeZone }, day.businessDay);
	// A zone of time that was changed meanwhile begins with the next day.
	const hours = planned?.startsAt === day.startsAt ? { ...before, ...planned } : before;
	const closesItselfAt = Math.max(hours.closesItselfAt, now + REOPENED_FOR_MS);
	return { ...hours, closesItselfAt, closesAtLatestAt: Math.max(hours.closesAtLatestAt ?? 0, closesItselfAt) };
}

/** Whether a counter can be as it was: it, its mode and its person are still what they were. */
function canGoOn(state: Configured, counter: CounterState): boolean {
	const run = runOf(state, counter.id, counter.modeId, counter.staffId);
	if (!run?.maySit || run.kind !== counter.kind) return false;
	return counter.services.every((id) => run.services.includes(id));
}

function isKnown({ configuration }: Configured, ticket: ClosingState["tickets"][number]): boolean {
	const services = new Set(configuration.services.map((each) => each.id));
	return (
		ticket.services.every((id) => services.has(id)) &&
		configuration.dispatch.classes.some((each) => each.id === ticket.class)
	);
}
