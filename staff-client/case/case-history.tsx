import { type HistoryEntry, nearTime } from "../../client-kit/case/case-standing.ts";
import { CaseHistory } from "../../react-kit/case/case-history.tsx";
import type { CaseKind } from "../../rules/case/kinds.ts";
import { usePhone } from "../sheet/phone-context.ts";
import { staffName } from "../words/staff-name.ts";
import { useWords } from "../words/words.ts";

/** What came to be, in the branch's own time and names. */
export function HistoryOfCase(props: {
	readonly kind: CaseKind;
	readonly entries: readonly HistoryEntry[];
	/** What it was opened with stands above already. */
	readonly isOpeningShown?: boolean;
	readonly inFull?: Readonly<Record<string, string>> | null;
}) {
	const { kind, entries, isOpeningShown = false, inFull = null } = props;
	const { hall, live } = usePhone();
	const words = useWords();
	const [opening, ...later] = entries;
	const told =
		opening === undefined || !isOpeningShown
			? entries
			: [{ ...opening, texts: opening.texts.filter(({ isPersonal }) => isPersonal) }, ...later];
	const person = (staffId: string) => staffName(hall, staffId, words);
	const moment = (at: number) => nearTime(at, live.now, hall.branch.timeZone, words);
	return (
		<CaseHistory
			kind={kind}
			entries={told}
			telling={{ t: words.t, name: words.name, person, moment }}
			inFull={inFull}
		/>
	);
}
