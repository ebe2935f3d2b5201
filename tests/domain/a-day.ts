import type { Someone } from "../../rules/told.ts";
import type { Actor, Place, Role } from "../../schema/actor.ts";
import type { Command, Expectation } from "../../schema/hall/command.ts";
import type { BranchConfiguration } from "../../schema/hall/configuration.ts";
import type { Answer, BranchEvent, Commit } from "../../schema/hall/event.ts";
import { defaultConfiguration } from "../../worker/domain/bank/default-configuration.ts";
import { answerOf, commitFor } from "../../worker/domain/commit/commit.ts";
import { evolve } from "../../worker/domain/commit/evolve.ts";
import type { BranchState, CounterState, Ticket } from "../../worker/domain/hall/branch-state.ts";
import { initialState } from "../../worker/domain/hall/branch-state.ts";
import type { Configured } from "../../worker/domain/hall/decision.ts";

export const BRANCH_ID = "sh-lujiazui";
const OWN: Place = { kind: "branch", branchId: BRANCH_ID };

const SHIPPED = defaultConfiguration({
	branchId: BRANCH_ID,
	name: { zh: "上海陆家嘴支行", en: "Shanghai Lujiazui" },
	region: { zh: "上海", en: "Shanghai" },
	kind: "standard",
});
/** As it ships, but one kiosk may give any number of tickets at one moment. */
export const CONFIGURATION: BranchConfiguration = { ...SHIPPED, limits: { ...SHIPPED.limits, devicePace: null } };

/** Shanghai wall-clock time as epoch milliseconds, by default on Monday 2026-11-23, an open day. */
export function at(time: string, day = "2026-11-23"): number {
	return Date.parse(`${day}T${time.length === 5 ? `${time}:00` : time}+08:00`);
}

/** The ticket id of a number given on that Monday. */
export function id(number: string): string {
	return `20261123-${number}`;
}

/** The secret page of the ticket that the commit with this seq would issue. */
export function linkOf(seq: number): string {
	return `link-${String(seq).padStart(17, "0")}`;
}

export function staff(staffId: string, role: Role, place: Place = OWN): Actor {
	return { kind: "staff", staffId, role, place };
}

export function pad(counterId: string, place: Place = OWN): Actor {
	return { kind: "device", deviceId: `pad-${counterId}`, purpose: "counter-pad", place, counterId };
}

export function customer(number: string): Actor {
	return { kind: "customer", ticketId: id(number) };
}

/** A teller for cash; counters 1 to 4 suit her. */
export const LIU = staff("liu-yang", "closed-teller");
/** A teller for cash and for the desk. */
export const CHEN = staff("chen-jing", "closed-teller");
/** A second teller for cash and for the desk. */
export const SUN = staff("sun-lei", "closed-teller");
/** A teller for the desk; counters 5 to 7 suit her. */
export const WANG = staff("wang-fang", "open-teller");
/** An adviser; counters 8, 9 and 12 suit her. */
export const XU = staff("xu-na", "relationship-manager");
export const MANAGER = staff("li-na", "lobby-manager");
export const HEAD = staff("zhang-wei", "branch-head");
export const OPERATOR = staff("operator", "head-office-operator", { kind: "bank" });
export const SYSTEM: Actor = { kind: "system" };
export const KIOSK: Actor = { kind: "device", deviceId: "kiosk-1", purpose: "kiosk", place: OWN };
export const DISPLAY: Actor = { kind: "device", deviceId: "display-1", purpose: "display", place: OWN };

type IssueMore = { readonly class?: string; readonly appointmentAt?: number };
export const issue = (services: string | string[], more: IssueMore = {}): Command => ({
	type: "issue-ticket",
	services: typeof services === "string" ? [services] : services,
	...more,
});
export const open = (counterId: string, more: { staffId?: string; modeId?: string } = {}): Command => ({
	type: "open-counter",
	counterId,
	...more,
});
export const callNext = (counterId: string): Command => ({ type: "call-next", counterId });
export const callByName = (counterId: string, number: string, reason?: string): Command => ({
	type: "call-ticket",
	counterId,
	ticketId: id(number),
	...(reason === undefined ? {} : { reason }),
});

export type TicketVerb = Extract<Command, { ticketId: string }>["type"];
/** A verb on a ticket by its number; what a verb needs besides goes into `more`. */
export function on(type: TicketVerb, number: string, more: Record<string, string> = {}): Command {
	return { type, ticketId: id(number), ...more } as Command;
}

