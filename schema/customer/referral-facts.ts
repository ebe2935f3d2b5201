import * as z from "zod";
import { Role } from "../actor.ts";
import { EpochMs, Slug, StaffId } from "../ids.ts";
import { ConsentChannel, ConsentStatus, ReferralStatus } from "./referral.ts";

const Flag = z.literal([0, 1]);

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
	consentHow: ConsentChannel.nullable().optional(),
	objection: Flag.optional(),
});
export type AskedOfReferral = z.infer<typeof AskedOfReferral>;
