import { GREEN_CLASS, givesGreenChannel } from "../../../rules/ticket/need.ts";
import type { Actor } from "../../../schema/actor.ts";
import type { Channel, Command } from "../../../schema/hall/command.ts";
import type { Service } from "../../../schema/hall/configuration.ts";
import type { OtherLanguage } from "../../../schema/hall/ticket.ts";
import {
	LIVE_TICKETS_MAX,
	LIVE_TICKETS_OF_STAFF,
	NUMBERS_OF_STAFF,
	TICKETS_PER_DAY_MAX,
} from "../../../schema/limits.ts";
import { dayForWork } from "../day/day.ts";
import type { Ticket } from "../hall/branch-state.ts";
import { type Configured, type Context, type Decision, isRefusal, type Refusal, refuse } from "../hall/decision.ts";
import { mustRest } from "./device-pace.ts";

type IssueTicket = Extract<Command, { type: "issue-ticket" }>;

/** A number for a visit. The first one of a day opens the day. */
export function issueTicket(state: Configured, command: IssueTicket, context: Context): Decision {
	if (command.recognition !== undefined && context.customer === undefined) return refuse("recognition-invalid");
	const ticketClass = classOf(state, command, context);
	if (typeof ticketClass !== "string") return ticketClass;
	const services = servicesOf(state, command, context);
	if (isRefusal(services)) return services;
	const work = dayForWork(state, context.now);
	if (isRefusal(work)) return work;
	if (context.now < work.day.firstTicketAt) return refuse("before-opening");
	if (context.now >= work.day.lastTicketAt) return refuse("after-last-ticket");
	if (command.appointmentAt !== undefined && !isWithin(work.day, command.appointmentAt)) {
		return refuse("appointment-not-today", work.day.businessDay);
	}
	const fresh = work.events.length > 0;
	const series = services[0]?.series ?? "";
	const first = state.numbers?.businessDay === work.day.businessDay ? state.numbers.from : 1;
	const next = fresh ? first : nextFree(state, series, first);
	if (!fresh && mustRest(state, context.actor, context.now)) return refuse("device-must-rest");
	// What a phone, a device or a program fills must not stand in the way of staff.
	const isStaff = context.actor.kind === "staff";
	const numbers = TICKETS_PER_DAY_MAX - (isStaff ? 0 : NUMBERS_OF_STAFF);
	const places = LIVE_TICKETS_MAX - (isStaff ? 0 : LIVE_TICKETS_OF_STAFF);
	if (next > numbers) return refuse("numbers-exhausted", series);
	if (!fresh && state.tickets.size >= places) return refuse("queue-full");
	const number = numberOf(series, next);
	return {
		events: [
			...work.events,
			{
				type: "ticket-issued",
				ticketId: `${work.day.businessDay.replaceAll("-", "")}-${number}`,
				number,
				services: command.services,
				class: ticketClass,
				channel: channelOf(context),
				link: context.link,
				...(command.appointmentAt === undefined ? {} : { appointmentAt: command.appointmentAt }),
				...(command.needs === undefined ? {} : { needs: [...new Set(command.needs)] }),
				...languageOf(command),
				...(context.customer?.reference == null ? {} : { customer: context.customer.reference }),
				...(context.customer?.managerId === undefined ? {} : { managerId: context.customer.managerId }),
			},
		],
	};
}

/** English is the only other language that screens speak: whoever has no Chinese is called in it first. */
function languageOf({ language, needs }: IssueTicket): { readonly language?: OtherLanguage } {
	if (language !== undefined) return { language };
	return needs?.includes("language") === true ? { language: "en" } : {};
}

/** An appointment is kept on the day it is for, in the hours in which somebody is there. */
function isWithin(day: { readonly opensAt: number; readonly closesAt: number }, at: number): boolean {
	return at >= day.opensAt && at < day.closesAt;
}

function numberOf(series: string, next: number): string {
	return `${series}${String(next).padStart(3, "0")}`;
}

/** A number carried over from yesterday that still waits is not given twice. */
function nextFree(state: Configured, series: string, first: number): number {
	let next = Math.max(first, state.nextNumber[series] ?? 1);
	while ([...state.tickets.values()].some((ticket) => isLiving(ticket, numberOf(series, next)))) next++;
	return next;
}

function isLiving(ticket: Ticket, number: string): boolean {
	return ticket.number === number && ticket.status !== "ended";
}

/** Class comes from staff, else from who was recognised, else from an appointment: never from what a device asks for. */
function classOf(state: Configured, command: IssueTicket, context: Context): string | Refusal {
	const { dispatch } = state.configuration;
	if (command.class === undefined) {
		const isGreen = command.needs?.some(givesGreenChannel) === true;
		if (isGreen && dispatch.classes.some(({ id }) => id === GREEN_CLASS)) return GREEN_CLASS;
		const recognised = dispatch.classes.find((each) => each.id === context.customer?.segment);
		if (recognised !== undefined && recognised.id !== dispatch.defaultClass) return recognised.id;
		return command.appointmentAt === undefined ? dispatch.defaultClass : dispatch.appointmentClass;
	}
	const known = dispatch.classes.some((each) => each.id === command.class);
	return known ? command.class : refuse("unknown-class", command.class);
}

function servicesOf(state: Configured, command: IssueTicket, context: Context): Service[] | Refusal {
	const services: Service[] = [];
	for (const id of command.services) {
		if (services.some((each) => each.id === id)) return refuse("service-named-twice", id);
		const service = state.configuration.services.find((each) => each.id === id);
		if (service === undefined) return refuse("unknown-service", id);
		if (isMachine(context.actor) && !service.onKiosk) return refuse("service-not-on-kiosk", id);
		services.push(service);
	}
	return services;
}

/** Nobody of the bank judges there what somebody came for. */
function isMachine({ kind }: Actor): boolean {
	return kind === "device" || kind === "service";
}

function channelOf({ actor }: Context): Channel {
	switch (actor.kind) {
		case "device":
			return "kiosk";
		case "service":
			return "service";
		case "customer":
			return "phone";
		case "staff":
		case "system":
			return "staff";
		default:
			return actor satisfies never;
	}
}
