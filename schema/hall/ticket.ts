import * as z from "zod";
import { NEEDS } from "../../rules/ticket/need.ts";

/** What a customer needs besides the service: for staff alone. */
export const Needs = z.array(z.enum(NEEDS)).min(1).max(NEEDS.length);
export type Needs = z.infer<typeof Needs>;

/** The language a customer reads and is called in first; whose none is named is served in Chinese. */
export const OtherLanguage = z.literal("en");
export type OtherLanguage = z.infer<typeof OtherLanguage>;

/** `waiting` -> `called` -> `serving` -> `ended`, with `held` and `no-show` as ways back to `waiting`. */
export const TicketStatus = z.enum(["waiting", "called", "serving", "held", "no-show", "ended"]);
export type TicketStatus = z.infer<typeof TicketStatus>;

/** How a visit ended: `cancelled` is a walk-away that told us, `unserved` was still there when the day closed. */
export const Outcome = z.enum(["served", "no-show", "cancelled", "redirected", "unserved"]);
export type Outcome = z.infer<typeof Outcome>;

/** How one service of a visit ended. */
export const ServiceOutcome = z.enum(["done", "transferred", "held", "redirected", "cancelled", "day-closed"]);
export type ServiceOutcome = z.infer<typeof ServiceOutcome>;

export const CounterStatus = z.enum(["closed", "open", "paused"]);
export type CounterStatus = z.infer<typeof CounterStatus>;

/** Whom a transferred ticket is for; absent: any counter that can do the service. */
export const Target = z.discriminatedUnion("kind", [
	z.strictObject({ kind: z.literal("counter"), counterId: z.string() }),
	z.strictObject({ kind: z.literal("staff"), staffId: z.string() }),
]);
export type Target = z.infer<typeof Target>;
