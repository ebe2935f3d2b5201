import { historyOf, titleOf } from "../../client-kit/case/case-standing.ts";
import { stepWords } from "../../client-kit/words/case/kind-words.ts";
import type { CaseShown } from "../../schema/customer/case.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { Icon } from "../parts/icon.tsx";
import { ProblemLine } from "../parts/problem-line.tsx";
import { Sheet } from "../parts/sheet.tsx";
import { useWords } from "../words/words.ts";
import { CaseFields, nameOfField } from "./case-fields.tsx";
import { CaseHistory } from "./case-history.tsx";
import type { CaseSheetProps } from "./case-sheet-props.ts";
import { useStep } from "./use-step.ts";

type StepProps = CaseSheetProps & {
	readonly shown: CaseShown;
	readonly step: string;
	/** The version that was looked at when the form was opened. */
	readonly since: number;
};

/** What one step needs. Whoever was faster is shown with what they did, and what is typed stays. */
export function StepForm(props: StepProps) {
	const { hall, live, staffId, cases, shown, step, since, onClose } = props;
	const words = useWords();
	const { t, name } = words;
	const form = useStep({ cases, shown, step, staffId, since, onDone: onClose });
	const isPossible = shown.possible.includes(step);
	return (
		<Sheet
			title={name(stepWords(shown.kind, step).act)}
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
			<p className="case-said">{titleOf(shown) ?? t("caseErased")}</p>
			{!form.waiting && <Meanwhile {...props} isPossible={isPossible} />}
			<form className="form" onSubmit={(event) => event.preventDefault()}>
				<CaseFields
					hall={hall}
					now={live.now}
					staffId={staffId}
					kind={shown.kind}
					fields={form.fields}
					draft={form.draft}
					ownerNow={shown.ownerId}
					onChange={form.change}
				/>
				<ProblemLine
					problem={
						form.gap === null ? form.problem : t("caseMissing", { label: nameOfField(shown.kind, form.gap, words) })
					}
				/>
			</form>
		</Sheet>
	);
}

/** What others did to the case since this form was opened. */
function Meanwhile({ hall, live, shown, since, isPossible }: StepProps & { readonly isPossible: boolean }) {
	const { t } = useWords();
	if (shown.version === since) return null;
	return (
		<div className="case-meanwhile" role="alert">
			<div className="notice notice-near">
				<Icon name="alert" />
				<span>{t(isPossible ? "caseMeanwhile" : "caseNotPossible")}</span>
			</div>
			<CaseHistory hall={hall} now={live.now} kind={shown.kind} entries={historyOf(shown, since)} />
		</div>
	);
}
