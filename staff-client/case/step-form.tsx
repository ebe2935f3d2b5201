import { listsGoneOnFrom } from "../../client-kit/case/case-form.ts";
import { historyOf } from "../../client-kit/case/case-standing.ts";
import { actWord } from "../../client-kit/words/case/kind-words.ts";
import { Icon } from "../../react-kit/icon.tsx";
import { definitionOf } from "../../rules/case/kinds.ts";
import type { CaseInFull, CaseShown } from "../../schema/customer/case.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { ProblemLine } from "../parts/problem-line.tsx";
import { Sheet } from "../parts/sheet.tsx";
import { usePhone } from "../sheet/phone-context.ts";
import { useWords } from "../words/words.ts";
import { CaseFields, gapInWords } from "./case-fields.tsx";
import { HistoryOfCase } from "./case-history.tsx";
import { CaseLine } from "./case-row.tsx";
import { useOpenCases } from "./cases-context.ts";
import { useStep } from "./use-step.ts";

type StepProps = {
	readonly shown: CaseShown;
	readonly step: string;
	/** The version that was looked at when the form was opened. */
	readonly since: number;
	readonly stage: string | null;
	readonly inFull: CaseInFull | null;
	readonly onClose: () => void;
};

/** What one step needs. Whoever was faster is shown with what they did, and what is typed stays. */
export function StepForm(props: StepProps) {
	const { shown, step, since, stage, inFull, onClose } = props;
	const { hall, live, staffId, may } = usePhone();
	const cases = useOpenCases();
	const words = useWords();
	const { t, name } = words;
	const { referenceOnly } = live.rules;
	const form = useStep({
		...{ cases, shown, step, staffId, since, stage, may, referenceOnly, inFull },
		onDone: onClose,
	});
	const definition = definitionOf(shown.kind);
	const replaces = inFull === null && listsGoneOnFrom(form.fields, definition, shown) !== null;
	const isPossible = shown.possible.includes(step);
	return (
		<Sheet
			title={name(actWord(shown, step))}
			onClose={onClose}
			foot={
				<div className="sheet-actions">
					<ActionButton label={t("back")} onPress={onClose} />
					<ActionButton
						tone="primary"
						label={t("submit")}
						disabled={!isPossible}
						waiting={form.waiting}
						onPress={() => void form.send()}
					/>
				</div>
			}
		>
			<CaseLine hall={hall} now={live.now} row={shown} />
			{replaces && <p className="level level-near">{t("showReplaces")}</p>}
			{form.fields.length > 0 && !form.fields.some(({ isNeeded }) => isNeeded) && (
				<p className="soft">{t("caseStays")}</p>
			)}
			{!form.waiting && <Meanwhile {...props} isPossible={isPossible} />}
			<form className="stack" onSubmit={(event) => event.preventDefault()}>
				<CaseFields
					hall={hall}
					now={live.now}
					staffId={staffId}
					kind={shown.kind}
					step={step}
					rule={form.rule}
					shown={shown}
					fields={form.fields}
					draft={form.draft}
					onChange={form.change}
				/>
				<ProblemLine problem={form.gap === null ? form.problem : gapInWords(shown.kind, form.gap, words)} />
			</form>
		</Sheet>
	);
}

/** What others did to the case since this form was opened. */
function Meanwhile({ shown, since, isPossible }: StepProps & { readonly isPossible: boolean }) {
	const { t } = useWords();
	if (shown.version === since) return null;
	return (
		<div className="stack" role="alert">
			<div className="notice notice-near">
				<Icon name="alert" />
				<span>{t(isPossible ? "caseMeanwhile" : "caseNotPossible")}</span>
			</div>
			<HistoryOfCase kind={shown.kind} entries={historyOf(shown, since)} />
		</div>
	);
}
