import { chosenLocale } from "../../client-kit/language/chosen-locale.ts";
import { createTranslator } from "../../client-kit/language/i18n.ts";
import { sharedWords } from "../../client-kit/words/shared-words.ts";
import { wordsOf } from "../../react-kit/words/page-words.ts";
import { alertWords } from "./alert-words.ts";
import { approveWords } from "./approve-words.ts";
import { caseWords } from "./case-words.ts";
import { counterWords } from "./counter-words.ts";
import { hallWords } from "./hall-words.ts";
import { ownWorkWords } from "./own-work-words.ts";
import { phoneWords } from "./phone-words.ts";
import { presenceWords } from "./presence-words.ts";
import { recogniseWords } from "./recognise-words.ts";
import { referralWords } from "./referral-words.ts";
import { sessionWords } from "./session-words.ts";
import { startWords } from "./start-words.ts";

/** The one translator of the staff pages; the choice of language is remembered. */
const translator = createTranslator(
	{
		zh: {
			...sharedWords.zh,
			...hallWords.zh,
			...alertWords.zh,
			...phoneWords.zh,
			...presenceWords.zh,
			...counterWords.zh,
			...ownWorkWords.zh,
			...startWords.zh,
			...approveWords.zh,
			...sessionWords.zh,
			...recogniseWords.zh,
			...referralWords.zh,
			...caseWords.zh,
		},
		en: {
			...sharedWords.en,
			...hallWords.en,
			...alertWords.en,
			...phoneWords.en,
			...presenceWords.en,
			...counterWords.en,
			...ownWorkWords.en,
			...startWords.en,
			...approveWords.en,
			...sessionWords.en,
			...recogniseWords.en,
			...referralWords.en,
			...caseWords.en,
		},
	},
	{ chosen: chosenLocale },
);

export type Words = ReturnType<typeof useWords>;

/** The words in the present language; the component is drawn again when the language changes. */
export const { useWords, switchLanguage } = wordsOf(translator);
