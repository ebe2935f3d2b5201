import { useState } from "react";
import type { ClientProblem } from "../../client-kit/call/client-problem.ts";
import { fieldsOf, isMainStep, listsGoneOnFrom, ruleOf, waysOf } from "../../client-kit/case/case-form.ts";
import { historyOf } from "../../client-kit/case/case-standing.ts";
import { ownerInWords, valuesOf } from "../../client-kit/case/case-values.ts";
import { actWord, stageWord, stepToStage, wordsOfKind } from "../../client-kit/words/case/kind-words.ts";
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
import { nameOfField } from "./case-fields.tsx";
import { HistoryOfCase } from "./case-history.tsx";
import { CaseLine, UrgencySign } from "./case-row.tsx";
import { CaseSigns } from "./case-signs.tsx";
import { useOpenCases } from "./cases-context.ts";
import { StepForm } from "./step-form.tsx";
import { useSaying } from "./use-saying.ts";
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
	const { hall, live, may, staffId } = usePhone();
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
		const record = <CaseLine hall={hall} now={live.now} row={shown} />;
		return <ShowReason record={record} shown={inFull} onShown={() => goOn(asking.before)} onClose={() => goOn(null)} />;
	}
	const start = (next: Doing) => {
		const fields = fieldsOf(definition, ruleOf(definition, next.step, shown, { staffId, may }));
		// What is on record already is seen first, so that it is gone on from and not written over.
		const isUnseen = inFull.values === null && listsGoneOnFrom(fields, definition, shown) !== null;
		if (isUnseen && mayShow) setAsking({ before: next });
		else setDoing(next);
	};
	if (doing !== null) {
		const { step, stage, version: since } = doing;
		return <StepForm {...props} {...{ step, stage, since }} inFull={inFull.values} onClose={() => setDoing(null)} />;
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
	const { hall, live, onOpen } = usePhone();
	const { t, name } = useWords();
	const { kind } = shown;
	const hasFields = Object.keys(shown.fields).length > 0;
	return (
		<Sheet
			title={`${name(wordsOfKind(kind).name)} · ${name(stageWord(kind, shown.stage))}`}
			onClose={() =>
				onOpen(definitionOf(kind).lists === undefined ? { kind: "cases" } : { kind: "case-list", of: kind })
			}
			foot={<Steps {...props} />}
		>
			<CaseLine hall={hall} now={live.now} row={shown} />
			{definitionOf(kind).signs !== undefined && <CaseSigns row={shown} />}
			<CaseFacts {...props} />
			<ProblemLine problem={props.problem} />
			{props.mayShow && (hasFields || shown.personal.length > 0) && (
				<ShownLine shown={inFull} ask={t(hasFields ? "showInFull" : "caseShow")} onAsk={props.onAsk} />
			)}
			<h3>{t("caseHistory")}</h3>
			<HistoryOfCase kind={kind} entries={historyOf(shown)} inFull={inFull.values?.texts ?? null} isOpeningShown />
		</Sheet>
	);
}

function CaseFacts(props: OpenedProps & { readonly inFull: ReturnType<typeof useShownTexts> }) {
	const { shown, inFull } = props;
	const { hall, live } = usePhone();
	const words = useWords();
	const { t } = words;
	const saying = useSaying(hall, live.now, shown);
	const { reminds } = definitionOf(shown.kind);
	const told = [
		[t("caseDue"), reminds === false ? null : shown.dueAt],
		[t("caseReminded"), shown.remindedAt],
		[t("caseEscalated"), shown.escalatedAt],
		[t("caseErasedAt"), shown.erasedAt],
	] as const;
	const facts = [
		...valuesOf(shown, inFull.values, saying),
		{ id: "owner", label: nameOfField(shown.kind, "owner", words), value: ownerInWords(shown, saying) },
		...told.flatMap(([label, at]) => (at === null ? [] : [{ id: label, label, value: saying.moment(at) }])),
	];
	return (
		<>
			<UrgencySign row={shown} now={live.now} />
			<Facts rows={facts} isShown={inFull.values !== null} />
		</>
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
		<div className="sheet-actions">
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
