import { type HistoryEntry, nearTime } from "../../client-kit/case/case-standing.ts";
import { stepWords, textWords } from "../../client-kit/words/case/kind-words.ts";
import type { CaseKind } from "../../rules/case/kinds.ts";
import type { Hall } from "../hall/hall.ts";
import { staffName } from "../words/staff-name.ts";
import { useWords } from "../words/words.ts";

/** Who did what when, with the texts that came with it. */
export function CaseHistory(props: {
	readonly hall: Hall;
	readonly now: number;
	readonly kind: CaseKind;
	readonly entries: readonly HistoryEntry[];
	/** What it was opened with stands above already. */
	readonly isOpeningShown?: boolean;
	/** What names a customer, by its column, while it may be seen. */
	readonly inFull?: Readonly<Record<string, string>> | null;
}) {
	return (
		<ol className="case-history">
			{props.entries.map((entry, at) => (
				<Entry
					key={`${entry.step.at} ${entry.step.step}`}
					{...props}
					entry={
						at === 0 && props.isOpeningShown
							? { ...entry, texts: entry.texts.filter(({ isPersonal }) => isPersonal) }
							: entry
					}
				/>
			))}
		</ol>
	);
}

function Entry(props: {
	readonly hall: Hall;
	readonly now: number;
	readonly kind: CaseKind;
	readonly entry: HistoryEntry;
	readonly inFull?: Readonly<Record<string, string>> | null;
}) {
	const { hall, now, kind, entry } = props;
	const words = useWords();
	const { t, name } = words;
	const { step, texts, newOwnerId, newDueAt } = entry;
	const { timeZone } = hall.branch;
	const who = step.by === null ? t("caseBySystem") : staffName(hall, step.by.staffId, words);
	return (
		<li>
			<div>
				<strong>{name(stepWords(kind, step.step).done)}</strong>{" "}
				<span className="soft tabular">
					{who} · {nearTime(step.at, now, timeZone, words)}
				</span>
			</div>
			{texts.map((text) => (
				<p key={text.name}>
					<span className="soft">{name(textWords(kind, text.name).label)}</span>{" "}
					{text.value ?? props.inFull?.[text.column] ?? t(text.isPersonal ? "caseKept" : "caseErased")}
				</p>
			))}
			{newOwnerId !== null && <p>{t("caseNewOwner", { name: staffName(hall, newOwnerId, words) })}</p>}
			{newDueAt !== null && (
				<p className="tabular">{t("caseNewDue", { time: nearTime(newDueAt, now, timeZone, words) })}</p>
			)}
		</li>
	);
}
