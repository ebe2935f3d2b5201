import * as z from "zod";
import { ORDER_REASONS } from "../../rules/order-reason.ts";
import { Role } from "../actor.ts";
import { CustomerReference } from "../customer/customer.ts";
import { Bilingual, BranchId, BusinessDay, EpochMs } from "../ids.ts";
import { AlertId, AlertKind, AlertReason, AlertWhere, PassReason, Told, Tried } from "./alert.ts";
import { PauseReason } from "./command.ts";
import { BranchKind, CounterKind } from "./configuration.ts";
import { LobbyRecord, StaffPresence } from "./presence.ts";
import { CalledBetween, QuotedMinutes } from "./quote.ts";
import { CounterStatus, Needs, OtherLanguage, Outcome, Target, TicketStatus } from "./ticket.ts";

/** Who is looking: each audience has its own pure view of the branch. */
export const Audience = z.enum(["display", "staff", "ticket", "status"]);
export type Audience = z.infer<typeof Audience>;

export const DayStatus = z.enum(["not-open", "open", "closed"]);
export type DayStatus = z.infer<typeof DayStatus>;

/** The branch and its day; one record with id `branch`. */
export const BranchRecord = z.object({
	id: z.literal("branch"),
	branchId: BranchId,
	name: Bilingual,
	kind: BranchKind,
	timeZone: z.string(),
	businessDay: BusinessDay.nullable(),
	dayStatus: DayStatus,
	opensAt: EpochMs.nullable(),
	closesAt: EpochMs.nullable(),
	lastTicketAt: EpochMs.nullable(),
});
export type BranchRecord = z.infer<typeof BranchRecord>;

/** A published section, named by `id`. `key` names the versions that hold here: who needs the content asks for it when the key is another. */
export const StaffSection = z.object({ id: z.string(), key: z.string() });
export type StaffSection = z.infer<typeof StaffSection>;

// ---- display: lobby screens, kiosks and the public half of a ticket page. No personal data, no segment.

export const PublicCounter = z.object({
	id: z.string(),
	label: Bilingual,
	zone: z.string(),
	status: CounterStatus,
	/** The number now called to or served at this counter. */
	number: z.string().nullable(),
	/** While it is paused: the open counters that can do all it does. */
	instead: z.array(z.string()).optional(),
});
export type PublicCounter = z.infer<typeof PublicCounter>;

export const PublicService = z.object({
	id: z.string(),
	name: Bilingual,
	onKiosk: z.boolean(),
	/** How many would be called before somebody who took a number for it now: all who compete for the same counters. */
	waiting: z.number().int(),
	/** False while nobody is signed on who can do it. */
	served: z.boolean(),
	/** How long somebody who took a number for it now would wait, as was told last; absent: no counter that can do it is open. */
	quote: QuotedMinutes.optional(),
});
export type PublicService = z.infer<typeof PublicService>;

export const PublicZone = z.object({ id: z.string(), name: Bilingual });

/** One call on the board; a recall moves `calledAt`. Id: the number. */
export const PublicCall = z.object({
	id: z.string(),
	counterId: z.string(),
	calledAt: EpochMs,
	/** False once the customer has left the counter. */
	active: z.boolean(),
	/** Present once the service has begun: nobody is looked for any more. */
	serving: z.boolean().optional(),
	/** In which language it is spoken first; absent: Chinese. */
	language: OtherLanguage.optional(),
});
export type PublicCall = z.infer<typeof PublicCall>;

/** One record with id `next`: the numbers that would be called next, soonest first. */
export const PublicNext = z.object({ id: z.literal("next"), numbers: z.array(z.string()) });
export type PublicNext = z.infer<typeof PublicNext>;

/** A kiosk's open call for help: what whoever asked is told, without who they are or at which kiosk. */
export const PublicHelp = z.object({
	id: AlertId,
	/** When it was last asked, or accepted. */
	since: EpochMs,
	accepted: z.boolean(),
	/** As what whoever accepted works here. */
	role: Role.optional(),
});
export type PublicHelp = z.infer<typeof PublicHelp>;

export const DisplayView = z.object({
	branch: z.array(BranchRecord),
	zones: z.array(PublicZone),
	counters: z.array(PublicCounter),
	services: z.array(PublicService),
	calls: z.array(PublicCall),
	next: z.array(PublicNext),
	/** Absent in views kept from before it was told. */
	help: z.array(PublicHelp).optional(),
	/** The versions of the public sections that are published: what they say is asked for. */
	sections: z.array(StaffSection).optional(),
});
export type DisplayView = z.infer<typeof DisplayView>;

// ---- staff: phones and counters.

export const StaffCounter = z.object({
	id: z.string(),
	label: Bilingual,
	zone: z.string(),
	status: CounterStatus,
	modeId: z.string(),
	kind: CounterKind,
	/** What it can do now; while closed, what its mode could do. */
	services: z.array(z.string()),
	staffId: z.string().nullable(),
	ticketId: z.string().nullable(),
	pauseReason: PauseReason.nullable(),
	/** Since when it has this status. */
	since: EpochMs,
});
export type StaffCounter = z.infer<typeof StaffCounter>;

