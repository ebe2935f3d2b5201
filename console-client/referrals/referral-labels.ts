import { CONTACT_WORD, NUMBER_WORD, REFERRAL_STATUS_WORD } from "../../client-kit/words/referral-labels.ts";
import type { SearchedBy } from "../../schema/customer/customer-values.ts";
import type { ReferralField, ReferralStatus } from "../../schema/customer/referral.ts";
import type { Tone } from "../parts/tone.ts";
import type { PlainWord } from "../words/words.ts";

export const STATUS = {
	offered: { word: REFERRAL_STATUS_WORD.offered, tone: "near" },
	introduced: { word: REFERRAL_STATUS_WORD.introduced, tone: "good" },
	to_follow_up: { word: REFERRAL_STATUS_WORD.to_follow_up, tone: "near" },
	concluded: { word: REFERRAL_STATUS_WORD.concluded, tone: "good" },
	not_interested: { word: REFERRAL_STATUS_WORD.not_interested, tone: "plain" },
} as const satisfies Record<ReferralStatus, { readonly word: PlainWord; readonly tone: Tone }>;

export const FIELD_WORD = {
	name: "referralCustomer",
	number: "referralNumber",
	contact: "referralContact",
	bestContactTime: "referralBestTime",
	remarks: "referralRemarks",
	outcome: "outcome",
} as const satisfies Record<ReferralField, PlainWord>;

export const FIELDS = Object.keys(FIELD_WORD) as readonly ReferralField[];

export const SEARCHED_WORD = {
	...NUMBER_WORD,
	phone: CONTACT_WORD.phone,
	reference: "customerReference",
} as const satisfies Record<SearchedBy, PlainWord>;
