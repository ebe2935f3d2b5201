import * as z from "zod";
import { Role } from "../actor.ts";
import { Bilingual, BranchId, BusinessDay, EpochMs, Slug, StaffId, TicketId } from "../ids.ts";
import { TEXT_MAX_CHARS, WRITTEN_NUMBER_MAX_CHARS } from "../limits.ts";
import { cleanLine, cleanLines } from "../text/clean-text.ts";
import { CustomerReference } from "./customer.ts";
import { Contact, ContactKind, CustomerName, CustomerNumber, NumberKind } from "./customer-values.ts";
import { DisclosureReason } from "./disclosure.ts";

const text = (maxChars: number) => z.string().overwrite(cleanLine).min(1).max(maxChars);

/** An identified-customer record; 96 random bits. */
export const ReferralId = z.string().regex(/^r[0-9a-f]{24}$/);
export type ReferralId = z.infer<typeof ReferralId>;

/** `offered`: nobody has met the customer yet; `introduced`: an RM has, in the hall; `to_follow_up`: later, so a contact is needed. */
export const OpenReferralStatus = z.enum(["offered", "introduced", "to_follow_up"]);
export type OpenReferralStatus = z.infer<typeof OpenReferralStatus>;

/** What an outcome makes of a record: `concluded`: something was opened or sold; `not_interested`: the customer wants nothing. */
export const OutcomeStatus = z.enum(["concluded", "not_interested", "to_follow_up"]);
export type OutcomeStatus = z.infer<typeof OutcomeStatus>;

/** Where a record stands: still open, or over by its outcome. */
export const ReferralStatus = z.enum([...OpenReferralStatus.options, "concluded", "not_interested"]);
export type ReferralStatus = z.infer<typeof ReferralStatus>;

export const BestContactTime = text(60);
export const Remarks = z.string().overwrite(cleanLines).min(1).max(TEXT_MAX_CHARS);

export const ConsentStatus = z.enum(["given", "refused", "not-asked"]);
export const ConsentChannel = z.enum(["spoken", "written", "phone", "online"]);
/** What the customer said to being contacted; the branch adds when. */
export const ConsentGiven = z.strictObject({ status: ConsentStatus, how: ConsentChannel.optional() });
export type ConsentGiven = z.infer<typeof ConsentGiven>;
export const Consent = z.object({
	status: ConsentStatus,
	how: ConsentChannel.nullable(),
	/** Wall-clock time at which it was noted; null: never asked. */
	at: EpochMs.nullable(),
});
export type Consent = z.infer<typeof Consent>;

/** What came of it. Amounts in fen, a hundredth of a yuan. */
export const ReferralOutcome = z.strictObject({
	accounts: z.array(z.strictObject({ kind: text(40), number: text(WRITTEN_NUMBER_MAX_CHARS).optional() })).max(10),
	sold: z.array(z.strictObject({ product: text(60), amountFen: z.number().int().min(0).max(1e14) })).max(20),
});
export type ReferralOutcome = z.infer<typeof ReferralOutcome>;

/** An outcome as it is recorded; without a status, whatever was opened or sold concludes the record. */
export const OutcomeBody = ReferralOutcome.extend({ status: OutcomeStatus.optional() });
export type OutcomeBody = z.infer<typeof OutcomeBody>;

/** A new record. Needed are a name (in *reference only* mode the customer's reference) and why; all else may follow. */
export const ReferralBody = z
	.strictObject({
		name: CustomerName.optional(),
		customerReference: CustomerReference.optional(),
		reasonCode: Slug,
		status: OpenReferralStatus.default("offered"),
		/** Who recognised the customer, when it was not the sender. */
		identifiedBy: StaffId.optional(),
		/** The relationship manager chosen. */
		managerId: StaffId.optional(),
		ticketId: TicketId.optional(),
		number: CustomerNumber.optional(),
		contact: Contact.optional(),
		bestContactTime: BestContactTime.optional(),
		remarks: Remarks.optional(),
		consent: ConsentGiven.optional(),
	})
	.meta({ description: "name or customerReference is needed, and a reason code" });
export type ReferralBody = z.infer<typeof ReferralBody>;

