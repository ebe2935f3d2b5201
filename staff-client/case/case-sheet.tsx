import { useState } from "react";
import type { ClientProblem } from "../../client-kit/call/client-problem.ts";
import { isMainStep } from "../../client-kit/case/case-form.ts";
import { historyOf, nearTime, titleOf } from "../../client-kit/case/case-standing.ts";
import { stageWord, stepWords, wordsOfKind } from "../../client-kit/words/case/kind-words.ts";
import { definitionOf } from "../../rules/case/kinds.ts";
import { CASE } from "../../rules/routes/case.ts";
import type { CaseShown } from "../../schema/customer/case.ts";
import { useReading } from "../live/use-reading.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { ProblemLine } from "../parts/problem-line.tsx";
import { Sheet } from "../parts/sheet.tsx";
import { ShowReason } from "../record/show-reason.tsx";
import { ShownLine } from "../record/shown-line.tsx";
import { staffName } from "../words/staff-name.ts";
import { useWords } from "../words/words.ts";
import { CaseHistory } from "./case-history.tsx";
import { UrgencySign } from "./case-row.tsx";
import type { CaseSheetProps } from "./case-sheet-props.ts";
import { StepForm } from "./step-form.tsx";
import { useShownTexts } from "./use-shown-texts.ts";

const READ_EVERY_MS = 30_000;

/** One case: how it stands, what came to be, and what may be done now. */
export function CaseSheet(props: CaseSheetProps & { readonly caseId: string }) {
	const { cases, caseId, onOpen } = props;
	const { t } = useWords();
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
	return <OpenedCase {...props} shown={data} problem={error?.problem ?? null} onDo={setDoing} />;
}

function OpenedCase(
	props: CaseSheetProps & {
		readonly shown: CaseShown;
		readonly problem: ClientProblem | null;
		readonly onDo: (doing: { readonly step: string; readonly version: number }) => void;
	},
) {
	const { hall, live, cases, shown, onOpen } = props;
	const { t, name } = useWords();
	const inFull = useShownTexts(shown, cases.credential);
	const [isAsking, setIsAsking] = useState(false);
	const said = <p className="case-said">{titleOf(shown) ?? t("caseErased")}</p>;
	if (isAsking) {
		const back = () => setIsAsking(false);
		return <ShowReason record={said} shown={inFull} onShown={back} onClose={back} />;
	}
	return (
		<Sheet
			title={`${name(wordsOfKind(shown.kind).name)} · ${name(stageWord(shown.kind, shown.stage))}`}
			onClose={() => onOpen({ kind: "cases" })}
			foot={<Steps shown={shown} onDo={(step) => props.onDo({ step, version: shown.version })} />}
		>
			{said}
			<CaseFacts {...props} />
			<ProblemLine problem={props.problem} />
			<h3>{t("caseHistory")}</h3>
			<CaseHistory
				hall={hall}
				now={live.now}
				kind={shown.kind}
				entries={historyOf(shown)}
				inFull={inFull.values}
				isOpeningShown
			/>
			{shown.personal.length > 0 && <ShownLine shown={inFull} ask={t("caseShow")} onAsk={() => setIsAsking(true)} />}
		</Sheet>
	);
}

function CaseFacts({ hall, live, shown }: CaseSheetProps & { readonly shown: CaseShown }) {
	const words = useWords();
	const { t } = words;
	const time = (at: number) => nearTime(at, live.now, hall.branch.timeZone, words);
	const told = [
		["caseReminded", shown.remindedAt],
		["caseEscalated", shown.escalatedAt],
		["caseErasedAt", shown.erasedAt],
	] as const;
	const facts = [
		[t("caseOwner"), staffName(hall, shown.ownerId, words)],
		[t("caseDue"), time(shown.dueAt)],
		...told.flatMap(([word, at]) => (at === null ? [] : [[t(word), time(at)] as const])),
	] as const;
	return (
		<>
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
