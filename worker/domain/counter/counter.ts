import { canServe } from "../../../rules/dispatch.ts";
import type { Command } from "../../../schema/hall/command.ts";
import type { Counter, CounterMode, StaffMember } from "../../../schema/hall/configuration.ts";
import type { BranchEvent } from "../../../schema/hall/event.ts";
import { dayForWork } from "../day/day.ts";
import type { BranchState, CounterState } from "../hall/branch-state.ts";
import {
	type Configured,
	type Context,
	counterOf,
	type Decision,
	isRefusal,
	type Refusal,
	refuse,
} from "../hall/decision.ts";
import { staffOf } from "../people/staff.ts";
import { counterKindsOf } from "./counter-roles.ts";

type Of<Type extends Command["type"]> = Extract<Command, { type: Type }>;

/** Signs somebody on. The first counter of a day opens the day. */
export function openCounter(state: Configured, command: Of<"open-counter">, context: Context): Decision {
	const counter = counterOf(state, command.counterId);
	if (isRefusal(counter)) return counter;
	if (counter.status !== "closed") return refuse("counter-not-closed", counter.id);
	const member = memberToSignOn(state, command, context);
	if (isRefusal(member)) return member;
	for (const other of state.counters.values()) {
		if (other.staffId === member.id) return refuse("already-signed-on", other.id);
	}
	const run = modeFor(state, counter.id, command.modeId, member.id);
	if (isRefusal(run)) return run;
	const work = dayForWork(state, context.now);
	if (isRefusal(work)) return work;
	return {
		events: [...work.events, { type: "counter-opened", counterId: counter.id, staffId: member.id, ...run }],
	};
}

function memberToSignOn(state: Configured, command: Of<"open-counter">, context: Context): StaffMember | Refusal {
	const own = context.actor.kind === "staff" ? context.actor.staffId : undefined;
	const staffId = command.staffId ?? own;
	if (staffId === undefined) return refuse("unknown-staff");
	return staffOf(state).find((each) => each.id === staffId) ?? refuse("unknown-staff", staffId);
}

/** A counter in one of its modes. */
export type Run = { readonly modeId: string; readonly kind: CounterMode["kind"]; readonly services: string[] };

/** A mode with a person, and whether a role of theirs works at that kind of counter; if not, it does nothing. */
type RunOf = Run & { readonly maySit: boolean };

/** What a counter does in a mode with this person: never more than either may. Null: no such counter, mode or person. */
export function runOf(
	{ configuration, people }: Pick<Configured, "configuration" | "people">,
	counterId: string,
	modeId: string | undefined,
	staffId: string | null,
): RunOf | null {
	const modes = configuration.counters.find((each) => each.id === counterId)?.modes ?? [];
	const mode = modeId === undefined ? modes[0] : modes.find((each) => each.id === modeId);
	const member = staffOf({ configuration, people }).find((each) => each.id === staffId);
	if (mode === undefined || member === undefined) return null;
	const maySit = counterKindsOf({ configuration, people }, member).includes(mode.kind);
	const services = maySit ? mode.services.filter((id) => member.services.includes(id)) : [];
	return { modeId: mode.id, kind: mode.kind, maySit, services };
}

function modeFor(
	state: Configured,
	counterId: string,
	modeId: string | undefined,
	staffId: string | null,
): Run | Refusal {
	const run = runOf(state, counterId, modeId, staffId);
	if (run === null) return refuse("unknown-mode", modeId);
	const { maySit, ...rest } = run;
	if (!maySit) return refuse("role-not-at-counter", counterId);
	return rest.services.length === 0 ? refuse("counter-cannot-serve", counterId) : rest;
}

export function pauseCounter(state: Configured, command: Of<"pause-counter">): Decision {
	const counter = counterOf(state, command.counterId);
	if (isRefusal(counter)) return counter;
	if (counter.status !== "open") return refuse("counter-not-open", counter.id);
	if (counter.ticketId !== null) return refuse("counter-busy", counter.id);
	return { events: [{ type: "counter-paused", counterId: counter.id, reason: command.reason }] };
}

export function resumeCounter(state: Configured, command: Of<"resume-counter">): Decision {
	const counter = counterOf(state, command.counterId);
	if (isRefusal(counter)) return counter;
	if (counter.status !== "paused") return refuse("counter-not-paused", counter.id);
	return { events: [{ type: "counter-resumed", counterId: counter.id }] };
}

export function closeCounter(state: Configured, command: Of<"close-counter">): Decision {
	const counter = counterOf(state, command.counterId);
	if (isRefusal(counter)) return counter;
	if (counter.status === "closed") return refuse("counter-not-open", counter.id);
	if (counter.ticketId !== null) return refuse("counter-busy", counter.id);
	return { events: closing(state, counter) };
}

/** What closing a counter comes to: tickets that waited for it or for its person go back to anybody able. */
export function closing(state: BranchState, counter: CounterState): BranchEvent[] {
	const after: CounterState = { ...counter, staffId: null, services: [], status: "closed" };
	return [{ type: "counter-closed", counterId: counter.id }, ...releases(state, counter, after)];
}

export function changeCounterMode(state: Configured, command: Of<"change-counter-mode">): Decision {
	const counter = counterOf(state, command.counterId);
	if (isRefusal(counter)) return counter;
	if (counter.status === "closed") return refuse("counter-not-open", counter.id);
	if (counter.ticketId !== null) return refuse("counter-busy", counter.id);
	const run = modeFor(state, counter.id, command.modeId, counter.staffId);
	if (isRefusal(run)) return run;
	const after: CounterState = { ...counter, services: run.services };
	return {
		events: [{ type: "counter-mode-changed", counterId: counter.id, ...run }, ...releases(state, counter, after)],
	};
}

/** Tickets bound to what this counter was and can no longer be: they go back to anybody able. */
function releases(state: BranchState, before: CounterState, after: CounterState): BranchEvent[] {
	const events: BranchEvent[] = [];
	for (const ticket of state.tickets.values()) {
		if (ticket.target !== undefined && canServe(before, ticket) && !canServe(after, ticket)) {
			events.push({ type: "ticket-released", ticketId: ticket.id });
		}
	}
	return events;
}

/** The state of a counter that nobody has opened. */
export function closedCounter(counter: Counter, at: number): CounterState {
	const mode = counter.modes[0];
	if (mode === undefined) throw new Error(`counter ${counter.id} has no mode`);
	return {
		id: counter.id,
		status: "closed",
		modeId: mode.id,
		kind: mode.kind,
		services: [],
		staffId: null,
		ticketId: null,
		pauseReason: null,
		since: at,
	};
}
