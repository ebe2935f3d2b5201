import * as z from "zod";
import { EpochMs, ServiceId, TicketId } from "../ids.ts";

const Ms = z.number().int().min(0);

/** How long a wait will be, as foreseen: one in ten shorter than `p10Ms`, one in ten longer than `p90Ms`. */
export const WaitQuote = z.strictObject({ p10Ms: Ms, p50Ms: Ms, p90Ms: Ms });
export type WaitQuote = z.infer<typeof WaitQuote>;

/** The range a customer is told, in minutes; whole fives. */
export const QuotedMinutes = z.strictObject({ fromMin: z.number().int(), toMin: z.number().int() });
export type QuotedMinutes = z.infer<typeof QuotedMinutes>;

/** The moments between which somebody will be called; what is left of both is told in minutes. */
export const CalledBetween = z.strictObject({ from: EpochMs, to: EpochMs });
export type CalledBetween = z.infer<typeof CalledBetween>;

/** A quote with how many were foreseen to be called before. */
export const PlacedQuote = WaitQuote.extend({ ahead: z.number().int().min(0) });
export type PlacedQuote = z.infer<typeof PlacedQuote>;

/** The service for which a ticket was called, and when: how long it keeps the counter is counted from there. */
export const Taken = z.strictObject({ service: ServiceId, at: EpochMs });
export type Taken = z.infer<typeof Taken>;

/** What is told anew of those who wait, and of who might take a number. Null: nobody on duty can serve them. */
export const WaitsQuoted = z.strictObject({
	type: z.literal("waits-quoted"),
	/** The moment that the quotes count from. */
	at: EpochMs,
	tickets: z.array(z.strictObject({ ticketId: TicketId, quote: WaitQuote.nullable() })),
	newcomers: z.array(z.strictObject({ serviceId: ServiceId, quote: WaitQuote.nullable() })),
});
export type WaitsQuoted = z.infer<typeof WaitsQuoted>;

/** What a branch knows from its own closed days. */
export const KnownDays = z.strictObject({
	days: z.number().int(),
	/** Services that ended, by how long they kept their counter (`rules/service-law.ts`). */
	services: z.record(z.string(), z.array(z.number())),
	/** Tickets issued in each half hour of a day, on average. */
	arrivals: z.array(z.number()),
	/** Tickets issued by service and class. */
	kinds: z.array(z.strictObject({ service: z.string(), class: z.string(), count: z.number() })),
	/** What outcomes taught about each end of a quote (`rules/quote-calibration.ts`). */
	lower: z.record(z.string(), z.number()),
	upper: z.record(z.string(), z.number()),
});
export type KnownDays = z.infer<typeof KnownDays>;
