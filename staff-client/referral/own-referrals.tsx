import { wordsOfKind } from "../../client-kit/words/case/kind-words.ts";
import { referralIdOf } from "../../rules/case/referral.ts";
import { OPEN_CASES } from "../../rules/routes/case.ts";
import { CaseRow } from "../case/case-row.tsx";
import type { CaseSheetProps } from "../case/case-sheet-props.ts";
import { CASES_SHOWN_MAX } from "../case/use-cases.ts";
import { useReading } from "../live/use-reading.ts";
import { useWords } from "../words/words.ts";

const READ_EVERY_MS = 30_000;
const QUERY = { kind: "referral", mine: "true", limit: CASES_SHOWN_MAX } as const;

/** The open records that are this person's to go on with, asked of the branch itself; nothing where there is none. */
export function OwnReferrals({ hall, live, staffId, cases, onOpen }: CaseSheetProps) {
	const { t, name } = useWords();
	const input = { params: { branchId: cases.branchId }, query: QUERY };
	const { data } = useReading(OPEN_CASES, input, cases.credential, { everyMs: READ_EVERY_MS });
	if (data === undefined || data.rows.length === 0) return null;
	return (
		<>
			<h3>{name(wordsOfKind(QUERY.kind).plural)}</h3>
			<ul className="case-list">
				{data.rows.map((row) => (
					<li key={row.caseId}>
						<CaseRow
							{...{ hall, row, now: live.now, showsOwner: row.ownerId !== staffId }}
							onOpen={() => onOpen({ kind: "referral", referralId: referralIdOf(row.caseId) })}
						/>
					</li>
				))}
			</ul>
			{data.next !== null && <p className="soft">{t("casesCut", { count: data.rows.length })}</p>}
		</>
	);
}
