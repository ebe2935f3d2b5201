import { call } from "../../client-kit/call/call.ts";
import type { Credential } from "../../client-kit/call/credential.ts";
import { CREATE_REFERRAL } from "../../rules/routes/referral.ts";
import type { ReferralBody } from "../../schema/customer/referral.ts";
import { type Records, useRecordOutbox } from "../record/use-record-outbox.ts";
import type { ReferralDraft } from "./referral-draft.ts";

/** The records of this branch, as the phone works with them. */
export type Referrals = Records<ReferralDraft, ReferralBody, { readonly referralId: string }> & {
	readonly branchId: string;
	readonly credential: Credential | null;
};

export function useReferrals(branchId: string, credential: Credential | null): Referrals {
	const records: Omit<Referrals, "branchId" | "credential"> = useRecordOutbox((commandId, body) =>
		call(CREATE_REFERRAL, { params: { branchId }, body }, credential, { commandId }),
	);
	return { ...records, branchId, credential };
}