export const StaffTicket = z.object({
	/** The ticket id. */
	id: z.string(),
	number: z.string(),
	class: z.string(),
	status: TicketStatus,
	issuedAt: EpochMs,
	/** The place in time: `issuedAt` or an appointed time still ahead then; moves only when a no-show returns. */
	queuedAt: EpochMs,
	/** Rank and time by which it competes (smaller first): `queuedAt` less head starts. */
	rank: z.number().int(),
	orderAt: EpochMs,
	/** Ties of `queuedAt` are broken by the order of issue. */
	ordinal: z.number().int(),
	/** How often it may be overtaken; how often it was stands in `overtakes`. */
	budget: z.number().int(),
	/** The service it waits for or is in, then what is still to come. */
	services: z.array(z.string()),
	appointmentAt: EpochMs.optional(),
	counterId: z.string().optional(),
	/** Since when it has this status. */
	since: EpochMs,
	/** Since when the customer is ready for the service waited for: what a wait is counted from. */
	readyAt: EpochMs.optional(),
	target: Target.optional(),
	/** Who gave it away to any other counter: while one of those is open and has called nobody since, it is not theirs. */
	sentBy: z.string().optional(),
	/** Who walks over with the customer. */
	companion: z.string().optional(),
	smartCounterCan: z.boolean().optional(),
	/** What staff bring and do for this customer; absent: nothing special. */
	needs: Needs.optional(),
	/** What the customer speaks; absent: Chinese. */
	language: OtherLanguage.optional(),
	/** The bank's own number of a recognised customer. */
	customer: CustomerReference.optional(),
});
export type StaffTicket = z.infer<typeof StaffTicket>;

/**
 * How often a ticket was overtaken; one that never was has no record. It stands apart from the ticket, so that a call does
 * not send everybody it passes all over again.
 */
export const StaffOvertakes = z.object({ id: z.string(), count: z.number().int() });
export type StaffOvertakes = z.infer<typeof StaffOvertakes>;

/**
 * Between when a waiting ticket will be called, as its customer was told last: so many minutes after it was issued, because many are told
 * at once and a phone pays for each figure.
 */
export const StaffQuote = z.object({ id: z.string(), fromMin: z.number().int(), toMin: z.number().int() });
export type StaffQuote = z.infer<typeof StaffQuote>;

export const StaffService = z.object({
	id: z.string(),
	name: Bilingual,
	targetWaitMs: z.number().int(),
	usualServiceMs: z.number().int(),
	/** From when on a service is too long, by the branch's limits. Absent in views of before it was told. */
	longServiceMs: z.number().int().optional(),
});
export type StaffService = z.infer<typeof StaffService>;

export const StaffClass = z.object({ id: z.string(), name: Bilingual, rank: z.number().int() });
export const StaffMode = z.object({
	id: z.string(),
	counterId: z.string(),
	modeId: z.string(),
	name: Bilingual,
	kind: CounterKind.optional(),
});
export type StaffMode = z.infer<typeof StaffMode>;
export const StaffPerson = z.object({
	id: z.string(),
	name: Bilingual,
	role: z.string(),
	/** At which kinds of counter this person's roles work. */
	counterKinds: z.array(CounterKind).optional(),
});
export type StaffPerson = z.infer<typeof StaffPerson>;

/** Something one person should take now. Once it is dealt with it is here no more. */
export const StaffAlert = z.object({
	id: AlertId,
	kind: AlertKind,
	reason: AlertReason,
	where: AlertWhere.nullable(),
	/** Whose line it is about, of a long wait. Absent in views of before it was told. */
	service: z.string().optional(),
	/** Who raised it, in words of the actor: `kiosk`, `counter-pad`, `system` or a staff id. */
	raisedBy: z.string(),
	raisedAt: EpochMs,
	told: Told,
	/** Whether it rings where it is told, or only shows there. */
	rings: z.boolean(),
	/** Before everything else. */
	urgent: z.boolean(),
	acceptedBy: z.string().nullable(),
	acceptedAt: EpochMs.nullable(),
	/** The last who passed it on, and why. */
	passedOn: z.object({ by: z.string(), reason: PassReason }).nullable(),
	/** When more were told because nobody came. */
	escalatedAt: EpochMs.nullable(),
	/** Who was not rung, or did not come, where one person after the other is told. */
	tried: z.array(Tried).optional(),
});
export type StaffAlert = z.infer<typeof StaffAlert>;

/** One record with id `today`: what has happened since opening. */
export const Tally = z.object({
	id: z.literal("today"),
	issued: z.number().int(),
	served: z.number().int(),
	/** Missed and not come back. */
	noShows: z.number().int(),
	/** Missed and come back; with `noShows` every call that nobody came to. Absent in states of before it was counted. */
	returns: z.number().int().optional(),
	cancelled: z.number().int(),
	redirected: z.number().int(),
	/** Waits that ended in service, and their milliseconds in all, measured as in the day's report. */
	called: z.number().int(),
	waitedMs: z.number().int(),
	overrides: z.number().int(),
});
export type Tally = z.infer<typeof Tally>;

