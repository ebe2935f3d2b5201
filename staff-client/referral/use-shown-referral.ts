import { call } from "../../client-kit/call/call.ts";
import type { Credential } from "../../client-kit/call/credential.ts";
import { fieldsToShow } from "../../client-kit/customer/referral-fields.ts";
import { SHOW_REFERRAL } from "../../rules/routes/referral.ts";
import type { ReferralRow, ReferralValues } from "../../schema/customer/referral.ts";
import { type ShownValues, useShown } from "../record/use-shown.ts";

export type ReferralShown = ShownValues<ReferralValues>;

/** A record's values in full, while they may be seen. */
export function useShownReferral(row: ReferralRow, credential: Credential | null): ReferralShown {
	const { branchId, referralId, version } = row;
	return useShown(version, (reason) =>
		call(SHOW_REFERRAL, { params: { branchId, referralId }, body: { fields: fieldsToShow(row), reason } }, credential),
	);
}
