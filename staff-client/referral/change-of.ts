import { isOpenStatus } from "../../client-kit/words/referral-labels.ts";
import type { ReferralChange, ReferralRow } from "../../schema/customer/referral.ts";
import { namingOf, type ReferralDraft, spoken } from "./referral-draft.ts";

/** Only what differs from the record as it was read, so that nothing is overwritten by what was merely on the page. */
export function changeOf(
	row: ReferralRow,
	typed: {
		readonly draft: ReferralDraft;
		readonly status: ReferralRow["status"];
		readonly objects: boolean;
		readonly referenceOnly: boolean;
	},
): ReferralChange {
	const { draft, status, objects, referenceOnly } = typed;
	const reference = draft.reference.trim().toUpperCase();
	return {
		...(status !== row.status && isOpenStatus(status) && { status }),
		...(referenceOnly ? {} : namingOf(draft)),
		...(reference !== "" && { customerReference: reference }),
		...(draft.managerId !== row.managerId && { managerId: draft.managerId }),
		...spoken(draft),
		...(draft.consent !== row.consent.status && { consent: consentOf(draft) }),
		...(objects !== (row.objectedAt !== null) && { objection: objects }),
	};
}

function consentOf({ consent }: ReferralDraft): NonNullable<ReferralChange["consent"]> {
	return consent === "not-asked" ? { status: consent } : { status: consent, how: "spoken" };
}
