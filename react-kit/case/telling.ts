import { type ComponentType, createContext, type ReactNode, useContext } from "react";
import type { Saying } from "../../client-kit/case/case-values.ts";
import { fillWell } from "../../client-kit/language/fill-in.ts";
import { bothWords, type Locale, pick, type Translator } from "../../client-kit/language/i18n.ts";
import { caseWords } from "../../client-kit/words/case-words.ts";
import { customerWords } from "../../client-kit/words/customer-words.ts";
import type { CaseShown, CaseStep } from "../../schema/customer/case.ts";
import type { Bilingual } from "../../schema/ids.ts";

const words = {
	zh: { ...caseWords.zh, ...customerWords.zh },
	en: { ...caseWords.en, ...customerWords.en },
} as const;
const { tIn } = bothWords(words, fillWell);

export type Tone = "good" | "near" | "over" | "plain";

/** How a page tells of a case: in which language, time and names, and how it draws a state. */
export type CaseTelling = {
	readonly locale: Locale;
	/** The time of the page, epoch milliseconds: the branch's, or head office's. */
	readonly now: number;
	moment(at: number): string;
	/** Somebody by name; `known` is what the case itself knows of it. */
	person(staffId: string, known: Bilingual | null): string;
	/** Whoever did a step, where a page says more of them than their name. */
	doer?(by: NonNullable<CaseStep["by"]>): string;
	readonly Sign: ComponentType<{ readonly tone: Tone; readonly children: ReactNode }>;
};

export const CaseTellingContext = createContext<CaseTelling | null>(null);

/** How the page tells of a case, with the words of cases in its language. */
export function useTelling() {
	const telling = useContext(CaseTellingContext);
	if (telling === null) throw new Error("outside of a page that tells of cases");
	const { locale, person, moment } = telling;
	const t: Translator<(typeof words)["zh"]>["t"] = (key, ...params) => tIn(locale, key, ...params);
	const name = (bilingual: Bilingual) => pick(bilingual, locale);
	const sayingOf = ({ names }: Pick<CaseShown, "names">): Saying => ({
		...{ t, name, moment },
		person: (staffId) => person(staffId, names?.[staffId] ?? null),
	});
	return { ...telling, t, name, sayingOf };
}

export type Telling = ReturnType<typeof useTelling>;
