import * as z from "zod";
import { Role } from "./actor.ts";
import { CustomerReference } from "./customer.ts";
import { BranchId, BusinessDay, CommandId, EpochMs, Slug, StaffId, TicketId } from "./ids.ts";
import { Consent, ContactKind, NumberKind, OpenReferralStatus, ReferralField, ReferralId } from "./referral.ts";

/** `algorithm.keyId.iv.ciphertext`, the last two in base64url. */
export const Sealed = z.string().regex(/^[A-Z0-9]{3,16}\.[A-Za-z0-9:_-]{1,80}\.[A-Za-z0-9_-]{16}\.[A-Za-z0-9_-]+$/);
export type Sealed = z.infer<typeof Sealed>;

/** How long a class of personal data is kept; see `RETENTION` of the worker. */
export const RetentionClass = z.enum(["visit", "referral", "case"]);
export type RetentionClass = z.infer<typeof RetentionClass>;

/** A data key as it is stored: wrapped by a key-encryption key, which only the worker has. */
export const WrappedKey = z.strictObject({
	keyId: z.string(),
	retention: RetentionClass,
	branchId: BranchId,
	wrappingKeyId: z.string(),
	wrapped: Sealed,
	/** Wall-clock times. */
	createdAt: EpochMs,
	expiresAt: EpochMs,
});
export type WrappedKey = z.infer<typeof WrappedKey>;

/** A keyed hash of a number; the same number gives the same hash and nothing else can be told from it. */
export const BlindIndex = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
export type BlindIndex = z.infer<typeof BlindIndex>;

/** The personal half of a new record, as it leaves the door. */
export const SealedReferral = z.strictObject({
	referralId: ReferralId,
	branchId: BranchId,
	key: WrappedKey,
	values: z.partialRecord(ReferralField, Sealed),
	numberKind: NumberKind.nullable(),
	contactKind: ContactKind.nullable(),
	numberIndex: BlindIndex.nullable(),
	contactIndex: BlindIndex.nullable(),
	customerReference: CustomerReference.nullable(),
	consent: Consent,
});
export type SealedReferral = z.infer<typeof SealedReferral>;

/** The door's word to the branch about a new record: what the branch may know of it, and no more. */
export const RecordReferral = z.strictObject({
	type: z.literal("record-referral"),
	status: OpenReferralStatus,
	reasonCode: Slug,
	identifiedBy: StaffId.optional(),
	managerId: StaffId.optional(),
	ticketId: TicketId.optional(),
	holds: z.array(ReferralField),
	hasReference: z.boolean(),
	/** Keyed hash of the personal values, so that an id used again for another customer is noticed. */
	content: BlindIndex,
});
export type RecordReferral = z.infer<typeof RecordReferral>;
export const ReferralRequest = z.strictObject({ commandId: CommandId, command: RecordReferral });
export type ReferralRequest = z.infer<typeof ReferralRequest>;

/** What waits in the branch until the bank's memory has it. */
export const OutboxEntry = SealedReferral.extend({
	businessDay: BusinessDay,
	/** Branch time. */
	recordedAt: EpochMs,
	status: OpenReferralStatus,
	reasonCode: Slug,
	staffId: StaffId,
	role: Role,
	managerId: StaffId.nullable(),
	ticketId: TicketId.nullable(),
});
export type OutboxEntry = z.infer<typeof OutboxEntry>;
