import { useSyncExternalStore } from "react";
import { type Dict, type Locale, pick, type Translator } from "../../client-kit/language/i18n.ts";
import type { Bilingual } from "../../schema/ids.ts";

/** The words of a page in the present language. */
export type PageWords<Zh extends Dict> = Pick<Translator<Zh>, "t" | "tIn"> & {
	readonly locale: Locale;
	/** The part of a configured name in the present language. */
	name(bilingual: Bilingual): string;
};

/** A client's own `useWords` and the switch of its language; whoever uses the words is drawn again when that changes. */
export function wordsOf<Zh extends Dict>(translator: Translator<Zh>) {
	const { t, tIn, locale, setLocale, onChange } = translator;
	const useWords = (): PageWords<Zh> => {
		const present = useSyncExternalStore(onChange, locale);
		return { t, tIn, locale: present, name: (bilingual) => pick(bilingual, present) };
	};
	const switchLanguage = () => setLocale(locale() === "zh" ? "en" : "zh");
	return { useWords, switchLanguage };
}
