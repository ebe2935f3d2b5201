import { Consent, type Contact, type ReferralField, ReferralRow, type ReferralValues } from "../../schema/referral.ts";
import { maskContact, maskName, maskNumber } from "../domain/mask.ts";
import type { StoredReferral } from "../records/referral.ts";
import { unwrap } from "./data-key.ts";
import { openValues } from "./referral-values.ts";
import type { Vault } from "./vault.ts";

const MASKED: readonly ReferralField[] = ["name", "number", "contact"];
const NOTHING: ReferralValues = { name: null, number: null, contact: null };

/** A record as everybody who may read it sees it. Throws `EnvelopeError` when its values do not open. */
export async function maskedReferral(vault: Vault, { row, key, names }: StoredReferral): Promise<ReferralRow> {
	return rowWith({ row, names }, key === null ? NOTHING : await openValues(await unwrap(vault, key), row, MASKED));
}

/** A record whose values do not open: the list it stands in goes on without them. */
export function closedReferral(stored: StoredReferral): ReferralRow {
	return rowWith(stored, NOTHING);
}

function rowWith(
	{ row, names }: Pick<StoredReferral, "row" | "names">,
	{ name, number, contact }: ReferralValues,
): ReferralRow {
	const { signedBy, signedAt, signedStatus } = row;
	const consent = Consent.parse({ status: row.consent, how: row.consentHow, at: row.consentAt });
	return ReferralRow.parse({
		...row,
		name: name ? maskName(name) : null,
		number: number ? { kind: number.kind, value: maskNumber(number.kind, number.value) } : null,
		contact: contact ? maskedContact(contact) : null,
		has: {
			bestContactTime: row.bestContactTime !== null,
			remarks: row.remarks !== null,
			outcome: row.outcome !== null,
		},
		consent,
		mayContact: consent.status === "given" && row.objectedAt === null && row.erasedAt === null,
		incomplete:
			row.status === "to_follow_up" && row.contact === null && row.customerReference === null && row.erasedAt === null,
		staffName: names.staff,
		managerName: names.manager,
		signed: signedBy === null ? null : { by: signedBy, name: names.signer, at: signedAt, status: signedStatus },
	});
}

function maskedContact({ kind, value }: Contact): Contact {
	return { kind, value: maskContact(kind, value) };
}
