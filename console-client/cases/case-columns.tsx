import { titleOf, urgencyOf } from "../../client-kit/case/case-standing.ts";
import { ownerInWords, valueInWords } from "../../client-kit/case/case-values.ts";
import { signWord, stageWord, valueWord } from "../../client-kit/words/case/kind-words.ts";
import { type CaseKind, definitionOf } from "../../rules/case/kinds.ts";
import type { CaseShown } from "../../schema/customer/case.ts";
import type { CaseOrder, CaseSort } from "../../schema/endpoint/case-endpoints.ts";
import { addressTo } from "../frame/address.ts";
import { momentToMinute } from "../parts/moment.ts";
import type { Columns } from "../parts/record-list.tsx";
import { Sign } from "../parts/sign.tsx";
import { useWords, type Words } from "../words/words.ts";
import { ownerWord } from "./case-fields.tsx";
import { type CaseListName, sectionOf } from "./case-query.ts";
import { sayingOf } from "./saying.ts";

/** Columns of the cases; sorted where the whole list is. */
export function caseColumns(
	words: Words,
	at: {
		readonly kind: CaseKind;
		readonly nodeName: (nodeId: string) => string;
		readonly now: number;
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
		{ title: t("status"), ...sorted("stage"), render: (_, row) => <CaseSigns row={row} now={at.now} /> },
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
			render: (_: unknown, row: CaseShown) => valueInWords(row, id, null, sayingOf(row, words)),
		})),
		{
			title: ownerWord(at.kind, words),
			...sorted("owner"),
			render: (_, row) => ownerInWords(row, sayingOf(row, words)),
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
export function CaseSigns(props: {
	readonly row: Pick<CaseShown, "kind" | "stage" | "dueAt" | "closedAt" | "escalatedAt" | "signs">;
	readonly now: number;
}) {
	const { row, now } = props;
	const { t, name } = useWords();
	const { over } = definitionOf(row.kind);
	const urgency = urgencyOf(row, now);
	return (
		<>
			<Sign tone={row.stage === over[0] ? "good" : "plain"}>{name(stageWord(row.kind, row.stage))}</Sign>{" "}
			{urgency === "overdue" && <Sign tone="over">{t("caseOverdue")}</Sign>}
			{row.escalatedAt !== null && row.closedAt === null && <Sign tone="over">{t("caseEscalated")}</Sign>}
			{urgency === "soon" && <Sign tone="near">{t("caseDueSoon")}</Sign>}
			{row.signs.map((sign) => (
				<Sign key={sign} tone={definitionOf(row.kind).signs?.[sign]?.tone ?? "near"}>
					{name(signWord(row.kind, sign))}
				</Sign>
			))}
		</>
	);
}
