import { useState } from "react";
import type { ClientProblem } from "../../client-kit/call/client-problem.ts";
import { caseFieldsOf, filledListsField, isMainStep, ruleOf, waysOf } from "../../client-kit/case/case-form.ts";
import { historyOf } from "../../client-kit/case/case-standing.ts";
import { actWord, stageWord, stepToStage, wordsOfKind } from "../../client-kit/words/case/kind-words.ts";
import { factsOf } from "../../react-kit/case/case-facts.ts";
import { CaseHistory } from "../../react-kit/case/case-history.tsx";
import { CaseLine, CaseSigns, UrgencySigns } from "../../react-kit/case/case-signs.tsx";
import { useTelling } from "../../react-kit/case/telling.ts";
import { definitionOf } from "../../rules/case/kinds.ts";
import { CASE } from "../../rules/routes/case.ts";
import type { CaseShown } from "../../schema/customer/case.ts";
import { useReading } from "../live/use-reading.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { Facts } from "../parts/facts.tsx";
import { ProblemLine } from "../parts/problem-line.tsx";
import { Sheet } from "../parts/sheet.tsx";
import { ShowReason } from "../record/show-reason.tsx";
import { ShownLine } from "../record/shown-line.tsx";
import { usePhone } from "../sheet/phone-context.ts";
import { useWords } from "../words/words.ts";
import { useOpenCases } from "./cases-context.ts";
import { StepSheet } from "./step-sheet.tsx";
import { useShownTexts } from "./use-shown-texts.ts";

const READ_EVERY_MS = 30_000;

/** What is being done: a step, where it is to stand if that is chosen, and the version that was looked at then. */
type Doing = { readonly step: string; readonly stage: string | null; readonly version: number };

/** One case: how it stands, what came to be, and what may be done now. */
export function CaseSheet(props: { readonly caseId: string }) {
	const { onOpen } = usePhone();
	const cases = useOpenCases();
	const { caseId } = props;
	const { t } = useWords();
	const input = { params: { branchId: cases.branchId, caseId } };
	const { data, error } = useReading(CASE, input, cases.credential, { everyMs: READ_EVERY_MS });
	if (data !== undefined) return <OpenedCase {...props} shown={data} problem={error?.problem ?? null} />;
	return (
		<Sheet title={t("myCases")} onClose={() => onOpen({ kind: "cases" })}>
			{error === null ? <p className="soft">{t("loading")}</p> : <ProblemLine problem={error.problem} />}
		</Sheet>
	);
}

type OpenedProps = { readonly shown: CaseShown; readonly problem: ClientProblem | null };

function OpenedCase(props: OpenedProps) {
	const { shown } = props;
	const { may, staffId } = usePhone();
	const cases = useOpenCases();
	const inFull = useShownTexts(shown, cases.credential);
	const [doing, setDoing] = useState<Doing | null>(null);
	const [asking, setAsking] = useState<{ readonly before: Doing | null } | null>(null);
	const definition = definitionOf(shown.kind);
	const mayShow = definition.rights.show === undefined || may(definition.rights.show);
	if (asking !== null) {
		const goOn = (next: Doing | null) => {
			setAsking(null);
			setDoing(next);
		};
		return (
			<ShowReason
				record={<CaseLine row={shown} />}
				shown={inFull}
				onShown={() => goOn(asking.before)}
				onClose={() => goOn(null)}
			/>
		);
	}
	const start = (next: Doing) => {
		const fields = caseFieldsOf(definition, ruleOf(definition, next.step, shown, { staffId, may }));
		// What is on record already is seen first, so that it is gone on from and not written over.
		const isUnseen = inFull.values === null && filledListsField(fields, definition, shown) !== null;
		if (isUnseen && mayShow) setAsking({ before: next });
		else setDoing(next);
	};
	if (doing !== null) {
		const { step, stage, version: since } = doing;
		return <StepSheet {...{ shown, step, stage, since }} inFull={inFull.values} onClose={() => setDoing(null)} />;
	}
	return (
		<ShownCase {...props} inFull={inFull} mayShow={mayShow} onAsk={() => setAsking({ before: null })} onDo={start} />
	);
}

function ShownCase(
	props: OpenedProps & {
		readonly inFull: ReturnType<typeof useShownTexts>;
		readonly mayShow: boolean;
		readonly onAsk: () => void;
		readonly onDo: (doing: Doing) => void;
	},
) {
	const { shown, inFull } = props;
	const { onOpen } = usePhone();
	const telling = useTelling();
	const { t, name } = useWords();
	const { kind } = shown;
	const { lists, signs } = definitionOf(kind);
	const hasFields = Object.keys(shown.fields).length > 0;
	return (
		<Sheet
			title={`${name(wordsOfKind(kind).name)} · ${name(stageWord(kind, shown.stage))}`}
			onClose={() => onOpen(lists === undefined ? { kind: "cases" } : { kind: "case-list", of: kind })}
			foot={<Steps {...props} />}
		>
			<CaseLine row={shown} />
			<span className="line wrap small">
				{signs !== undefined && <CaseSigns row={shown} />}
				<UrgencySigns row={shown} />
			</span>
			<Facts rows={factsOf(shown, inFull.values, telling)} isShown={inFull.values !== null} />
			<ProblemLine problem={props.problem} />
			{props.mayShow && (hasFields || shown.personal.length > 0) && (
				<ShownLine shown={inFull} ask={t(hasFields ? "showInFull" : "caseShow")} onAsk={props.onAsk} />
			)}
			<h3>{t("caseHistory")}</h3>
			<CaseHistory shown={shown} entries={historyOf(shown)} inFull={inFull.values?.texts ?? null} hidesOpeningTexts />
		</Sheet>
	);
}

/** Only what this person may do now; the one that ends the case well stands out. */
function Steps({ shown, onDo }: OpenedProps & { readonly onDo: (doing: Doing) => void }) {
	const { staffId, may } = usePhone();
	const { name } = useWords();
	const { kind, possible, version } = shown;
	const definition = definitionOf(kind);
	const rank = (step: string) => (isMainStep(definition, step) ? 1 : 0);
	const ways = [...possible]
		.sort((one, other) => rank(other) - rank(one))
		.flatMap((step) => waysOf(step, shown, { staffId, may }).map((stage) => ({ step, stage })));
	if (ways.length === 0) return null;
	return (
		<div className="pair tall">
			{ways.map(({ step, stage }) => (
				<ActionButton
					key={`${step} ${stage}`}
					tone={rank(step) > 0 ? "primary" : "plain"}
					label={name(stage === null ? actWord(shown, step) : stepToStage(kind, step, stage))}
					onPress={() => onDo({ step, stage, version })}
				/>
			))}
		</div>
	);
}
