import type { HistoryEntry } from "../../client-kit/case/case-standing.ts";
import { stepWords, textWords } from "../../client-kit/words/case/kind-words.ts";
import type { CaseShown } from "../../schema/customer/case.ts";
import { useTelling } from "./telling.ts";

/** Who did what when, with the texts that came with it. */
export function CaseHistory(props: {
	readonly shown: CaseShown;
	readonly entries: readonly HistoryEntry[];
	/** Leaves out the texts that the case was opened with, because the page shows them above. */
	readonly hidesOpeningTexts?: boolean;
	/** What names a customer, by its column, while it may be seen. */
	readonly inFull?: Readonly<Record<string, string>> | null;
}) {
	const { shown, entries, inFull, hidesOpeningTexts = false } = props;
	const telling = useTelling();
	const { t, name, moment } = telling;
	const { person } = telling.sayingOf(shown);
	const doer = telling.doer ?? (({ staffId }) => person(staffId));
	return (
		<ol className="case-history">
			{entries.map(({ step, texts, newOwnerId, newDueAt }, at) => (
				<li key={`${step.at} ${step.step}`}>
					<div>
						<strong>{name(stepWords(shown.kind, step.step).done)}</strong>{" "}
						<span className="soft tabular">
							{step.by === null ? t("caseBySystem") : doer(step.by)} · {moment(step.at)}
						</span>
					</div>
					{texts
						.filter(({ isPersonal }) => isPersonal || at > 0 || !hidesOpeningTexts)
						.map((text) => (
							<p key={text.name}>
								<span className="soft">{name(textWords(shown.kind, text.name).label)}</span>{" "}
								{text.value ?? inFull?.[text.column] ?? t(text.isPersonal ? "caseKept" : "caseErased")}
							</p>
						))}
					{newOwnerId !== null && <p>{t("caseNewOwner", { name: person(newOwnerId) })}</p>}
					{newDueAt !== null && <p className="tabular">{t("caseNewDue", { time: moment(newDueAt) })}</p>}
				</li>
			))}
		</ol>
	);
}
