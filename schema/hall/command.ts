import * as z from "zod";
import { Recognition } from "../customer/customer.ts";
import { ClassId, CommandId, CounterId, EpochMs, ServiceId, Slug, StaffId, TicketId } from "../ids.ts";
import {
	CANCELLED_AT_ONCE_MAX,
	DUTY_ORDER_MAX,
	SERVICES_PER_TICKET_MAX,
	STAFF_MAX,
	TEXT_MAX_CHARS,
} from "../limits.ts";
import { cleanLine } from "../text/clean-text.ts";
import { AlertId, HelpReason, PassedTo, PassReason } from "./alert.ts";
import { BranchPerson } from "./branch-person.ts";
import { BranchConfiguration } from "./configuration.ts";
import { AwayReason, PresenceStatus } from "./presence.ts";
import { Needs, OtherLanguage, TicketStatus } from "./ticket.ts";

const Reason = z.string().overwrite(cleanLine).min(1).max(TEXT_MAX_CHARS);

/** Where a ticket came from. */
export const Channel = z.enum(["kiosk", "staff", "phone", "service"]);
export type Channel = z.infer<typeof Channel>;

/** Why a counter is not calling. */
export const PauseReason = z.enum(["lunch", "authorisation", "cash", "system", "training", "other"]);
export type PauseReason = z.infer<typeof PauseReason>;

export const IssueTicket = z.strictObject({
	type: z.literal("issue-ticket"),
	/** Services of one visit, in the order the customer named them. */
	services: z.array(ServiceId).min(1).max(SERVICES_PER_TICKET_MAX),
	/** Only staff may name a class; a kiosk or phone that does is refused. */
	class: ClassId.optional(),
	/** What a customer needs; only staff who may set classes say it. All but `language` give the class `green`, where there is one and none is named. */
	needs: Needs.optional(),
	/** In which other language the page stood that the number was taken at; staff say it by the need `language`. */
	language: OtherLanguage.optional(),
	/** Only staff may attach an appointment. */
	appointmentAt: EpochMs.optional(),
	/** Who was recognised, as the door sealed it: sets the class unless staff name one. */
	recognition: Recognition.optional(),
});
export const OpenCounter = z.strictObject({
	type: z.literal("open-counter"),
	counterId: CounterId,
	/** Whom to sign on: a counter pad or branch head names somebody, staff sign on themselves. */
	staffId: StaffId.optional(),
	modeId: Slug.optional(),
});
export const PauseCounter = z.strictObject({
	type: z.literal("pause-counter"),
	counterId: CounterId,
	reason: PauseReason,
});
export const ResumeCounter = z.strictObject({ type: z.literal("resume-counter"), counterId: CounterId });
export const CloseCounter = z.strictObject({ type: z.literal("close-counter"), counterId: CounterId });
export const ChangeCounterMode = z.strictObject({
	type: z.literal("change-counter-mode"),
	counterId: CounterId,
	modeId: Slug,
});
export const CallNext = z.strictObject({ type: z.literal("call-next"), counterId: CounterId });
export const CallTicket = z.strictObject({
	type: z.literal("call-ticket"),
	counterId: CounterId,
	ticketId: TicketId,
	/** Needed when the ticket is not the next one: the call is then listed as an override. */
	reason: Reason.optional(),
});
export const RecallTicket = z.strictObject({ type: z.literal("recall-ticket"), ticketId: TicketId });
export const StartService = z.strictObject({ type: z.literal("start-service"), ticketId: TicketId });
/** Ends the present service; the visit goes on with what this counter can do, else waits on with its old place. */
export const FinishService = z.strictObject({ type: z.literal("finish-service"), ticketId: TicketId });
export const MarkNoShow = z.strictObject({ type: z.literal("mark-no-show"), ticketId: TicketId });
export const ReturnTicket = z.strictObject({ type: z.literal("return-ticket"), ticketId: TicketId });
export const TransferTicket = z.strictObject({
	type: z.literal("transfer-ticket"),
	ticketId: TicketId,
	/** At least one of the three; `staffId` follows the person, wherever signed on. */
	serviceId: ServiceId.optional(),
	counterId: CounterId.optional(),
	staffId: StaffId.optional(),
	/** Whoever sends it walks over with the customer. */
	accompanied: z.literal(true).optional(),
	reason: Reason.optional(),
});
export const HoldTicket = z.strictObject({
	type: z.literal("hold-ticket"),
	ticketId: TicketId,
	reason: Reason.optional(),
});
export const ResumeTicket = z.strictObject({ type: z.literal("resume-ticket"), ticketId: TicketId });
/** The last finish, no-show, hold or transfer at a counter is taken back, if nothing has come of it yet. */
export const TakeBackTicket = z.strictObject({
	type: z.literal("take-back-ticket"),
	counterId: CounterId,
	ticketId: TicketId,
});
/** The customer goes to a self-service device instead. */
export const RedirectTicket = z.strictObject({
	type: z.literal("redirect-ticket"),
	ticketId: TicketId,
	reason: Reason.optional(),
});
export const CancelTicket = z.strictObject({
	type: z.literal("cancel-ticket"),
	ticketId: TicketId,
	reason: Reason.optional(),
});
/** Numbers that nobody stands behind, such as those a child has taken. Those no longer waiting stay as they are. */
export const CancelTickets = z.strictObject({
	type: z.literal("cancel-tickets"),
	ticketIds: z.array(TicketId).min(1).max(CANCELLED_AT_ONCE_MAX),
	reason: Reason.optional(),
});
/** Raises an alert of kind `help`. */
export const AskForHelp = z.strictObject({
	type: z.literal("ask-for-help"),
	reason: HelpReason,
	counterId: CounterId.optional(),
});
/** "I take it." Of those who are told one accepts; the others see who did. */
export const AcceptAlert = z.strictObject({ type: z.literal("accept-alert"), alertId: AlertId });
/** Somebody else is to take it, for a reason; it is theirs then, and waits since it was raised. */
export const PassOnAlert = z.strictObject({
	type: z.literal("pass-on-alert"),
	alertId: AlertId,
	to: PassedTo,
	reason: PassReason,
});
/** "I cannot": the next in order are told at once. */
export const DeclineAlert = z.strictObject({ type: z.literal("decline-alert"), alertId: AlertId, reason: PassReason });
/** It is dealt with, or whoever raised it needs nobody any more. */
export const EndAlert = z.strictObject({ type: z.literal("end-alert"), alertId: AlertId });
/** `accept-alert` as pages of protocol 2 say it; it leaves with that protocol. */
export const AcceptHelp = z.strictObject({
	type: z.literal("accept-help"),
	helpId: z.string().regex(/^h\d{1,12}$/),
});
/** Somebody's own word on being there; a head may send somebody away. Who has the lobby leaves it to a stand-in who accepts. */
export const SetPresence = z.strictObject({
	type: z.literal("set-presence"),
	status: PresenceStatus,
	/** Whom a head sends away; absent: the sender. */
	staffId: StaffId.optional(),
	/** Why, and until when; both are needed of who is away. Branch time. */
	reason: AwayReason.optional(),
	backAt: EpochMs.optional(),
	/** Who is to take the lobby meanwhile. */
	standIn: StaffId.optional(),
	/** On duty, and has the lobby: for whoever is no lobby manager. */
	lobby: z.literal(true).optional(),
});
/** Whom referrals go to in turn today, after a customer's own manager; empty: in fair rotation. */
export const SetDutyOrder = z.strictObject({
	type: z.literal("set-duty-order"),
	staffIds: z.array(StaffId).max(DUTY_ORDER_MAX),
});
export const CloseDay = z.strictObject({ type: z.literal("close-day") });
/** A day closed by mistake, soon after, by who closed it or a head. */
export const ReopenDay = z.strictObject({ type: z.literal("reopen-day"), reason: Reason });
export const Configure = z.strictObject({ type: z.literal("configure"), configuration: BranchConfiguration });
/** Who works at the branch by the bank's books, which the branch itself has asked; nobody may send it. */
export const ChangeStaff = z.strictObject({
	type: z.literal("change-staff"),
	people: z.array(BranchPerson).max(STAFF_MAX),
});
/** The branch's own alarm; nobody may send it. */
export const Tick = z.strictObject({ type: z.literal("tick") });

