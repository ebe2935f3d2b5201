import {
	isSettledWait,
	longServiceMs,
	longWaitMs,
	type OngoingWait,
	tooLongAt,
} from "../../../rules/measure/too-long.ts";
import { noticeLimits } from "../../../rules/measure/usual-limits.ts";
import type { AlertKind } from "../../../schema/hall/alert.ts";
import type { BranchConfiguration, Service } from "../../../schema/hall/configuration.ts";
import type { BranchEvent } from "../../../schema/hall/event.ts";
import { OPEN_ALERTS_MAX } from "../../../schema/limits.ts";
import type { AlertState } from "../hall/alert-state.ts";
import { type BranchState, type Ticket, waitOf } from "../hall/branch-state.ts";
import { type Context, isRefusal } from "../hall/decision.ts";
import { type NewAlert, raiseAlert } from "./raise.ts";

/** What will be too long before closing time, and from when on; a ticket is the cause of one alert of a kind at most. */
type Pending = {
	readonly at: number;
	readonly ticket: Ticket;
	readonly service: Service;
	readonly kind: "long-service" | "long-wait";
};

/** When the next service or wait becomes too long; null: none will, as things stand. */
export function nextTooLongAt(state: BranchState): number | null {
	let next: number | null = null;
	eachPending(state, (at) => {
		if (next === null || at < next) next = at;
	});
	return next;
}

/** Alerts of what has become too long: one for each service, and one for each line, about whoever waits longest in it. */
export function tooLong(state: BranchState, { now, present }: Pick<Context, "now" | "present">): BranchEvent[] {
	const due: Pending[] = [];
	eachPending(state, (at, ticket, service, kind) => {
		if (at <= now) due.push({ at, ticket, service, kind });
	});
	const raised = new Set<string>();
	const events: BranchEvent[] = [];
	for (const pending of due.sort((a, b) => a.at - b.at)) {
		const alert = alertOf(state, pending);
		const name = `${alert.kind} ${alert.about}`;
		if (raised.has(name)) continue;
		raised.add(name);
		const made = raiseAlert(state, alert, { actor: { kind: "system" }, now, present }, events.length);
		if (!isRefusal(made)) events.push(...made.events);
	}
	return events;
}

function alertOf(
	{ configuration }: BranchState,
	{ at, ticket, service, kind }: Pending,
): NewAlert<"long-service" | "long-wait"> {
	if (kind === "long-service") {
		const where =
			ticket.counterId === undefined ? {} : { where: { kind: "counter", counterId: ticket.counterId } as const };
		return { kind, reason: "over-usual", ...where, about: ticket.id };
	}
	const isOver = at >= ongoing(ticket).readyAt + longWaitMs(service.targetWaitMs, noticeLimits(configuration));
	const where = { kind: "ticket", ticketId: ticket.id } as const;
	return { kind, reason: isOver ? "over-limit" : "foreseen", where, about: service.id };
}

/** Whoever is the cause of an alert is the cause of no other of its kind; of a long wait that are all who wait too long by then. */
export function markCauses(
	draft: BranchState,
	event: Extract<BranchEvent, { type: "alert-raised" }>,
	at: number,
): void {
	const mark = (ticket: Ticket | undefined, kind: AlertKind) => {
		if (ticket !== undefined) draft.tickets.set(ticket.id, { ...ticket, alerted: [...(ticket.alerted ?? []), kind] });
	};
	if (event.kind === "long-service") return mark(draft.tickets.get(event.about), event.kind);
	if (event.kind !== "long-wait") return;
	const limitMs = longWaitLimit(draft, event.about);
	if (limitMs === null) return;
	const limits = noticeLimits(draft.configuration);
	for (const ticket of draft.tickets.values()) {
		if (isInLineFor(event.about, ticket) && tooLongAt(ongoing(ticket), limitMs, limits) <= at) mark(ticket, event.kind);
	}
}

/** What is too long no more: the customer has left the counter, or nobody in the line waits too long. */
export function isSettled({ kind, about }: AlertState, state: BranchState, at: number): boolean {
	if (kind === "long-service") return state.tickets.get(about)?.status !== "serving";
	if (kind !== "long-wait") return false;
	const limitMs = longWaitLimit(state, about);
	if (limitMs === null) return true;
	const limits = noticeLimits(state.configuration);
	for (const ticket of state.tickets.values()) {
		if (isInLineFor(about, ticket) && !isSettledWait(ongoing(ticket), limitMs, limits, at)) return false;
	}
	return true;
}

type OnPending = (at: number, ticket: Ticket, service: Service, kind: Pending["kind"]) => void;

/** After each commit somebody asks for the next: nothing is made here for what is not due. */
function eachPending({ configuration, day, alerts, tickets }: BranchState, onPending: OnPending): void {
	if (configuration === null || day?.status !== "open" || alerts.size >= OPEN_ALERTS_MAX) return;
	const services = servicesOf(configuration);
	const known = linesKnown(alerts);
	const limits = noticeLimits(configuration);
	for (const ticket of tickets.values()) {
		const isServing = ticket.status === "serving";
		if (!isServing && ticket.status !== "waiting") continue;
		const kind = isServing ? "long-service" : "long-wait";
		const service = services.get(ticket.services[0] ?? "");
		if (service === undefined || wasCause(ticket, kind)) continue;
		if (!isServing && known.includes(service.id)) continue;
		const at = isServing
			? ticket.since + longServiceMs(service.usualServiceMs, limits)
			: tooLongAt(ongoing(ticket), longWaitMs(service.targetWaitMs, limits), limits);
		if (at < day.closesAt) onPending(at, ticket, service, kind);
	}
}

const servicesByConfiguration = new WeakMap<BranchConfiguration, ReadonlyMap<string, Service>>();

function servicesOf(configuration: BranchConfiguration): ReadonlyMap<string, Service> {
	const known = servicesByConfiguration.get(configuration);
	if (known !== undefined) return known;
	const services = new Map(configuration.services.map((service) => [service.id, service]));
	servicesByConfiguration.set(configuration, services);
	return services;
}

/** Of which services somebody has heard that the line waits too long. */
function linesKnown(alerts: BranchState["alerts"]): readonly string[] {
	const known: string[] = [];
	for (const { kind, about } of alerts.values()) if (kind === "long-wait") known.push(about);
	return known;
}

function isInLineFor(service: string, { status, services }: Ticket): boolean {
	return status === "waiting" && services[0] === service;
}

function ongoing(ticket: Ticket): OngoingWait {
	const { readyAt } = waitOf(ticket);
	const { quote } = ticket;
	return { readyAt, foreseenMs: quote === undefined ? null : quote.at + quote.p50Ms - readyAt };
}

function longWaitLimit({ configuration }: BranchState, id: string): number | null {
	const service = configuration?.services.find((each) => each.id === id);
	return service === undefined ? null : longWaitMs(service.targetWaitMs, noticeLimits(configuration));
}

function wasCause({ alerted }: Ticket, kind: AlertKind): boolean {
	return alerted?.includes(kind) === true;
}
