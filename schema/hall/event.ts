import * as z from "zod";
import { Actor, Role } from "../actor.ts";
import { CaseCount, CaseId, CaseKind, CaseWord } from "../customer/case.ts";
import { CustomerReference } from "../customer/customer.ts";
import { OpenReferralStatus, ReferralId } from "../customer/referral.ts";
import { BusinessDay, ClassId, CommandId, CounterId, EpochMs, ServiceId, Slug, StaffId, TicketId } from "../ids.ts";
import { ProblemCode } from "../problem.ts";
import { SectionKey } from "../section-key.ts";
import { AlertId, AlertKind, AlertReason, AlertWhere, HelpReason, PassedTo, PassReason, Told, Tried } from "./alert.ts";
import { BranchPerson } from "./branch-person.ts";
import { Carried } from "./carried.ts";
import { Channel, PauseReason } from "./command.ts";
import { CounterKind, StoredConfiguration } from "./configuration.ts";
import { AwayReason, PresenceStatus } from "./presence.ts";
import { KnownDays, PlacedQuote, QuotedMinutes, WaitsQuoted } from "./quote.ts";
import { Needs, OtherLanguage, Outcome, ServiceOutcome, Target } from "./ticket.ts";

const HelpId = z.string();

/** `hours`: of a day that is closed already. `time-zone`: a day that has begun ends in the zone it began in. */
export const LaterTime = z.enum(["hours", "time-zone"]);
export type LaterTime = z.infer<typeof LaterTime>;

