import type { HistoryEntry } from "../../client-kit/case/case-standing.ts";
import { CaseHistory } from "../../react-kit/case/case-history.tsx";
import type { CaseShown } from "../../schema/customer/case.ts";
import { ROLE_NAMES } from "../../schema/role-name.ts";
import { momentToMinute } from "../parts/moment.ts";
import { useWords } from "../words/words.ts";
import { useOwners } from "./use-owners.ts";

/** What came to be, with each doer's role, in head office's time. */
export function HistoryOfCase(props: {
	readonly shown: CaseShown;
	readonly entries: readonly HistoryEntry[];
	readonly inFull?: Readonly<Record<string, string>> | null;
}) {
	const { shown, entries, inFull = null } = props;
	const { t, name } = useWords();
	const { nameOf } = useOwners(shown.branchId);
	return (
		<CaseHistory
			kind={shown.kind}
			entries={entries}
			telling={{ t, name, person: nameOf, moment: momentToMinute }}
			doer={({ staffId, role }) => `${nameOf(staffId)} · ${name(ROLE_NAMES[role])}`}
			inFull={inFull}
		/>
	);
}
