import * as z from "zod";
import { CustomerReference } from "../customer/customer.ts";
import { ClassId, CounterId, EpochMs, ServiceId, Slug, StaffId, TicketId } from "../ids.ts";
import { AlertKind } from "./alert.ts";
import { Channel, PauseReason } from "./command.ts";
import { CounterKind } from "./configuration.ts";
import { PlacedQuote, Taken, WaitQuote } from "./quote.ts";
import { Needs, Target, TicketStatus } from "./ticket.ts";

/** A living ticket as it passes from one business day into the next. */
export const CarriedTicket = z.strictObject({
	id: TicketId,
	number: z.string(),
	/** Not above 0: whoever was carried over came before everybody of the new day. */
	ordinal: z.number().int(),
	class: ClassId,
	rank: z.number().int(),
	budget: z.number().int(),
	headStartMs: z.number().int(),
	channel: Channel,
	link: z.string(),
	issuedAt: EpochMs,
	queuedAt: z.number().int(),
	orderAt: z.number().int(),
	overtaken: z.number().int(),
	appointmentAt: EpochMs.optional(),
	customer: CustomerReference.optional(),
	needs: Needs.optional(),
	status: TicketStatus,
	since: EpochMs,
	services: z.array(ServiceId),
	counterId: CounterId.optional(),
	calledAt: EpochMs.optional(),
	recalls: z.number().int(),
	target: Target.optional(),
	sentBy: StaffId.optional(),
	companion: StaffId.optional(),
	/** What keeps a counter, and since which call. */
	taken: Taken.optional(),
	/** What its customer was told last, and at first. */
	quote: WaitQuote.extend({ at: EpochMs }).optional(),
	promised: PlacedQuote.optional(),
	alerted: z.array(AlertKind).optional(),
	/** How far its wait has come; absent in days carried over before it was told. */
	wait: z
		.strictObject({
			readyAt: EpochMs,
			calledAt: EpochMs.nullable(),
			awayAt: EpochMs.nullable(),
		})
		.optional(),
});
export type CarriedTicket = z.infer<typeof CarriedTicket>;

/** A counter in use as it passes from one business day into the next. */
export const CarriedCounter = z.strictObject({
	id: CounterId,
	status: z.enum(["open", "paused"]),
	modeId: Slug,
	kind: CounterKind,
	services: z.array(ServiceId),
	staffId: StaffId.nullable(),
	ticketId: TicketId.nullable(),
	pauseReason: PauseReason.nullable(),
	since: EpochMs,
});
export type CarriedCounter = z.infer<typeof CarriedCounter>;

/** Everybody and everything in the hall of a branch that does not close at midnight. */
export const Carried = z.strictObject({ tickets: z.array(CarriedTicket), counters: z.array(CarriedCounter) });
export type Carried = z.infer<typeof Carried>;
