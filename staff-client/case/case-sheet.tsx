import { useState } from "react";
import { isMainStep } from "../../client-kit/case/case-form.ts";
import { historyOf, nearTime, titleOf } from "../../client-kit/case/case-standing.ts";
import { stageWord, stepWords, wordsOfKind } from "../../client-kit/words/case/kind-words.ts";
import { definitionOf } from "../../rules/case/kinds.ts";
import { CASE } from "../../rules/routes/case.ts";
import type { CaseShown } from "../../schema/case-endpoints.ts";
import { useReading } from "../live/use-reading.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { ProblemLine } from "../parts/problem-line.tsx";
import { Sheet } from "../parts/sheet.tsx";
import type { SheetProps } from "../staff/sheet-props.ts";
import { staffName } from "../words/staff-name.ts";
import { useWords } from "../words/words.ts";
import { CaseHistory } from "./case-history.tsx";
import { UrgencySign } from "./case-row.tsx";
import { StepForm } from "./step-form.tsx";

const READ_EVERY_MS = 30_000;

/** One case: how it stands, what came to be, and what may be done now. */
export function CaseSheet(props: SheetProps & { readonly caseId: string }) {
	const { cases, caseId, onOpen } = props;
	const { t, name } = useWords();
	const [doing, setDoing] = useState<{ readonly step: string; readonly version: number } | null>(null);
	const input = { params: { branchId: cases.branchId, caseId } };
	const { data, error } = useReading(CASE, input, cases.credential, { everyMs: READ_EVERY_MS });
	if (data === undefined) {
		return (
			<Sheet title={t("myCases")} onClose={() => onOpen({ kind: "cases" })}>
				{error === null ? <p className="soft">{t("loading")}</p> : <ProblemLine problem={error.problem} />}
			</Sheet>
		);
	}
	if (doing !== null) {
		return <StepForm {...props} shown={data} step={doing.step} since={doing.version} onClose={() => setDoing(null)} />;
	}
	return (
		<Sheet
			title={`${name(wordsOfKind(data.kind).name)} · ${name(stageWord(data.kind, data.stage))}`}
			onClose={() => onOpen({ kind: "cases" })}
			foot={<Steps shown={data} onDo={(step) => setDoing({ step, version: data.version })} />}
		>
			<CaseFacts {...props} shown={data} />
			{error !== null && <ProblemLine problem={error.problem} />}
			<h3>{t("caseHistory")}</h3>
			<CaseHistory hall={props.hall} now={props.live.now} kind={data.kind} entries={historyOf(data)} isOpeningShown />
		</Sheet>
	);
}

function CaseFacts({ hall, live, shown }: SheetProps & { readonly shown: CaseShown }) {
	const words = useWords();
	const { t } = words;
	const facts = [
		[t("caseOwner"), staffName(hall, shown.ownerId, words)],
		[t("caseDue"), nearTime(shown.dueAt, live.now, hall.branch.timeZone, words)],
	] as const;
	return (
		<>
			<p className="case-said">{titleOf(shown) ?? t("caseErased")}</p>
			<UrgencySign row={shown} now={live.now} />
			<dl className="case-facts">
				{facts.map(([label, value]) => (
					<div key={label}>
						<dt className="soft">{label}</dt>
						<dd className="tabular">{value}</dd>
					</div>
				))}
			</dl>
		</>
	);
}

/** Only what this person may do now; the one that ends the case well stands out. */
function Steps(props: { readonly shown: CaseShown; readonly onDo: (step: string) => void }) {
	const { name } = useWords();
	const { kind, possible } = props.shown;
	if (possible.length === 0) return null;
	const rank = (step: string) => (isMainStep(definitionOf(kind), step) ? 1 : 0);
	return (
		<div className="sheet-actions">
			{[...possible]
				.sort((one, other) => rank(other) - rank(one))
				.map((step) => (
					<ActionButton
						key={step}
						tone={rank(step) > 0 ? "primary" : "plain"}
						label={name(stepWords(kind, step).act)}
						onPress={() => props.onDo(step)}
					/>
				))}
		</div>
	);
}
