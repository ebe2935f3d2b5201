import { spokenDigits } from "../../client-kit/language/spoken-digits.ts";
import type { Bilingual } from "../../schema/ids.ts";

/** What is said of a call, in both languages. */
export function spokenCall(number: string, counter: Bilingual): Bilingual {
	return {
		zh: `请 ${spokenDigits(number, "zh")} 号，到${counter.zh}`,
		en: `Ticket ${spokenDigits(number, "en")}, please go to ${counter.en}`,
	};
}