/** Only what is named changes; null takes a value away. */
export const ReferralChange = z.strictObject({
	/** An open one takes a record up again; over it is by its outcome alone. */
	status: OpenReferralStatus.optional(),
	reasonCode: Slug.optional(),
	name: CustomerName.optional(),
	customerReference: CustomerReference.nullable().optional(),
	managerId: StaffId.nullable().optional(),
	ticketId: TicketId.nullable().optional(),
	number: CustomerNumber.nullable().optional(),
	contact: Contact.nullable().optional(),
	bestContactTime: BestContactTime.nullable().optional(),
	remarks: Remarks.nullable().optional(),
	consent: ConsentGiven.optional(),
	/** The customer objects to being contacted, or no longer does. */
	objection: z.boolean().optional(),
});
export type ReferralChange = z.infer<typeof ReferralChange>;

/** A record as everybody who may read it sees it: every personal value is masked. */
export const ReferralRow = z.object({
	referralId: ReferralId,
	branchId: BranchId,
	businessDay: BusinessDay,
	/** Branch time. */
	recordedAt: EpochMs,
	status: ReferralStatus,
	reasonCode: Slug,
	/** Who recognised the customer, and as what. */
	staffId: StaffId,
	/** Here as below: null for somebody whom the bank's books do not have. */
	staffName: Bilingual.nullable(),
	role: Role,
	managerId: StaffId.nullable(),
	managerName: Bilingual.nullable(),
	ticketId: TicketId.nullable(),
	customerReference: CustomerReference.nullable(),
	/** Masked; null when there is none or it has been erased. */
	name: z.string().nullable(),
	number: z.object({ kind: NumberKind, value: z.string() }).nullable(),
	contact: z.object({ kind: ContactKind, value: z.string() }).nullable(),
	/** Whether there is something to show. */
	has: z.object({ bestContactTime: z.boolean(), remarks: z.boolean(), outcome: z.boolean() }),
	consent: Consent,
	objectedAt: EpochMs.nullable(),
	/** Consent is given and nobody objected: only then may anything be sent to the customer. */
	mayContact: z.boolean(),
	/** Still to be completed before the day closes: to follow up, and neither contact nor reference. */
	incomplete: z.boolean(),
	/** The relationship manager's confirmation. */
	signed: z.object({ by: StaffId, name: Bilingual.nullable(), at: EpochMs, status: ReferralStatus }).nullable(),
	outcomeAt: EpochMs.nullable(),
	/** When its personal values were destroyed, by request or by retention. */
	erasedAt: EpochMs.nullable(),
	/** Rises by one with each change; sent back as `If-Match`. */
	version: z.number().int(),
});
export type ReferralRow = z.infer<typeof ReferralRow>;

export const ReferralField = z.enum(["name", "number", "contact", "bestContactTime", "remarks", "outcome"]);
export type ReferralField = z.infer<typeof ReferralField>;

export const ShowBody = z.strictObject({
	fields: z.array(ReferralField).min(1).max(ReferralField.options.length),
	reason: DisclosureReason,
});
export type ShowBody = z.infer<typeof ShowBody>;

/** Personal values in full; only the fields asked for are there, null where there is nothing. */
export const ReferralValues = z.object({
	name: z.string().nullable().optional(),
	number: CustomerNumber.nullable().optional(),
	contact: Contact.nullable().optional(),
	bestContactTime: z.string().nullable().optional(),
	remarks: z.string().nullable().optional(),
	outcome: ReferralOutcome.nullable().optional(),
});
export type ReferralValues = z.infer<typeof ReferralValues>;

export const ShownReferral = z.object({
	referralId: ReferralId,
	values: ReferralValues,
	/** Wall-clock time at which the page must take the values away again. */
	hideAt: EpochMs,
});
export type ShownReferral = z.infer<typeof ShownReferral>;

/** An RM met the customer in the hall, or will follow up. A head who signs for the one assigned says why. */
export const SignBody = z.strictObject({
	status: OpenReferralStatus.exclude(["offered"]),
	reason: DisclosureReason.optional(),
});
export type SignBody = z.infer<typeof SignBody>;

/** Everything held of one person, in full. */
export const PersonExport = z.object({
	madeAt: EpochMs,
	/** True when there are more records than one export holds. */
	cut: z.boolean(),
	referrals: z.array(z.object({ record: ReferralRow, values: ReferralValues })),
});
export type PersonExport = z.infer<typeof PersonExport>;
