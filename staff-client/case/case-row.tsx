import { titleOf, urgencyOf } from "../../client-kit/case/case-standing.ts";
import { wordsOfKind } from "../../client-kit/words/case/kind-words.ts";
import { CaseSigns, columnsInWords, UrgencySigns } from "../../react-kit/case/case-signs.tsx";
import { useTelling } from "../../react-kit/case/telling.ts";
import { definitionOf, REMINDED_KINDS } from "../../rules/case/kinds.ts";
import type { CaseShown } from "../../schema/customer/case.ts";

/** One case of a list: what it is, when it is due, and whose it is where that is not plain. */
export function CaseRow(props: { readonly row: CaseShown; readonly showsOwner: boolean; readonly onOpen: () => void }) {
	const { row } = props;
	const telling = useTelling();
	const { t, name, now, moment, person } = telling;
	const { reminds, signs } = definitionOf(row.kind);
	return (
		<button
			type="button"
			className={`card pick wide ${urgencyOf(row, now) === "overdue" ? "over" : ""}`}
			onClick={props.onOpen}
		>
			<strong className="case-title">
				{titleOf(row) ?? (row.erasedAt === null ? name(wordsOfKind(row.kind).name) : t("caseErased"))}
			</strong>
			<span className="line wrap small soft">
				<UrgencySigns row={row} />
				<span className="tabular">{moment(reminds === false ? row.openedAt : row.dueAt)}</span>
				{props.showsOwner && <span>{person(row.ownerId, row.names?.[row.ownerId] ?? null)}</span>}
				{REMINDED_KINDS.length > 1 && <span>{name(wordsOfKind(row.kind).name)}</span>}
				{columnsInWords(row, telling).map((fact) => (
					<span key={fact}>{fact}</span>
				))}
			</span>
			{signs !== undefined && (
				<span className="line wrap small">
					<CaseSigns row={row} />
				</span>
			)}
		</button>
	);
}
