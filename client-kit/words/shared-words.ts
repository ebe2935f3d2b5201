import { caseWords } from "./case-words.ts";
import { customerWords } from "./customer-words.ts";
import { deviceWords } from "./device-words.ts";
import { figureWords } from "./figure-words.ts";
import { networkWords } from "./network-words.ts";
import { pageWords } from "./page-words.ts";
import { referralWords } from "./referral-words.ts";
import { rightWords } from "./right-words.ts";
import { sessionWords } from "./session-words.ts";
import { strengthWords } from "./strength-words.ts";

/** What the staff pages and the console both say: one thing has one name. Screens of the hall have words of their own. */
export const sharedWords = {
	zh: {
		...pageWords.zh,
		...networkWords.zh,
		...figureWords.zh,
		...sessionWords.zh,
		...strengthWords.zh,
		...rightWords.zh,
		...deviceWords.zh,
		...referralWords.zh,
		...customerWords.zh,
		...caseWords.zh,
	},
	en: {
		...pageWords.en,
		...networkWords.en,
		...figureWords.en,
		...sessionWords.en,
		...strengthWords.en,
		...rightWords.en,
		...deviceWords.en,
		...referralWords.en,
		...customerWords.en,
		...caseWords.en,
	},
} as const;