/** What came of a command: what happened, or why nothing did. */
export type Outcome = { events: readonly BranchEvent[] } | { refused: string; detail?: string };
/** Somebody says something, or a time of the day comes. */
export type Step = readonly [actor: Actor, command: Command] | string;

/** What happened, without what was told of waits besides: the tests of quotes look at commits. */
function withoutQuotes(events: readonly BranchEvent[]): readonly BranchEvent[] {
	return events.flatMap((event): BranchEvent[] => {
		if (event.type === "waits-quoted") return [];
		if (event.type === "day-opened") {
			const { known: _, ...opened } = event;
			return [opened];
		}
		if (event.type !== "ticket-issued") return [event];
		const { quote: _, ...issued } = event;
		return [issued];
	});
}

/** A branch configured at 07:00 on Monday, and its commits; the clock then stands at 09:00. */
export function aDay(configuration: BranchConfiguration | null = CONFIGURATION) {
	let state: BranchState = initialState(BRANCH_ID);
	let now = at("07:00");
	let present: Someone[] = [];
	const commits: Commit[] = [];

	const answerTo = (actor: Actor, command: Command, expect?: Expectation): { answer: Answer; outcome: Outcome } => {
		const request = { commandId: `command-${state.seq + 1}`, command, ...(expect === undefined ? {} : { expect }) };
		const made = commitFor(state, { request, actor, now, present, link: linkOf(state.seq + 1) });
		if ("status" in made) {
			const { status: _, code, ...about } = made;
			return { answer: made, outcome: { refused: code, ...about } };
		}
		state = evolve(state, made);
		commits.push(made);
		const outcome = made.refused === undefined ? { events: withoutQuotes(made.events) } : refusalOf(made.refused);
		return { answer: answerOf(made), outcome };
	};
	const when = (actor: Actor, command: Command, expect?: Expectation): Outcome =>
		answerTo(actor, command, expect).outcome;

	const day = {
		commits,
		get state(): Configured {
			return state as Configured;
		},
		get now(): number {
			return now;
		},
		/** The clock is set, backwards too: what the branch makes of that is its own affair. */
		at(time: string | number) {
			now = typeof time === "number" ? time : at(time);
			return day;
		},
		/** Whose pages are open from now on. */
		onDuty(...who: Actor[]) {
			present = who.flatMap((each) => (each.kind === "staff" ? [{ staffId: each.staffId, roles: [each.role] }] : []));
			return day;
		},
		/** What has already happened: every step must succeed. */
		given(...steps: Step[]) {
			for (const step of steps) {
				if (typeof step === "string") day.at(step);
				else {
					const outcome = when(...step);
					if ("refused" in outcome)
						throw new Error(`${step[1].type} was refused: ${outcome.refused} ${outcome.detail}`);
				}
			}
			return day;
		},
		/** A commit as an earlier build made it. */
		replay(commit: Commit) {
			state = evolve(state, commit);
			commits.push(commit);
			return day;
		},
		/** The command whose outcome is looked at. */
		when,
		/** As `when`, for what the sender is told. */
		answer: (actor: Actor, command: Command, expect?: Expectation): Answer => answerTo(actor, command, expect).answer,
		ticket(number: string): Ticket {
			const ticket = state.tickets.get(id(number));
			if (ticket === undefined) throw new Error(`there is no ticket ${number}`);
			return ticket;
		},
		counter(counterId: string): CounterState {
			const counter = state.counters.get(counterId);
			if (counter === undefined) throw new Error(`there is no counter ${counterId}`);
			return counter;
		},
	};
	if (configuration !== null) day.given([OPERATOR, { type: "configure", configuration }]);
	return day.at("09:00");
}
export type Day = ReturnType<typeof aDay>;

function refusalOf({ code, detail }: NonNullable<Commit["refused"]>): Outcome {
	return detail === undefined ? { refused: code } : { refused: code, detail };
}

/** The types of what happened, in order; for a refusal, its code. */
export function gist(outcome: Outcome): string[] | string {
	return "refused" in outcome ? outcome.refused : outcome.events.map((event) => event.type);
}

/** The default configuration with some of it exchanged. */
export function configured(change: (configuration: BranchConfiguration) => void): BranchConfiguration {
	// Through text, because counters share their modes: each is to be changed by itself.
	const copy: BranchConfiguration = JSON.parse(JSON.stringify(CONFIGURATION));
	change(copy);
	return copy;
}
