import type { Locale } from "../../client-kit/language/i18n.ts";
import { spokenDigits } from "../../client-kit/language/spoken-digits.ts";
import type { PublicCall } from "../../schema/hall/view.ts";
import type { Bilingual } from "../../schema/ids.ts";

/** In which languages a call is said, the customer's own first. */
export function spokenIn(language: PublicCall["language"]): readonly Locale[] {
	return language === "en" ? ["en", "zh"] : ["zh", "en"];
}

/** What is said of a call, in both languages. */
export function spokenCall(number: string, counter: Bilingual): Bilingual {
	return {
		zh: `请 ${spokenDigits(number, "zh")} 号，到${counter.zh}`,
		en: `Ticket ${spokenDigits(number, "en")}, please go to ${counter.en}`,
	};
}
