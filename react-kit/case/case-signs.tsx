import { titleOf, urgencyOf } from "../../client-kit/case/case-standing.ts";
import { valueInWords } from "../../client-kit/case/case-values.ts";
import { signWord, stageWord } from "../../client-kit/words/case/kind-words.ts";
import { definitionOf } from "../../rules/case/kinds.ts";
import type { CaseShown } from "../../schema/customer/case.ts";
import { type Telling, useTelling } from "./telling.ts";

/** Where a case stands, and what its kind says of it, each in a word. */
export function CaseSigns({ row }: { readonly row: CaseShown }) {
	const { t, name, Sign } = useTelling();
	const { over, signs } = definitionOf(row.kind);
	return (
		<>
			<Sign tone={row.stage === over[0] ? "good" : "plain"}>{name(stageWord(row.kind, row.stage))}</Sign>{" "}
			{row.signs.map((sign) => (
				<Sign key={sign} tone={signs?.[sign]?.tone ?? "near"}>
					{name(signWord(row.kind, sign))}
				</Sign>
			))}
			{row.erasedAt !== null && <Sign tone="plain">{t("caseErased")}</Sign>}
		</>
	);
}

/** Whether a case is late, or nearly, and whether others were told. */
export function UrgencySigns({ row }: { readonly row: CaseShown }) {
	const { t, now, Sign } = useTelling();
	const urgency = urgencyOf(row, now);
	return (
		<>
			{urgency === "overdue" && <Sign tone="over">{t("caseOverdue")}</Sign>}
			{urgency === "soon" && <Sign tone="near">{t("caseDueSoon")}</Sign>}
			{row.escalatedAt !== null && row.closedAt === null && <Sign tone="over">{t("caseEscalated")}</Sign>}
		</>
	);
}

/** Which of several cases that are masked alike: whom it is about, the facts of its columns, and when it was opened. */
export function CaseLine({ row }: { readonly row: CaseShown }) {
	const telling = useTelling();
	return (
		<p className="case-line large strong">
			{[titleOf(row) ?? telling.t("caseErased"), ...caseDetails(row, telling)].join(" · ")}
		</p>
	);
}

/** How a case differs from others of the same title; nothing of a kind whose cases each have words of their own. */
export function caseDetails(row: CaseShown, telling: Telling): readonly string[] {
	if (definitionOf(row.kind).columns === undefined) return [];
	return [...columnsInWords(row, telling), telling.moment(row.openedAt)];
}

/** The facts of the columns of its kind, those that there are. */
export function columnsInWords(row: CaseShown, telling: Telling): readonly string[] {
	const columns = (definitionOf(row.kind).columns ?? []).filter((each) => row.facts[each] != null);
	return columns.map((each) => valueInWords(row, each, null, telling.sayingOf(row)));
}
