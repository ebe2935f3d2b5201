import * as z from "zod";
import { REFERRAL } from "../../rules/case/referral.ts";
import { Role } from "../actor.ts";
import { EpochMs, Slug, StaffId } from "../ids.ts";

/** An identified-customer record; 96 random bits. The random part of its case's id. */
export const ReferralId = z.string().regex(/^r[0-9a-f]{24}$/);
export type ReferralId = z.infer<typeof ReferralId>;

/** `offered`: nobody has met the customer yet; `introduced`: an RM has, in the hall; `to_follow_up`: later, so a contact is needed. */
export const OpenReferralStatus = z.enum(REFERRAL.open);
export type OpenReferralStatus = z.infer<typeof OpenReferralStatus>;

/** Where a record stands: still open, or over by its outcome. */
export const ReferralStatus = z.enum([...REFERRAL.open, ...REFERRAL.over]);
export type ReferralStatus = z.infer<typeof ReferralStatus>;

const Flag = z.literal([0, 1]);
const ConsentStatus = z.enum(REFERRAL.asks.consent.oneOf);
const ConsentChannel = z.enum(REFERRAL.asks.consentHow.oneOf);

/** What a record is known by besides its stage, owner and times: facts of its case. */
export const ReferralFacts = z.object({
	/** Who recognised the customer, and as what. */
	staffId: StaffId,
	role: Role,
	reasonCode: Slug,
	/** Whether its owner is a relationship manager chosen; else it is who recognised the customer. */
	isAssigned: Flag,
	consent: ConsentStatus,
	consentHow: ConsentChannel.nullable(),
	/** Wall-clock times. */
	consentAt: EpochMs.nullable(),
	objectedAt: EpochMs.nullable(),
	signedBy: StaffId.nullable(),
	/** Branch times. */
	signedAt: EpochMs.nullable(),
	signedStatus: ReferralStatus.nullable(),
	outcomeAt: EpochMs.nullable(),
});
export type ReferralFacts = z.infer<typeof ReferralFacts>;

/** What a step asks for, in codes: the door's word to the branch. */
export const AskedOfReferral = z.object({
	reasonCode: Slug.optional(),
	identifiedBy: StaffId.optional(),
	consent: ConsentStatus.optional(),
	consentHow: ConsentChannel.optional(),
	objection: Flag.optional(),
});
export type AskedOfReferral = z.infer<typeof AskedOfReferral>;
