import type { CaseShown } from "../../schema/customer/case.ts";
import { CaseRow } from "../case/case-row.tsx";
import type { OpenSheet } from "../sheet/open-sheet.ts";
import { useWords } from "../words/words.ts";

/** A card on the first page with the records that wait for this person's signature, so that nobody has to search for them; not drawn while there is none. */
export function ToSign(props: { readonly records: readonly CaseShown[]; readonly onOpen: (sheet: OpenSheet) => void }) {
	const { records } = props;
	const { t } = useWords();
	if (records.length === 0) return null;
	return (
		<section className="card stack" aria-label={t("toSign")}>
			<h2>{t("toSign")}</h2>
			<ul className="stack">
				{records.map((row) => (
					<li key={row.caseId}>
						<CaseRow row={row} showsOwner={false} onOpen={() => props.onOpen({ kind: "case", caseId: row.caseId })} />
					</li>
				))}
			</ul>
		</section>
	);
}
