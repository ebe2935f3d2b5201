import type { Actor } from "../../schema/actor.ts";
import type { Command, CommandType, Expectation } from "../../schema/hall/command.ts";
import type { TicketStatus } from "../../schema/hall/ticket.ts";
import type { CounterState, Ticket } from "../../worker/domain/hall/branch-state.ts";
import type { Configured } from "../../worker/domain/hall/decision.ts";
import { HEAD, KIOSK, MANAGER, OPERATOR, pad } from "./a-day.ts";
import { COMMAND_TYPES, EVERY_COMMAND } from "./every-command.ts";

/** One impulse of a random day: what it leads to depends on the hall as it then is. */
export type Move = { readonly kind: MoveKind; readonly a: number; readonly b: number; readonly c: number };
export type Intention = readonly [actor: Actor, command: Command, expect?: Expectation];

/** How often each kind comes: about as many services as arrivals, and everything else now and then. */
export const WEIGHTS = {
	issue: 140,
	callNext: 150,
	start: 120,
	finish: 120,
	open: 25,
	wait: 25,
	missed: 20,
	transfer: 20,
	comesBack: 25,
	hold: 15,
	resume: 20,
	callByName: 15,
	recall: 10,
	cancel: 10,
	redirect: 6,
	takeBack: 12,
	pause: 8,
	resumeCounter: 14,
	closeCounter: 5,
	mode: 6,
	help: 4,
	configure: 1,
	crash: 2,
	closeDay: 0.3,
	wild: 10,
} as const;
export type MoveKind = keyof typeof WEIGHTS;

const MINUTE_MS = 60_000;
/** Somebody was recognised; whom it names comes in from outside. */
const RECOGNITION = "A".repeat(168);

/** The element at a random place; undefined when there is none. */
export function at<Each>(list: readonly Each[], place: number): Each | undefined {
	return list[place % list.length];
}

function those(state: Configured, ...statuses: TicketStatus[]): Ticket[] {
	return [...state.tickets.values()].filter((ticket) => statuses.includes(ticket.status));
}
function counters(state: Configured, which: (counter: CounterState) => boolean): CounterState[] {
	return [...state.counters.values()].filter(which);
}

/** Somebody who may act on this ticket: its counter's pad or the lobby manager. */
function inCharge(ticket: Ticket, c: number): Actor {
	return ticket.counterId !== undefined && c % 3 > 0 ? pad(ticket.counterId) : MANAGER;
}

type TicketVerb = Extract<Command, { ticketId: string }>["type"];
function onTicket(type: TicketVerb, ticket: Ticket | undefined, c: number): Intention | null {
	return ticket === undefined ? null : [inCharge(ticket, c), { type, ticketId: ticket.id } as Command];
}

function issue(state: Configured, { a, b, c }: Move): Intention {
	const { services, dispatch } = state.configuration;
	const byStaff = c % 2 === 0;
	const offered = byStaff ? services : services.filter((service) => service.onKiosk);
	// Most come for one thing, and some things are asked for more than others.
	const wishes = new Set([offered[Math.min(a % offered.length, b % offered.length)]?.id ?? ""]);
	for (let more = c % 12; more < 2; more++) wishes.add(at(offered, a + b + more)?.id ?? "");
	const named = byStaff && c % 3 > 0 ? { class: at(dispatch.classes, b)?.id ?? "" } : {};
	const appointmentAt = state.lastAt + ((b % 90) - 30) * MINUTE_MS;
	const appointment = byStaff && c % 14 === 0 ? { appointmentAt } : {};
	const recognised = a % 5 === 0 ? { recognition: RECOGNITION } : {};
	const command = { type: "issue-ticket" as const, services: [...wishes], ...named, ...appointment, ...recognised };
	return [byStaff ? MANAGER : KIOSK, command];
}

function openCounter(state: Configured, { a, b, c }: Move): Intention | null {
	const closed = at(
		counters(state, (counter) => counter.status === "closed"),
		a,
	);
	if (closed === undefined) return null;
	const seated = new Set([...state.counters.values()].map((counter) => counter.staffId));
	const free = state.configuration.staff.filter((member) => !seated.has(member.id) && member.services.length > 0);
	const staffId = at(free, b)?.id ?? "";
	const modes = state.configuration.counters.find((counter) => counter.id === closed.id)?.modes ?? [];
	const mode = c % 2 === 0 ? {} : { modeId: at(modes, c)?.id ?? "" };
	return [pad(closed.id), { type: "open-counter", counterId: closed.id, staffId, ...mode }];
}

function transfer(state: Configured, { a, b, c }: Move): Intention | null {
	const ticket = at(those(state, "serving", "called", "waiting"), a);
	if (ticket === undefined) return null;
	const open = at(
		counters(state, (counter) => counter.status !== "closed"),
		b,
	);
	const service = { serviceId: at(state.configuration.services, b)?.id ?? "" };
	const where = [
		service,
		{ counterId: open?.id ?? "1" },
		{ staffId: open?.staffId ?? "nobody" },
		{ ...service, counterId: open?.id ?? "1" },
		{ serviceId: at(open?.services ?? [], c)?.toString() ?? "cash", staffId: open?.staffId ?? "nobody" },
	][c % 5];
	return [inCharge(ticket, c), { type: "transfer-ticket", ticketId: ticket.id, ...where }];
}

function callByName(state: Configured, { a, b, c }: Move): Intention | null {
	const ticket = at(those(state, "waiting"), a);
	const able = counters(state, (each) => each.services.includes(ticket?.services[0] ?? ""));
	const counter = at(able.some(isIdle) ? able.filter(isIdle) : able, b);
	if (counter === undefined || ticket === undefined) return null;
	const reason = c % 6 === 0 ? {} : { reason: "asked to" };
	return [pad(counter.id), { type: "call-ticket", counterId: counter.id, ticketId: ticket.id, ...reason }];
}

