import type { Contact, CustomerNumber } from "../../schema/customer/customer-values.ts";
import type {
	ConsentGiven,
	OpenReferralStatus,
	OutcomeStatus,
	ReferralRow,
	ReferralStatus,
} from "../../schema/customer/referral.ts";
import type { Bilingual } from "../../schema/ids.ts";
import { REASON_CODES } from "../../schema/shipped-reason-codes.ts";
import type { doubtOfIdNumber } from "../../schema/text/written-number.ts";
import type { referralWords } from "./referral-words.ts";

type Word = keyof (typeof referralWords)["zh"];

/** Which word stands for which value of a record; a value without a word does not compile. */
export const OPEN_STATUS_WORD = {
	offered: "statusOffered",
	introduced: "statusIntroduced",
	to_follow_up: "statusToFollowUp",
} as const satisfies Record<OpenReferralStatus, Word>;

export const OUTCOME_STATUS_WORD = {
	concluded: "statusConcluded",
	not_interested: "statusNotInterested",
	to_follow_up: "statusToFollowUp",
} as const satisfies Record<OutcomeStatus, Word>;

export const REFERRAL_STATUS_WORD = {
	...OPEN_STATUS_WORD,
	...OUTCOME_STATUS_WORD,
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

/** The lists that people work through. */
export const REFERRAL_LIST_WORD = {
	all: "all",
	unsigned: "listUnsigned",
	follow: "statusToFollowUp",
	incomplete: "listIncomplete",
	mine: "listMine",
} as const satisfies Record<string, Word | "all">;
export type ReferralList = keyof typeof REFERRAL_LIST_WORD;

/** What a change may say of where a record stands: open, or over as its outcome left it. */
export function statusesToChoose(status: ReferralStatus): readonly ReferralStatus[] {
	const open = Object.keys(OPEN_STATUS_WORD) as OpenReferralStatus[];
	return isOpenStatus(status) ? open : [status, ...open];
}

export function isOpenStatus(status: ReferralStatus): status is OpenReferralStatus {
	return status in OPEN_STATUS_WORD;
}

/** Where the form of an outcome starts: as recorded, or at the happy end. */
export function outcomeStatusOf(row: ReferralRow): OutcomeStatus {
	if (row.outcomeAt === null || row.status === "offered" || row.status === "introduced") return "concluded";
	return row.status;
}

/** What each list asks for. */
export const REFERRAL_LIST_QUERY = {
	all: {},
	unsigned: { unsigned: "true" },
	follow: { status: "to_follow_up" },
	incomplete: { incomplete: "true" },
	mine: { mine: "true" },
} as const satisfies Record<ReferralList, object>;

/** Why the customer was recognised, in words; the code itself when head office has one that is not known here. */
export function reasonText(code: string, name: (bilingual: Bilingual) => string): string {
	const known = REASON_CODES.find(({ id }) => id === code);
	return known === undefined ? code : name(known.name);
}
