import { titleOf } from "../../client-kit/case/case-standing.ts";
import { ownerInWords, valueInWords } from "../../client-kit/case/case-values.ts";
import { valueWord } from "../../client-kit/words/case/kind-words.ts";
import { nameOfField } from "../../react-kit/case/case-facts.ts";
import { CaseSigns, UrgencySigns } from "../../react-kit/case/case-signs.tsx";
import type { Telling } from "../../react-kit/case/telling.ts";
import { type CaseKind, definitionOf } from "../../rules/case/kinds.ts";
import type { CaseShown } from "../../schema/customer/case.ts";
import type { CaseOrder, CaseSort } from "../../schema/endpoint/case-endpoints.ts";
import { addressTo } from "../frame/address.ts";
import { momentToMinute } from "../parts/moment.ts";
import type { Columns } from "../parts/paged-list.tsx";
import type { Words } from "../words/words.ts";
import { type CaseListName, sectionOf } from "./case-query.ts";

/** Columns of the cases; sorted where the whole list is. */
export function caseColumns(
	words: Words,
	at: {
		readonly kind: CaseKind;
		readonly nodeName: (nodeId: string) => string;
		readonly telling: Telling;
		/** Null: nothing is sorted here. */
		readonly sort: CaseSort | null;
		readonly order: CaseOrder;
		readonly list: CaseListName;
	},
): Columns<CaseShown> {
	const { t, name } = words;
	const { columns = [], reminds } = definitionOf(at.kind);
	const withDue = reminds !== false;
	/** Each of them is sorted one way or the other: no list is without an order. */
	const sorted = (key: CaseSort) => ({
		key,
		sorter: at.sort !== null,
		sortOrder: at.sort !== key ? null : at.order === "asc" ? ("ascend" as const) : ("descend" as const),
		sortDirections: ["ascend" as const, "descend" as const, "ascend" as const],
	});
	return [
		{
			title: t("caseWhat"),
			key: "what",
			className: "long-cell",
			render: (_, row) => <a href={addressTo([sectionOf(row.kind), row.caseId])}>{titleOf(row) ?? t("caseErased")}</a>,
		},
		{ title: t("status"), ...sorted("stage"), render: (_, row) => <StandingOf row={row} /> },
		...(withDue
			? [
					{
						title: t("caseDue"),
						...sorted("due"),
						className: "figure",
						render: (_: unknown, { dueAt }: CaseShown) => momentToMinute(dueAt),
					},
				]
			: []),
		...columns.map((id) => ({
			title: name(valueWord(at.kind, id)),
			key: id,
			render: (_: unknown, row: CaseShown) => valueInWords(row, id, null, at.telling.sayingOf(row)),
		})),
		{
			title: nameOfField(at.kind, "owner", at.telling),
			...sorted("owner"),
			render: (_, row) => ownerInWords(row, at.telling.sayingOf(row)),
		},
		{ title: t("branchName"), ...sorted("place"), render: (_, { branchId }) => at.nodeName(branchId) },
		{
			title: t("caseOpenedAt"),
			...sorted("opened"),
			className: "figure",
			render: (_, { openedAt }) => momentToMinute(openedAt),
		},
		...(at.list === "over"
			? [
					{
						title: t("caseClosedAt"),
						key: "closed",
						className: "figure",
						render: (_: unknown, { closedAt }: CaseShown) => (closedAt === null ? "—" : momentToMinute(closedAt)),
					},
				]
			: []),
	];
}

/** Where a case stands, and whether it is late: each in a word. */
export function StandingOf({ row }: { readonly row: CaseShown }) {
	return (
		<>
			<CaseSigns row={row} /> <UrgencySigns row={row} />
		</>
	);
}