/** A configuration as it was with one thing changed; often one that the present day forbids. */
function configure(state: Configured, { a, b, c }: Move): Intention {
	const configuration: Configured["configuration"] = JSON.parse(JSON.stringify(state.configuration));
	const { classes } = configuration.dispatch;
	const ticketClass = at(classes, a);
	if (ticketClass !== undefined && c % 4 < 2) Object.assign(ticketClass, { overtakeBudget: b % 7, rank: a % 5 });
	const member = at(configuration.staff, a);
	if (c % 8 === 7 && state.day !== null) {
		const hours = { opensAt: "08:30", closesAt: `1${2 + (b % 8)}:${10 + (a % 50)}` };
		configuration.calendar.exceptions = [
			{ date: state.day.businessDay, hours, name: { zh: "调整", en: "Other hours" } },
		];
	}
	if (c % 4 === 2 && member !== undefined) member.services = configuration.services.map((service) => service.id);
	if (c % 8 === 3) configuration.counters.splice(a % configuration.counters.length, 1);
	return [OPERATOR, { type: "configure", configuration }];
}

/** Anything at all, by somebody allowed to ask, about things that mostly exist. */
function wild(state: Configured, { a, b, c }: Move): Intention {
	const type = at(
		COMMAND_TYPES.filter((each) => each !== "configure" && each !== "close-day"),
		a,
	) as CommandType;
	const command: Record<string, unknown> = { ...EVERY_COMMAND[type] };
	const ticketId = at([...state.tickets.keys(), "20261123-Z999"], b) as string;
	const counterId = at([...state.counters.keys(), "no-such-counter"], c) as string;
	if ("ticketId" in command) command.ticketId = ticketId;
	if ("counterId" in command) command.counterId = counterId;
	if (type === "open-counter") command.staffId = at(state.configuration.staff, b)?.id ?? "nobody";
	const actor = at<Actor>([pad(counterId), HEAD, MANAGER, KIOSK, { kind: "customer", ticketId }], a + b + c) as Actor;
	const expect = [{}, { counterTicket: null }, { counterTicket: ticketId }, { ticketStatus: "waiting" as const }][
		b % 4
	];
	return [actor, command as Command, expect];
}

const isIdle = (counter: CounterState) => counter.status === "open" && counter.ticketId === null;

/** What somebody wants when this impulse comes; null: nobody wants anything. */
export function intentionOf(state: Configured, move: Move): Intention | null {
	const { kind, a, b, c } = move;
	const about = (type: TicketVerb, ...statuses: TicketStatus[]) => onTicket(type, at(those(state, ...statuses), a), c);
	const inUse = (counter: CounterState) => counter.status !== "closed";
	const counter = at(counters(state, isIdle), a) ?? at(counters(state, inUse), a);
	switch (kind) {
		case "issue":
			return issue(state, move);
		case "open":
			return openCounter(state, move);
		case "callNext":
			return counter === undefined ? null : [pad(counter.id), { type: "call-next", counterId: counter.id }];
		case "callByName":
			return callByName(state, move);
		case "start":
			return about("start-service", "called");
		case "finish":
			return about("finish-service", "serving");
		case "missed":
			return about("mark-no-show", "called");
		case "comesBack":
			// Mostly those who have just been missed: who stays away long is refused.
			return onTicket("return-ticket", those(state, "no-show").at(-1 - (a % 3)), c);
		case "recall":
			return about("recall-ticket", "called");
		case "hold":
			return about("hold-ticket", "waiting", "called", "serving");
		case "resume":
			return about("resume-ticket", "held");
		case "cancel":
			return about("cancel-ticket", "waiting", "held", "called");
		case "redirect":
			return about("redirect-ticket", "waiting", "called", "serving");
		case "takeBack": {
			const from = at(
				counters(state, ({ left }) => left != null),
				a,
			);
			const ticketId = from?.left?.ticket.id;
			if (from === undefined || ticketId === undefined) return null;
			return [pad(from.id), { type: "take-back-ticket", counterId: from.id, ticketId }];
		}
		case "transfer":
			return transfer(state, move);
		case "pause":
			if (counter === undefined) return null;
			return [pad(counter.id), { type: "pause-counter", counterId: counter.id, reason: "lunch" }];
		case "resumeCounter": {
			const paused = at(
				counters(state, (each) => each.status === "paused"),
				a,
			);
			return paused === undefined ? null : [pad(paused.id), { type: "resume-counter", counterId: paused.id }];
		}
		case "closeCounter":
			return counter === undefined ? null : [MANAGER, { type: "close-counter", counterId: counter.id }];
		case "mode": {
			const modes = state.configuration.counters.find((each) => each.id === counter?.id)?.modes ?? [];
			if (counter === undefined) return null;
			const modeId = at(modes, b)?.id ?? "";
			return [pad(counter.id), { type: "change-counter-mode", counterId: counter.id, modeId }];
		}
		case "help": {
			const open = [...state.alerts.values()].find((alert) => alert.acceptedAt === null);
			if (open !== undefined && b % 2 === 0) return [MANAGER, { type: "accept-alert", alertId: open.id }];
			return [KIOSK, { type: "ask-for-help", reason: "queue" }];
		}
		case "configure":
			return configure(state, move);
		case "closeDay":
			return [MANAGER, { type: "close-day" }];
		case "wild":
			return wild(state, move);
		// Nobody wants these: time goes by, and the branch goes on from what it had written down.
		case "wait":
		case "crash":
			return null;
		default:
			return kind satisfies never;
	}
}
