import * as z from "zod";
import { BusinessDay, StaffId } from "../ids.ts";

/** What a referral is known by besides, so that its credit can be split. */
export const CreditFacts = z.object({
	/** A colleague who gave the information that led there. */
	informedBy: StaffId.nullable().default(null),
	/** Who recognised the same customer before, in a record that still counts. */
	firstBy: StaffId.nullable().default(null),
	/** Of one that is won: who closed it, on which business day, and points by staff id as JSON, 100 together. */
	closedBy: StaffId.nullable().default(null),
	wonOn: BusinessDay.nullable().default(null),
	credit: z.string().nullable().default(null),
});
export type CreditFacts = z.infer<typeof CreditFacts>;

/** What a step says of it; null takes the colleague away. */
export const AskedOfCredit = z.object({ informedBy: StaffId.nullable().optional() });
