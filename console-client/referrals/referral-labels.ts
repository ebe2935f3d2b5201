import type { ReferralField, ReferralRow, ReferralStatus, SearchedBy } from "../../schema/referral.ts";
import { REASON_CODES } from "../../schema/shipped-reason-codes.ts";
import type { Tone } from "../parts/tone.ts";
import type { PlainWord, Words } from "../words/words.ts";

export const STATUS = {
	offered: { word: "statusOffered", tone: "near" },
	introduced: { word: "statusIntroduced", tone: "good" },
	to_follow_up: { word: "statusToFollowUp", tone: "near" },
} as const satisfies Record<ReferralStatus, { readonly word: PlainWord; readonly tone: Tone }>;

export const FIELD_WORD = {
	name: "referralCustomer",
	number: "referralNumber",
	contact: "referralContact",
	bestContactTime: "referralBestTime",
	remarks: "referralRemarks",
	outcome: "referralOutcome",
} as const satisfies Record<ReferralField, PlainWord>;

export const FIELDS = Object.keys(FIELD_WORD) as readonly ReferralField[];

export const NUMBER_WORD = {
	account: "kindAccount",
	"id-number": "kindIdNumber",
	"information-number": "kindInformationNumber",
} as const satisfies Record<NonNullable<ReferralRow["number"]>["kind"], PlainWord>;

export const CONTACT_WORD = {
	phone: "kindPhone",
	wechat: "kindWechat",
	email: "kindEmail",
} as const satisfies Record<NonNullable<ReferralRow["contact"]>["kind"], PlainWord>;

export const SEARCHED_WORD = {
	account: "kindAccount",
	"id-number": "kindIdNumber",
	"information-number": "kindInformationNumber",
	phone: "kindPhone",
	reference: "kindReference",
} as const satisfies Record<SearchedBy, PlainWord>;

export const CONSENT_WORD = {
	given: "consentGiven",
	refused: "consentRefused",
	"not-asked": "consentNotAsked",
} as const satisfies Record<ReferralRow["consent"]["status"], PlainWord>;

/** Why the customer was recognised, in words; the code itself when head office has one that is not known here. */
export function reasonText(code: string, name: Words["name"]): string {
	const known = REASON_CODES.find(({ id }) => id === code);
	return known === undefined ? code : name(known.name);
}

/** Whether a record holds something to show in this field. */
export function hasField(row: ReferralRow, field: ReferralField): boolean {
	if (row.erasedAt !== null) return false;
	switch (field) {
		case "name":
		case "number":
		case "contact":
			return row[field] !== null;
		case "bestContactTime":
		case "remarks":
		case "outcome":
			return row.has[field];
		default:
			return field satisfies never;
	}
}
