import { nearTime, titleOf, urgencyOf } from "../../client-kit/case/case-standing.ts";
import { valueInWords } from "../../client-kit/case/case-values.ts";
import { wordsOfKind } from "../../client-kit/words/case/kind-words.ts";
import { Icon } from "../../react-kit/icon.tsx";
import { definitionOf, PRESSING_KINDS } from "../../rules/case/kinds.ts";
import type { CaseShown } from "../../schema/customer/case.ts";
import type { Hall } from "../hall/hall.ts";
import { staffName } from "../words/staff-name.ts";
import { useWords } from "../words/words.ts";
import { CaseSigns } from "./case-signs.tsx";
import { useSaying } from "./use-saying.ts";

/** One case of a list: what it is, when it is due, and whose it is where that is not plain. */
export function CaseRow(props: {
	readonly hall: Hall;
	readonly now: number;
	readonly row: CaseShown;
	readonly showsOwner: boolean;
	readonly onOpen: () => void;
}) {
	const { hall, now, row } = props;
	const words = useWords();
	const { t, name } = words;
	const { reminds } = definitionOf(row.kind);
	return (
		<button type="button" className={`card pick case-row case-${urgencyOf(row, now)}`} onClick={props.onOpen}>
			<strong className="case-title">
				{titleOf(row) ?? (row.erasedAt === null ? name(wordsOfKind(row.kind).name) : t("caseErased"))}
			</strong>
			<span className="line wrap small">
				<UrgencySign row={row} now={now} />
				<span className="soft tabular">
					{nearTime(reminds === false ? row.openedAt : row.dueAt, now, hall.branch.timeZone, words)}
				</span>
				{row.escalatedAt !== null && <span className="tag sign sign-over">{t("caseEscalated")}</span>}
				{props.showsOwner && <span className="soft">{staffName(hall, row.ownerId, words)}</span>}
				{PRESSING_KINDS.length > 1 && <span className="soft">{name(wordsOfKind(row.kind).name)}</span>}
				<CaseFactsLine hall={hall} now={now} row={row} />
			</span>
			{definitionOf(row.kind).signs !== undefined && <CaseSigns row={row} />}
		</button>
	);
}

type LineProps = { readonly hall: Hall; readonly now: number; readonly row: CaseShown };

/** Which of several cases that are masked alike: whom it is about, when it was opened, and the facts of its columns. */
export function CaseLine({ hall, now, row }: LineProps) {
	const words = useWords();
	const isAlike = definitionOf(row.kind).columns !== undefined;
	return (
		<p className="case-said">
			{titleOf(row) ?? words.t("caseErased")}
			{isAlike && ` · ${nearTime(row.openedAt, now, hall.branch.timeZone, words)}`}
			<CaseFactsLine hall={hall} now={now} row={row} />
		</p>
	);
}

function CaseFactsLine({ hall, now, row }: LineProps) {
	const saying = useSaying(hall, now, row);
	const facts = (definitionOf(row.kind).columns ?? []).filter((each) => row.facts[each] != null);
	return facts.map((each) => (
		<span key={each} className="soft">
			{" "}
			{valueInWords(row, each, null, saying)}
		</span>
	));
}

/** Overdue, or nearly: a sign and a word, the colour only beside them. */
export function UrgencySign({ row, now }: { readonly row: CaseShown; readonly now: number }) {
	const { t } = useWords();
	const urgency = urgencyOf(row, now);
	if (urgency === "later") return null;
	return (
		<span className={`tag sign sign-${urgency === "overdue" ? "over" : "near"}`}>
			<Icon name={urgency === "overdue" ? "alert" : "clock"} />
			{t(urgency === "overdue" ? "caseOverdue" : "caseDueSoon")}
		</span>
	);
}
