import { nearTime } from "../../client-kit/case/case-standing.ts";
import type { Saying } from "../../client-kit/case/case-values.ts";
import type { CaseShown } from "../../schema/customer/case.ts";
import type { Hall } from "../hall/hall.ts";
import { staffName } from "../words/staff-name.ts";
import { useWords } from "../words/words.ts";

/** How the phone says what is known of a case. `now` is branch time. */
export function useSaying(hall: Hall, now: number, { names }: Pick<CaseShown, "names">): Saying {
	const words = useWords();
	return {
		t: words.t,
		name: words.name,
		person: (staffId) => staffName(hall, staffId, words, names?.[staffId] ?? null),
		moment: (at) => nearTime(at, now, hall.branch.timeZone, words),
	};
}
