import * as z from "zod";
import { Role } from "../actor.ts";
import { CounterId, StaffId, TicketId } from "../ids.ts";

/** Why somebody asks for help; `emergency` is loud on the phones of those who are told. */
export const HelpReason = z.enum(["customer", "authorisation", "device", "queue", "language", "emergency", "other"]);
export type HelpReason = z.infer<typeof HelpReason>;

/** Every kind of alert with its closed list of reasons. A new kind is one line here and one row in `worker/domain/alert/alert-kinds.ts`. */
export const ALERT_REASONS = { help: HelpReason } as const satisfies Readonly<Record<string, z.ZodEnum>>;
export type AlertKind = keyof typeof ALERT_REASONS;
export type ReasonOf<Kind extends AlertKind> = z.infer<(typeof ALERT_REASONS)[Kind]>;
export const AlertKind = z.enum(Object.keys(ALERT_REASONS) as [AlertKind, ...AlertKind[]]);
/** A reason of any kind. */
export const AlertReason = z.enum([...ALERT_REASONS.help.options]);
export type AlertReason = z.infer<typeof AlertReason>;

/** A letter of its kind, the seq of the commit that raised it, and which of that commit it was unless the first. */
export const AlertId = z.string().regex(/^[a-z]\d{1,12}(-\d{1,3})?$/);
export type AlertId = z.infer<typeof AlertId>;

/** What it is about: where somebody is to go, or what is to be looked at. */
export const AlertWhere = z.discriminatedUnion("kind", [
	z.strictObject({ kind: z.literal("counter"), counterId: CounterId }),
	z.strictObject({ kind: z.literal("ticket"), ticketId: TicketId }),
]);
export type AlertWhere = z.infer<typeof AlertWhere>;

/** Whom an alert is for: people in these roles, and these people. */
export const Told = z.strictObject({ roles: z.array(Role), persons: z.array(StaffId) });
export type Told = z.infer<typeof Told>;

/** To whom an alert is passed on: one person, or whoever is on duty in a role. */
export const PassedTo = z.union([z.strictObject({ staffId: StaffId }), z.strictObject({ role: Role })]);
export type PassedTo = z.infer<typeof PassedTo>;

/** Why whoever was told lets somebody else do it. */
export const PassReason = z.enum(["busy", "not-mine", "needs-right", "away"]);
export type PassReason = z.infer<typeof PassReason>;
