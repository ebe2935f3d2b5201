import {
	Contact,
	CustomerNumber,
	type ReferralBody,
	type ReferralField,
	ReferralOutcome,
	type ReferralValues,
} from "../../schema/referral.ts";
import { blindIndex } from "./blind-index.ts";
import { type NamedKey, openText, type SealedPlace, sealText } from "./envelope.ts";
import type { Vault } from "./vault.ts";

/** The personal half of a record in clear: while it is worked on, and never longer. */
export type ClearValues = { readonly [Field in ReferralField]?: ReferralValues[Field] };
type SealedValues = { readonly [Field in ReferralField]?: string | null };

/** What a new record holds in clear. */
export function valuesOf(body: ReferralBody): ClearValues {
	const { name, number, contact, bestContactTime, remarks } = body;
	return { name, number, contact, bestContactTime, remarks };
}

/** Seals every value that is there; null stays null, and what is not named is not named again. */
export async function sealValues(
	key: NamedKey,
	at: { readonly branchId: string; readonly referralId: string },
	values: ClearValues,
): Promise<SealedValues> {
	const sealed = Object.entries(values).map(async ([column, value]) => {
		if (value === undefined) return [];
		if (value === null) return [[column, null]];
		const text = typeof value === "string" ? value : JSON.stringify(value);
		return [[column, await sealText(key, placeOf(at, column), text)]];
	});
	return Object.fromEntries((await Promise.all(sealed)).flat());
}

/** The values asked for in clear, null where there is nothing. Throws `EnvelopeError` for what was tampered with. */
export async function openValues(
	key: NamedKey,
	row: SealedValues & { readonly branchId: string; readonly referralId: string },
	fields: readonly ReferralField[],
): Promise<ReferralValues> {
	const opened = fields.map(async (field) => {
		const sealed = row[field];
		return [field, sealed == null ? null : await openText(key, placeOf(row, field), sealed)] as const;
	});
	const texts: { [Field in ReferralField]?: string | null } = Object.fromEntries(await Promise.all(opened));
	const { number, contact, outcome, ...plain } = texts;
	return {
		...plain,
		...(number === undefined ? {} : { number: number === null ? null : CustomerNumber.parse(JSON.parse(number)) }),
		...(contact === undefined ? {} : { contact: contact === null ? null : Contact.parse(JSON.parse(contact)) }),
		...(outcome === undefined ? {} : { outcome: outcome === null ? null : ReferralOutcome.parse(JSON.parse(outcome)) }),
	};
}

/** Kinds and blind indexes of the numbers that are named; null where one is taken away. */
export async function indexesOf(vault: Vault, { number, contact }: ClearValues) {
	const numberIndex = number ? await blindIndex(vault, number.kind, number.value) : null;
	const contactIndex = contact?.kind === "phone" ? await blindIndex(vault, "phone", contact.value) : null;
	return {
		...(number === undefined ? {} : { numberKind: number?.kind ?? null, numberIndex }),
		...(contact === undefined ? {} : { contactKind: contact?.kind ?? null, contactIndex }),
	};
}

function placeOf({ branchId, referralId }: { readonly branchId: string; readonly referralId: string }, column: string) {
	return { branchId, table: "referrals", column, row: referralId } satisfies SealedPlace;
}
