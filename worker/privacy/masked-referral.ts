import type { StoredCase } from "../../schema/customer/case.ts";
import { Contact, CustomerNumber } from "../../schema/customer/customer-values.ts";
import {
	type ReferralField,
	ReferralOutcome,
	ReferralRow,
	type ReferralValues,
} from "../../schema/customer/referral.ts";
import { ReferralFacts } from "../../schema/customer/referral-facts.ts";
import type { Bilingual } from "../../schema/ids.ts";
import { rowOf } from "../domain/case/case-place.ts";
import { maskedFields, openFields } from "./case-fields.ts";
import { unwrap } from "./data-key.ts";
import type { NamedKey } from "./envelope.ts";
import type { Vault } from "./vault.ts";

type Names = ReadonlyMap<string, Bilingual>;

/** A record as everybody who may read it sees it. Throws `EnvelopeError` when its values do not open. */
export async function maskedReferral(vault: Vault, stored: StoredCase, names: Names): Promise<ReferralRow> {
	return rowWith(stored, names, stored.key === null ? {} : await maskedFields(await unwrap(vault, stored.key), stored));
}

/** A record whose values do not open: the list it stands in goes on without them. */
export function closedReferral(stored: StoredCase, names: Names): ReferralRow {
	return rowWith(stored, names, {});
}

function rowWith(stored: StoredCase, names: Names, masked: Awaited<ReturnType<typeof maskedFields>>): ReferralRow {
	const { stage, ownerId, openedAt, erasedAt, fields, ties } = stored;
	const facts = ReferralFacts.parse(stored.facts);
	const managerId = facts.isAssigned === 1 ? ownerId : null;
	const nameOf = (staffId: string | null) => (staffId === null ? null : (names.get(staffId) ?? null));
	const { customerReference = null, ticketId = null } = ties;
	const consent = { status: facts.consent, how: facts.consentHow, at: facts.consentAt };
	const signed = { by: facts.signedBy, name: nameOf(facts.signedBy), at: facts.signedAt, status: facts.signedStatus };
	return ReferralRow.parse({
		...{ ...stored, ...facts, referralId: rowOf(stored), recordedAt: openedAt, status: stage, managerId, ticketId },
		...{ staffName: nameOf(facts.staffId), managerName: nameOf(managerId), customerReference, consent },
		...{ name: masked.name ?? null, number: masked.number ?? null, contact: masked.contact ?? null },
		has: {
			bestContactTime: fields.bestContactTime !== undefined,
			remarks: fields.remarks !== undefined,
			outcome: fields.outcome !== undefined,
		},
		mayContact: facts.consent === "given" && facts.objectedAt === null && erasedAt === null,
		incomplete:
			stage === "to_follow_up" && fields.contact === undefined && customerReference === null && erasedAt === null,
		signed: facts.signedBy === null ? null : signed,
	});
}

/** The values asked for in clear, null where there is nothing. Throws `EnvelopeError` for what was tampered with. */
export async function openValues(
	key: NamedKey,
	stored: StoredCase,
	wanted: readonly ReferralField[],
): Promise<ReferralValues> {
	const { number, contact, outcome, ...plain } = await openFields(key, stored, wanted);
	return {
		...plain,
		...(number === undefined ? {} : { number: number && CustomerNumber.parse(JSON.parse(number)) }),
		...(contact === undefined ? {} : { contact: contact && Contact.parse(JSON.parse(contact)) }),
		...(outcome === undefined ? {} : { outcome: outcome && ReferralOutcome.parse(JSON.parse(outcome)) }),
	} as ReferralValues;
}