export const BranchConfigured = z.strictObject({
	type: z.literal("branch-configured"),
	configuration: StoredConfiguration,
	/** What of it holds from the next business day on only. */
	fromNextDay: z.array(LaterTime).optional(),
});
/** Who works here by the bank's books; nobody else does any more. */
export const StaffChanged = z.strictObject({ type: z.literal("staff-changed"), people: z.array(BranchPerson) });
/** The branch works by a published version of a section; `key` names the version of each layer that has one. */
export const SectionTaken = z.strictObject({ type: z.literal("section-taken"), section: Slug, key: SectionKey });
/** A business day and its hours. */
const DayTimes = {
	businessDay: BusinessDay,
	startsAt: EpochMs,
	/** Exclusive. */
	endsAt: EpochMs,
	opensAt: EpochMs,
	closesAt: EpochMs,
	firstTicketAt: EpochMs,
	lastTicketAt: EpochMs,
	/** When the day closes by itself if nobody is left in the hall. */
	closesItselfAt: EpochMs,
	/** When it closes whoever is left. */
	closesAtLatestAt: EpochMs.optional(),
	/** The zone of time its hours are of; absent: the configuration's. */
	timeZone: z.string().optional(),
};
export const DayOpened = z.strictObject({
	type: z.literal("day-opened"),
	...DayTimes,
	/** What the day works by, so that a day's commits explain themselves without any other day. */
	configuration: StoredConfiguration,
	/** As `StaffChanged` says; absent while the bank's books have said nothing. */
	people: z.array(BranchPerson).optional(),
	/** The versions of sections it works by; absent: none has been published for it. */
	sections: z.record(z.string(), SectionKey).optional(),
	/** Of a branch that was open at midnight: who and what was in the hall then. */
	carried: Carried.optional(),
	/** Open cases as the day began; absent: none. */
	openCases: z.array(CaseCount).optional(),
	/** What the days before taught about waits; absent: nothing yet. */
	known: KnownDays.optional(),
});
export const DayClosed = z.strictObject({
	type: z.literal("day-closed"),
	businessDay: BusinessDay,
	by: z.enum(["staff", "clock"]),
	/** Present when no counter closes and nobody is sent away: the tickets with which the next day begins. */
	rollsOver: z.array(TicketId).optional(),
	/** Open cases as the day ended; absent: none. */
	openCases: z.array(CaseCount).optional(),
});
/** A day closed by mistake goes on as if it had not been: with these tickets and counters as they were. */
export const DayReopened = z.strictObject({
	type: z.literal("day-reopened"),
	...DayTimes,
	reason: z.string(),
	tickets: z.array(TicketId),
	counters: z.array(CounterId),
});
/** A new configuration gives the open day other hours. */
export const DayHoursChanged = z.strictObject({ type: z.literal("day-hours-changed"), ...DayTimes });
export const CounterOpened = z.strictObject({
	type: z.literal("counter-opened"),
	counterId: CounterId,
	staffId: StaffId,
	modeId: Slug,
	kind: CounterKind,
	/** What the counter's mode and the person signed on may do together. */
	services: z.array(ServiceId),
});
export const CounterPaused = z.strictObject({
	type: z.literal("counter-paused"),
	counterId: CounterId,
	reason: PauseReason,
});
export const CounterResumed = z.strictObject({ type: z.literal("counter-resumed"), counterId: CounterId });
export const CounterClosed = z.strictObject({ type: z.literal("counter-closed"), counterId: CounterId });
export const CounterModeChanged = z.strictObject({
	type: z.literal("counter-mode-changed"),
	counterId: CounterId,
	modeId: Slug,
	kind: CounterKind,
	services: z.array(ServiceId),
});
export const TicketIssued = z.strictObject({
	type: z.literal("ticket-issued"),
	ticketId: TicketId,
	number: z.string(),
	services: z.array(ServiceId),
	class: ClassId,
	channel: Channel,
	appointmentAt: EpochMs.optional(),
	needs: Needs.optional(),
	language: OtherLanguage.optional(),
	/** Of a recognised customer: the bank's own number, and nothing personal. */
	customer: CustomerReference.optional(),
	/** Whose customer the bank's directory says it is. */
	managerId: StaffId.optional(),
	link: z.string(),
	/** How long the wait will be; absent: nobody on duty could serve it. */
	quote: PlacedQuote.optional(),
});
export const TicketCalled = z.strictObject({
	type: z.literal("ticket-called"),
	ticketId: TicketId,
	counterId: CounterId,
	staffId: StaffId,
	/** Waiting tickets that came earlier and could have been served here: each is overtaken once. */
	passed: z.array(TicketId),
	/** Present when a person named the ticket out of order. */
	override: z.strictObject({ reason: z.string() }).optional(),
});
export const TicketRecalled = z.strictObject({ type: z.literal("ticket-recalled"), ticketId: TicketId });
export const ServiceStarted = z.strictObject({
	type: z.literal("service-started"),
	ticketId: TicketId,
	serviceId: ServiceId,
});
export const ServiceFinished = z.strictObject({
	type: z.literal("service-finished"),
	ticketId: TicketId,
	serviceId: ServiceId,
	outcome: ServiceOutcome,
});
export const TicketMovedOn = z.strictObject({ type: z.literal("ticket-moved-on"), ticketId: TicketId });
export const TicketMissed = z.strictObject({ type: z.literal("ticket-missed"), ticketId: TicketId });
export const TicketReturned = z.strictObject({
	type: z.literal("ticket-returned"),
	ticketId: TicketId,
	/** The new place in time: the old one moved by as long as the customer was away. */
	queuedAt: EpochMs,
});
export const TicketTransferred = z.strictObject({
	type: z.literal("ticket-transferred"),
	ticketId: TicketId,
	serviceId: ServiceId,
	target: Target.optional(),
	/** Who gave it away to anybody able and could do it too: that person's counter comes after the others. */
	sentBy: StaffId.optional(),
	/** Who walks over with the customer. */
	companion: StaffId.optional(),
	reason: z.string().optional(),
});
/** The person or counter a ticket was bound to is gone: anybody able may serve it now. */
export const TicketReleased = z.strictObject({ type: z.literal("ticket-released"), ticketId: TicketId });
export const TicketHeld = z.strictObject({
	type: z.literal("ticket-held"),
	ticketId: TicketId,
	reason: z.string().optional(),
});
export const TicketResumed = z.strictObject({ type: z.literal("ticket-resumed"), ticketId: TicketId });
/** How a customer left a counter, as it can be taken back. */
export const WayOut = z.enum(["finish", "no-show", "hold", "transfer"]);
export type WayOut = z.infer<typeof WayOut>;
/** The customer is at the counter again as if that had not been. */
export const TicketTakenBack = z.strictObject({
	type: z.literal("ticket-taken-back"),
	ticketId: TicketId,
	counterId: CounterId,
	of: WayOut,
});
export const TicketEnded = z.strictObject({
	type: z.literal("ticket-ended"),
	ticketId: TicketId,
	outcome: Outcome,
	reason: z.string().optional(),
});
export const AlertRaised = z.strictObject({
	type: z.literal("alert-raised"),
	alertId: AlertId,
	kind: AlertKind,
	reason: AlertReason,
	where: AlertWhere.optional(),
	/** What tells a repeat from another alert of the kind: who asks, or what it is about. */
	about: z.string(),
	told: Told,
	/** How many steps of its kind's order have been told. */
	step: z.number().int(),
	/** When the next step is told if nobody has accepted; absent: there is none. */
	escalatesAt: EpochMs.optional(),
	/** Of one that is told to one person after the other: who was not rung, or did not come. */
	tried: z.array(Tried).optional(),
});
/** The same again while nobody has come: it is the one already open, and waits since it was first raised. */
export const AlertRepeated = z.strictObject({
	type: z.literal("alert-repeated"),
	alertId: AlertId,
	where: AlertWhere.optional(),
});
export const AlertAccepted = z.strictObject({ type: z.literal("alert-accepted"), alertId: AlertId });
export const AlertPassedOn = z.strictObject({
	type: z.literal("alert-passed-on"),
	alertId: AlertId,
	to: PassedTo,
	reason: PassReason,
	escalatesAt: EpochMs.optional(),
	/** Whose it was, when another than the sender: who left the lobby. */
	by: StaffId.optional(),
});
/** Who was told cannot: the next are told. */
export const AlertDeclined = z.strictObject({
	type: z.literal("alert-declined"),
	alertId: AlertId,
	reason: PassReason,
	told: Told,
	step: z.number().int(),
	escalatesAt: EpochMs.optional(),
	tried: z.array(Tried).optional(),
});
/** Nobody came in time: more are told. */
export const AlertEscalated = z.strictObject({
	type: z.literal("alert-escalated"),
	alertId: AlertId,
	told: Told,
	step: z.number().int(),
	escalatesAt: EpochMs.optional(),
	tried: z.array(Tried).optional(),
});
export const AlertEnded = z.strictObject({ type: z.literal("alert-ended"), alertId: AlertId });
/** As calls for help were kept before there were alerts: all who could accept were told. Nothing makes these any more. */
export const HelpAsked = z.strictObject({
	type: z.literal("help-asked"),
	helpId: HelpId,
	reason: HelpReason,
	counterId: CounterId.optional(),
});
export const HelpAccepted = z.strictObject({ type: z.literal("help-accepted"), helpId: HelpId });
/** What somebody has said of being there, or was said of them by the head; `lobby`: has the lobby from now on. */
export const PresenceSet = z.strictObject({
	type: z.literal("presence-set"),
	staffId: StaffId,
	status: PresenceStatus,
	reason: AwayReason.optional(),
	backAt: EpochMs.optional(),
	lobby: z.literal(true).optional(),
});
export const DutyOrderSet = z.strictObject({ type: z.literal("duty-order-set"), staffIds: z.array(StaffId) });
/** That a customer was identified, and by whom. Who the customer is stands sealed elsewhere. */
export const ReferralRecorded = z.strictObject({
	type: z.literal("referral-recorded"),
	referralId: ReferralId,
	status: OpenReferralStatus,
	reasonCode: Slug,
	/** Who recognised the customer, and as what. */
	staffId: StaffId,
	role: Role,
	businessDay: BusinessDay,
	managerId: StaffId.optional(),
	visit: TicketId.optional(),
});

