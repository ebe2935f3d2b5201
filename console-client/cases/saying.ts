import type { Saying } from "../../client-kit/case/case-values.ts";
import type { CaseShown } from "../../schema/customer/case.ts";
import { momentToMinute } from "../parts/moment.ts";
import { staffInWords } from "../parts/staff-in-words.ts";
import type { Words } from "../words/words.ts";

/** How the console says what is known of a case. */
export function sayingOf({ names }: Pick<CaseShown, "names">, words: Words): Saying {
	return {
		t: words.t,
		name: words.name,
		person: (staffId) => staffInWords(staffId, names?.[staffId] ?? null, words),
		moment: momentToMinute,
	};
}
