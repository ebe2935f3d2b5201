import type { Contact, CustomerNumber, SearchedBy } from "../../schema/customer/customer-values.ts";
import type { doubtOfIdNumber } from "../../schema/text/written-number.ts";
import type { customerWords } from "./customer-words.ts";

type Word = keyof (typeof customerWords)["zh"];

/** Which word stands for which kind of number; a kind without a word does not compile. */
export const NUMBER_WORD = {
	account: "kindAccount",
	"id-number": "kindIdNumber",
	"information-number": "kindInformationNumber",
} as const satisfies Record<CustomerNumber["kind"], Word>;

export const CONTACT_WORD = {
	phone: "kindPhone",
	wechat: "kindWechat",
	email: "kindEmail",
} as const satisfies Record<Contact["kind"], Word>;

export const KNOWN_WORD = { ...NUMBER_WORD, ...CONTACT_WORD } as const;

/** By what a person is looked for. */
export const SEARCHED_WORD = {
	...NUMBER_WORD,
	phone: CONTACT_WORD.phone,
	reference: "customerReference",
} as const satisfies Record<SearchedBy, Word>;

/** What somebody who typed an ID number should look at again. */
export const ID_DOUBT_WORD = {
	date: "idDoubtDate",
	check: "idDoubtCheck",
} as const satisfies Record<NonNullable<ReturnType<typeof doubtOfIdNumber>>, Word>;