/** The branch was set back to an earlier moment and goes on from there: what it had done after that is gone. */
export const BranchSetBack = z.strictObject({
	type: z.literal("branch-set-back"),
	/** Numbers of the lost time may be in people's hands: on this day each series goes on from here. */
	numbers: z.strictObject({ businessDay: BusinessDay, from: z.number().int().min(1) }).optional(),
});

/** One step of a case. Its texts stand sealed elsewhere. */
export const CaseMoved = z.strictObject({
	type: z.literal("case-moved"),
	caseId: CaseId,
	kind: CaseKind,
	/** The business day it was opened on. */
	businessDay: BusinessDay,
	step: CaseWord,
	stage: CaseWord,
	ownerId: StaffId,
	dueAt: EpochMs,
	version: z.number().int(),
	/** The case was over before this step too, which is then not its end; absent: it was not, or the commit is from before this was said. */
	wasOver: z.literal(true).optional(),
});
export type CaseMoved = z.infer<typeof CaseMoved>;
/** A case's time has come; `escalated`: it came a while ago and nothing was done. */
export const CaseDue = z.strictObject({
	type: z.literal("case-due"),
	caseId: CaseId,
	kind: CaseKind,
	ownerId: StaffId,
	dueAt: EpochMs,
	escalated: z.boolean(),
});
export type CaseDue = z.infer<typeof CaseDue>;

