import * as z from "zod";
import { Role } from "../actor.ts";
import { CaseId } from "../customer/case.ts";
import { CustomerReference } from "../customer/customer.ts";
import { CounterId, StaffId, TicketId } from "../ids.ts";
import { Absence, AbsenceFacts } from "./presence.ts";

/** Why somebody asks for help; `emergency` is loud on the phones of those who are told. */
export const HelpReason = z.enum(["customer", "authorisation", "device", "queue", "language", "emergency", "other"]);
export type HelpReason = z.infer<typeof HelpReason>;

/** Who leaves the lobby asks a named person to take it. */
const HandoverReason = z.enum(["lobby"]);
/** Nobody has the lobby by their own word. */
const CoverageReason = z.enum(["uncovered"]);

const OfferReason = z.enum(["referral"]);
const ArrivalReason = z.enum(["valued"]);
const DepartureReason = z.enum(["leaving"]);
/** A service lasts far longer than is usual for its kind. */
export const LongServiceReason = z.enum(["over-usual"]);
export type LongServiceReason = z.infer<typeof LongServiceReason>;
/** Somebody has waited too long, or is foreseen to. */
export const LongWaitReason = z.enum(["over-limit", "foreseen"]);
export type LongWaitReason = z.infer<typeof LongWaitReason>;

/** Every kind of alert with its closed list of reasons. A new kind is one line here and one row in `worker/domain/alert/alert-kinds.ts`. */
export const ALERT_REASONS = {
	help: HelpReason,
	handover: HandoverReason,
	coverage: CoverageReason,
	/** Somebody is not there: the head is told. */
	absence: Absence,
	/** A customer who is here is offered to a relationship manager. */
	offer: OfferReason,
	/** A customer of value was recognised. */
	arrival: ArrivalReason,
	/** A customer of value has been served and leaves. */
	departure: DepartureReason,
	"long-service": LongServiceReason,
	"long-wait": LongWaitReason,
} as const satisfies Readonly<Record<string, z.ZodEnum>>;
export type AlertKind = keyof typeof ALERT_REASONS;
export type ReasonOf<Kind extends AlertKind> = z.infer<(typeof ALERT_REASONS)[Kind]>;
export const AlertKind = z.enum(Object.keys(ALERT_REASONS) as [AlertKind, ...AlertKind[]]);
/** A reason of any kind. */
export const AlertReason = z.enum([
	...HelpReason.options,
	...LongServiceReason.options,
	...LongWaitReason.options,
	...HandoverReason.options,
	...CoverageReason.options,
	...Absence.options,
	...OfferReason.options,
	...ArrivalReason.options,
	...DepartureReason.options,
]);
export type AlertReason = z.infer<typeof AlertReason>;

/** A letter of its kind, the seq of the commit that raised it, and which of that commit it was unless the first. */
export const AlertId = z.string().regex(/^[a-z]\d{1,12}(-\d{1,3})?$/);
export type AlertId = z.infer<typeof AlertId>;

/** What it is about: where somebody is to go, or what is to be looked at. */
export const AlertWhere = z.discriminatedUnion("kind", [
	z.strictObject({ kind: z.literal("counter"), counterId: CounterId }),
	z.strictObject({ kind: z.literal("ticket"), ticketId: TicketId }),
	/** The record of a customer who is here. */
	z.strictObject({ kind: z.literal("case"), caseId: CaseId, ticketId: TicketId.optional() }),
	/** Who was recognised, by the bank's own number, and which counter they come from. */
	z.strictObject({ kind: z.literal("customer"), customer: CustomerReference, counterId: CounterId.optional() }),
	/** Whose absence it is, and which: one that is, or that begins once the lobby is taken over. */
	z.strictObject({ kind: z.literal("absence"), staffId: StaffId, ...AbsenceFacts }),
]);
export type AlertWhere = z.infer<typeof AlertWhere>;

/** Whom an alert is for: people in these roles, and these people. */
export const Told = z.strictObject({ roles: z.array(Role), persons: z.array(StaffId) });
export type Told = z.infer<typeof Told>;

/** To whom an alert is passed on: one person, or whoever is on duty in a role. */
export const PassedTo = z.union([z.strictObject({ staffId: StaffId }), z.strictObject({ role: Role })]);
export type PassedTo = z.infer<typeof PassedTo>;

/** Who was not rung because they cannot come, or did not come. */
export const Tried = z.strictObject({
	staffId: StaffId,
	why: z.enum(["off-duty", "unreachable", "serving", "no-answer", "busy"]),
});
export type Tried = z.infer<typeof Tried>;

/** Why whoever was told lets somebody else do it. */
export const PassReason = z.enum(["busy", "not-mine", "needs-right", "away"]);
export type PassReason = z.infer<typeof PassReason>;
