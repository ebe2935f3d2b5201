import type { HistoryEntry } from "../../client-kit/case/case-standing.ts";
import { stepWords, textWords } from "../../client-kit/words/case/kind-words.ts";
import type { CaseShown } from "../../schema/customer/case.ts";
import { ROLE_NAMES } from "../../schema/role-name.ts";
import { momentToMinute } from "../parts/moment.ts";
import { useWords } from "../words/words.ts";
import { useOwners } from "./use-owners.ts";

/** Who did what when, with the texts that came with it. */
export function CaseHistory(props: {
	readonly shown: CaseShown;
	readonly entries: readonly HistoryEntry[];
	/** What names a customer, by its column, while it may be seen. */
	readonly inFull?: Readonly<Record<string, string>> | null;
}) {
	const { shown, entries, inFull } = props;
	const { t, name } = useWords();
	const { nameOf } = useOwners(shown.branchId);
	return (
		<ol className="case-history">
			{entries.map(({ step, texts, newOwnerId, newDueAt }) => (
				<li key={`${step.at} ${step.step}`}>
					<div>
						<strong>{name(stepWords(shown.kind, step.step).done)}</strong>{" "}
						<span className="soft">
							{step.by === null ? t("caseBySystem") : `${nameOf(step.by.staffId)} · ${name(ROLE_NAMES[step.by.role])}`}{" "}
							· {momentToMinute(step.at)}
						</span>
					</div>
					{texts.map((text) => (
						<p key={text.name}>
							<span className="soft">{name(textWords(shown.kind, text.name).label)}</span>{" "}
							{text.value ?? inFull?.[text.column] ?? t(text.isPersonal ? "caseKept" : "caseErased")}
						</p>
					))}
					{newOwnerId !== null && <p>{t("caseNewOwner", { name: nameOf(newOwnerId) })}</p>}
					{newDueAt !== null && <p>{t("caseNewDue", { time: momentToMinute(newDueAt) })}</p>}
				</li>
			))}
		</ol>
	);
}