/** Everything that can have happened in a branch. Changed only by adding. */
export const BranchEvent = z.discriminatedUnion("type", [
	BranchConfigured,
	StaffChanged,
	SectionTaken,
	DayOpened,
	DayClosed,
	DayReopened,
	DayHoursChanged,
	CounterOpened,
	CounterPaused,
	CounterResumed,
	CounterClosed,
	CounterModeChanged,
	TicketIssued,
	TicketCalled,
	TicketRecalled,
	ServiceStarted,
	ServiceFinished,
	TicketMovedOn,
	TicketMissed,
	TicketReturned,
	TicketTransferred,
	TicketReleased,
	TicketHeld,
	TicketResumed,
	TicketTakenBack,
	TicketEnded,
	AlertRaised,
	AlertRepeated,
	AlertAccepted,
	AlertPassedOn,
	AlertDeclined,
	AlertEscalated,
	AlertEnded,
	PresenceSet,
	DutyOrderSet,
	HelpAsked,
	HelpAccepted,
	ReferralRecorded,
	BranchSetBack,
	CaseMoved,
	CaseDue,
	WaitsQuoted,
]);
export type BranchEvent = z.infer<typeof BranchEvent>;

/** One command, one row: the state's source, the audit trail, the outbox and the resume log at once. */
export const Commit = z.strictObject({
	seq: z.number().int().min(1),
	commandId: CommandId,
	/** Fingerprint of the command, so that an id used again for something else is noticed. */
	fingerprint: z.string(),
	actor: Actor,
	at: EpochMs,
	events: z.array(BranchEvent),
	/** Present when the command was refused: a repeat gets the same refusal. */
	refused: z.strictObject({ code: ProblemCode, detail: z.string().optional() }).optional(),
});
export type Commit = z.infer<typeof Commit>;

/** What the sender of a command gets, the first time and every time after. */
export const Answer = z.discriminatedUnion("status", [
	z.strictObject({
		status: z.literal("done"),
		seq: z.number().int(),
		/** The ticket the command was about. */
		ticketId: TicketId.optional(),
		number: z.string().optional(),
		/** Only for `issue-ticket`: the secret of the ticket's page. */
		link: z.string().optional(),
		/** Only for `issue-ticket`: how long the wait will be, in minutes; absent: nobody on duty can serve it. */
		quote: QuotedMinutes.optional(),
		alertId: AlertId.optional(),
		/** Only for `configure`: which of the new times do not hold yet, but from the next business day on. */
		fromNextDay: z.array(LaterTime).optional(),
	}),
	z.strictObject({
		status: z.literal("refused"),
		code: ProblemCode,
		/** The name the refusal is about: a counter, a ticket, a field. */
		detail: z.string().optional(),
		/** Present where waiting so long helps. */
		retryAfterMs: z.number().int().optional(),
	}),
]);
export type Answer = z.infer<typeof Answer>;
