import type { HistoryEntry } from "../../client-kit/case/case-standing.ts";
import { stepWords, textWords } from "../../client-kit/words/case/kind-words.ts";
import type { CaseKind } from "../../rules/case/kinds.ts";
import type { CaseStep } from "../../schema/customer/case.ts";
import type { Bilingual } from "../../schema/ids.ts";

/** How a page tells what came to be: in its words, with its names and its time. */
type Telling = {
	readonly t: ((word: "caseBySystem" | "caseKept" | "caseErased") => string) &
		((word: "caseNewOwner", params: { readonly name: string }) => string) &
		((word: "caseNewDue", params: { readonly time: string }) => string);
	readonly name: (bilingual: Bilingual) => string;
	readonly person: (staffId: string) => string;
	readonly moment: (at: number) => string;
};

/** Who did what when, with the texts that came with it. */
export function CaseHistory(props: {
	readonly kind: CaseKind;
	readonly entries: readonly HistoryEntry[];
	readonly telling: Telling;
	/** Whoever did a step, where a page says more of them than their name. */
	readonly doer?: (by: NonNullable<CaseStep["by"]>) => string;
	/** What names a customer, by its column, while it may be seen. */
	readonly inFull?: Readonly<Record<string, string>> | null;
}) {
	const { kind, telling, inFull } = props;
	const { t, name, person, moment } = telling;
	const doer = props.doer ?? (({ staffId }) => person(staffId));
	return (
		<ol className="stack case-history">
			{props.entries.map(({ step, texts, newOwnerId, newDueAt }) => (
				<li key={`${step.at} ${step.step}`}>
					<div>
						<strong>{name(stepWords(kind, step.step).done)}</strong>{" "}
						<span className="soft tabular">
							{step.by === null ? t("caseBySystem") : doer(step.by)} · {moment(step.at)}
						</span>
					</div>
					{texts.map((text) => (
						<p key={text.name}>
							<span className="soft">{name(textWords(kind, text.name).label)}</span>{" "}
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