/** What one person has done at counters since opening; id: the staff id. Who has done nothing yet has no record. */
export const PersonDay = z.object({
	id: z.string(),
	/** Customers whose visit ended served there. */
	served: z.number().int(),
	/** Services measured there, and their milliseconds in all, as in the day's report. */
	services: z.number().int(),
	serviceMs: z.number().int(),
});
export type PersonDay = z.infer<typeof PersonDay>;

/** How the day was closed; one record with id `closing`, absent while the day is open. */
export const DayClosing = z.object({
	id: z.literal("closing"),
	at: EpochMs,
	/** The staff id of who closed it; null: it closed itself. */
	by: z.string().nullable(),
	/** Before closing time. */
	early: z.boolean(),
	/** Customers sent away. */
	unserved: z.number().int(),
	/** Until when it can be reopened. */
	reopenBy: EpochMs,
});
export type DayClosing = z.infer<typeof DayClosing>;

const OfTickets = {
	tickets: z.array(StaffTicket),
	overtakes: z.array(StaffOvertakes),
	quotes: z.array(StaffQuote),
};

export const StaffView = z.object({
	branch: z.array(BranchRecord),
	zones: z.array(PublicZone),
	services: z.array(StaffService),
	classes: z.array(StaffClass),
	staff: z.array(StaffPerson),
	modes: z.array(StaffMode),
	counters: z.array(StaffCounter),
	...OfTickets,
	alerts: z.array(StaffAlert),
	tally: z.array(Tally),
	personDays: z.array(PersonDay),
	closing: z.array(DayClosing),
	/** Absent in views kept from before it was told. */
	presence: z.array(StaffPresence).optional(),
	lobby: z.array(LobbyRecord).optional(),
	/** Absent in views of before there was one. */
	sections: z.array(StaffSection).optional(),
});
export type StaffView = z.infer<typeof StaffView>;

// ---- ticket: one customer's own page.

export const OwnTicket = z.object({
	id: z.literal("ticket"),
	number: z.string(),
	status: TicketStatus,
	outcome: Outcome.nullable(),
	services: z.array(z.object({ id: z.string(), name: Bilingual })),
	issuedAt: EpochMs,
	counter: z.object({ id: z.string(), label: Bilingual, zone: Bilingual }).nullable(),
	calledAt: EpochMs.nullable(),
	/** Until when a missed customer may return to the queue. */
	returnBy: EpochMs.nullable(),
	/** Between when it will be called, as was told last; absent: no counter that can serve it is open, or nothing is known yet. */
	quote: CalledBetween.optional(),
});
export type OwnTicket = z.infer<typeof OwnTicket>;

export const TicketView = z.object({ branch: z.array(BranchRecord), ticket: z.array(OwnTicket) });
export type TicketView = z.infer<typeof TicketView>;

// ---- status: one branch in one record, for head office.

export const StatusRecord = z.object({
	id: z.literal("status"),
	businessDay: BusinessDay.nullable(),
	dayStatus: DayStatus,
	waiting: z.number().int(),
	/** Since when the longest waiting of those is ready, in the past; null: nobody waits. */
	oldestReadyAt: EpochMs.nullable(),
	serving: z.number().int(),
	held: z.number().int(),
	countersOpen: z.number().int(),
	countersPaused: z.number().int(),
	/** Alerts of kind `help` that nobody has accepted. */
	openHelpCalls: z.number().int(),
	tally: Tally,
	/** Reports or rollups that the bank's memory refuses to take; a person must look. */
	parked: z.number().int(),
});
export type StatusRecord = z.infer<typeof StatusRecord>;

export const StatusView = z.object({ branch: z.array(BranchRecord), status: z.array(StatusRecord) });
export type StatusView = z.infer<typeof StatusView>;

// ---- derived on request, never kept in a view: it changes for everybody at each call.

/** Why a ticket would or would not be the next one at a counter. */
const OrderReason = z.enum(ORDER_REASONS);

export const Position = z.object({
	ticketId: z.string(),
	number: z.string(),
	status: TicketStatus,
	/** Waiting tickets that would be called before this one as things stand; null unless waiting. */
	ahead: z.number().int().nullable(),
	/** How many later tickets can still be served before it. A bound in tickets, never in minutes. */
	overtakesLeft: z.number().int().nullable(),
	/** How many open counters can serve it now; null unless waiting, absent in answers of before it was told. */
	countersOpen: z.number().int().nullable().optional(),
	/** For each counter: what stands between this ticket and a call there. Staff only. */
	counters: z.array(z.object({ counterId: z.string(), reason: OrderReason })),
});
export type Position = z.infer<typeof Position>;