/** All commands of a hall. `tick` and `change-staff` are the branch's own; steps of cases are `MoveCase`. */
export const Command = z.discriminatedUnion("type", [
	IssueTicket,
	OpenCounter,
	PauseCounter,
	ResumeCounter,
	CloseCounter,
	ChangeCounterMode,
	CallNext,
	CallTicket,
	RecallTicket,
	StartService,
	FinishService,
	MarkNoShow,
	ReturnTicket,
	TransferTicket,
	HoldTicket,
	ResumeTicket,
	TakeBackTicket,
	RedirectTicket,
	CancelTicket,
	CancelTickets,
	AskForHelp,
	AcceptAlert,
	PassOnAlert,
	DeclineAlert,
	EndAlert,
	AcceptHelp,
	SetPresence,
	SetDutyOrder,
	CloseDay,
	ReopenDay,
	Configure,
	ChangeStaff,
	Tick,
]);
export type Command = z.infer<typeof Command>;
export type CommandType = Command["type"];

/** What the sender believed when it acted; a branch that knows otherwise answers `changed-meanwhile`. */
export const Expectation = z.strictObject({
	/** The ticket now called to or served at the command's counter; null: none. */
	counterTicket: TicketId.nullable().optional(),
	/** The status of the command's ticket. */
	ticketStatus: TicketStatus.optional(),
});
export type Expectation = z.infer<typeof Expectation>;

/** The HTTP body of a command; its id travels as the `Idempotency-Key` header. */
export const CommandBody = z.strictObject({ command: Command, expect: Expectation.optional() });
export type CommandBody = z.infer<typeof CommandBody>;

export const CommandRequest = CommandBody.extend({ commandId: CommandId });
export type CommandRequest = z.infer<typeof CommandRequest>;
