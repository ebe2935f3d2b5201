import { nearTime, titleOf, urgencyOf } from "../../client-kit/case/case-standing.ts";
import { stageWord, wordsOfKind } from "../../client-kit/words/case/kind-words.ts";
import { definitionOf, PRESSING_KINDS } from "../../rules/case/kinds.ts";
import type { CaseShown } from "../../schema/customer/case.ts";
import type { Hall } from "../hall/hall.ts";
import { Icon } from "../parts/icon.tsx";
import { staffName } from "../words/staff-name.ts";
import { useWords } from "../words/words.ts";

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
		<button type="button" className={`case-row case-${urgencyOf(row, now)}`} onClick={props.onOpen}>
			<strong className="case-title">
				{titleOf(row) ?? (row.erasedAt === null ? name(wordsOfKind(row.kind).name) : t("caseErased"))}
			</strong>
			<span className="case-line">
				<UrgencySign row={row} now={now} />
				<span className="soft tabular">
					{nearTime(reminds === false ? row.openedAt : row.dueAt, now, hall.branch.timeZone, words)}
				</span>
				{row.escalatedAt !== null && <span className="case-sign case-sign-overdue">{t("caseEscalated")}</span>}
				{props.showsOwner && <span className="soft">{staffName(hall, row.ownerId, words)}</span>}
				{PRESSING_KINDS.length > 1 && <span className="soft">{name(wordsOfKind(row.kind).name)}</span>}
				{reminds === false && <span className="soft">{name(stageWord(row.kind, row.stage))}</span>}
			</span>
		</button>
	);
}

/** Overdue, or nearly: a sign and a word, the colour only beside them. */
export function UrgencySign({ row, now }: { readonly row: CaseShown; readonly now: number }) {
	const { t } = useWords();
	const urgency = urgencyOf(row, now);
	if (urgency === "later") return null;
	return (
		<span className={`case-sign case-sign-${urgency}`}>
			<Icon name={urgency === "overdue" ? "alert" : "clock"} />
			{t(urgency === "overdue" ? "caseOverdue" : "caseDueSoon")}
		</span>
	);
}
