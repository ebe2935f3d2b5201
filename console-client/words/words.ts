import { chosenLocale } from "../../client-kit/language/chosen-locale.ts";
import { createTranslator } from "../../client-kit/language/i18n.ts";
import { sharedWords } from "../../client-kit/words/shared-words.ts";
import { wordsOf } from "../../react-kit/words/page-words.ts";
import { actWords } from "./act-words.ts";
import { branchWords } from "./branch-words.ts";
import { caseWords } from "./case-words.ts";
import { configurationWords } from "./configuration-words.ts";
import { creditWords } from "./credit-words.ts";
import { deviceWords } from "./device-words.ts";
import { editorWords } from "./editor-words.ts";
import { emptyWords } from "./empty-words.ts";
import { forecastWords } from "./forecast-words.ts";
import { frameWords } from "./frame-words.ts";
import { institutionWords } from "./institution-words.ts";
import { ledgerWords } from "./ledger-words.ts";
import { mineWords } from "./mine-words.ts";
import { newBranchWords } from "./new-branch-words.ts";
import { noticeWords } from "./notice-words.ts";
import { overviewWords } from "./overview-words.ts";
import { peopleWords } from "./people-words.ts";
import { personWords } from "./person-words.ts";
import { policyWords } from "./policy-words.ts";
import { quoteWords } from "./quote-words.ts";
import { reportWords } from "./report-words.ts";
import { serviceWords } from "./service-words.ts";

const zh = {
	...sharedWords.zh,
	...frameWords.zh,
	...branchWords.zh,
	...forecastWords.zh,
	...quoteWords.zh,
	...creditWords.zh,
	...policyWords.zh,
	...overviewWords.zh,
	...emptyWords.zh,
	...reportWords.zh,
	...peopleWords.zh,
	...institutionWords.zh,
	...newBranchWords.zh,
	...configurationWords.zh,
	...editorWords.zh,
	...noticeWords.zh,
	...deviceWords.zh,
	...serviceWords.zh,
	...mineWords.zh,
	...ledgerWords.zh,
	...actWords.zh,
	...personWords.zh,
	...caseWords.zh,
};
const en = {
	...sharedWords.en,
	...frameWords.en,
	...branchWords.en,
	...forecastWords.en,
	...quoteWords.en,
	...creditWords.en,
	...policyWords.en,
	...overviewWords.en,
	...emptyWords.en,
	...reportWords.en,
	...peopleWords.en,
	...institutionWords.en,
	...newBranchWords.en,
	...configurationWords.en,
	...editorWords.en,
	...noticeWords.en,
	...deviceWords.en,
	...serviceWords.en,
	...mineWords.en,
	...ledgerWords.en,
	...actWords.en,
	...personWords.en,
	...caseWords.en,
};

/** The one translator of the console; the choice of language is remembered. */
const translator = createTranslator({ zh, en }, { chosen: chosenLocale });

/** A text of the console by its key. */
export type Word = keyof typeof zh;
/** A text that needs nothing filled in. */
export type PlainWord = { [Key in Word]: (typeof zh)[Key] extends `${string}{{${string}` ? never : Key }[Word];

export type Words = ReturnType<typeof useWords>;

/** The words in the present language; the component is drawn again when the language changes. */
export const { useWords, switchLanguage } = wordsOf(translator);
