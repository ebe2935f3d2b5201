import type { Bilingual } from "../../schema/ids.ts";
import type { ConsentGiven, Contact, CustomerNumber, ReferralStatus } from "../../schema/referral.ts";
import { REASON_CODES } from "../../schema/shipped-reason-codes.ts";
import type { doubtOfIdNumber } from "../../schema/written-number.ts";
import type { referralWords } from "./referral-words.ts";

type Word = keyof (typeof referralWords)["zh"];

/** Which word stands for which value of a record; a value without a word does not compile. */
export const REFERRAL_STATUS_WORD = {
	offered: "statusOffered",
	introduced: "statusIntroduced",
	to_follow_up: "statusToFollowUp",
} as const satisfies Record<ReferralStatus, Word>;

export const NUMBER_WORD = {
	account: "kindAccount",
	"id-number": "kindIdNumber",
	"information-number": "kindInformationNumber",
} as const satisfies Record<CustomerNumber["kind"], Word>;

/** What somebody who typed an ID number should look at again. */
export const ID_DOUBT_WORD = {
	date: "idDoubtDate",
	check: "idDoubtCheck",
} as const satisfies Record<NonNullable<ReturnType<typeof doubtOfIdNumber>>, Word>;

export const CONTACT_WORD = {
	phone: "kindPhone",
	wechat: "kindWechat",
	email: "kindEmail",
} as const satisfies Record<Contact["kind"], Word>;

export const CONSENT_WORD = {
	given: "consentGiven",
	refused: "consentRefused",
	"not-asked": "consentNotAsked",
} as const satisfies Record<ConsentGiven["status"], Word>;

/** The lists that people work through, by the filter that each asks for. */
export const REFERRAL_LIST_WORD = {
	all: "all",
	unsigned: "listUnsigned",
	incomplete: "listIncomplete",
	mine: "listMine",
} as const satisfies Record<string, Word | "all">;

/** Why the customer was recognised, in words; the code itself when head office has one that is not known here. */
export function reasonText(code: string, name: (bilingual: Bilingual) => string): string {
	const known = REASON_CODES.find(({ id }) => id === code);
	return known === undefined ? code : name(known.name);
}
