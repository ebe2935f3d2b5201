import { historyOf } from "../../client-kit/case/case-standing.ts";
import { CaseFields, gapInWords } from "./case-fields.tsx";
import { useCaseForm } from "./case-form.ts";
import { CaseHistory } from "./case-history.tsx";
import { CaseLine } from "./case-signs.tsx";
import { useTelling } from "./telling.ts";
import type { StepAt, useStep } from "./use-step.ts";

/** What one step needs. If somebody was faster, their steps are shown above the form, and what was typed stays. */
export function StepFields(
	props: Pick<StepAt, "shown" | "step" | "since"> & { readonly form: ReturnType<typeof useStep> },
) {
	const { shown, step, since, form } = props;
	const { Notice, Problem } = useCaseForm().controls;
	const telling = useTelling();
	const { t } = telling;
	const { fields, gap, waiting } = form;
	return (
		<>
			<CaseLine row={shown} />
			{form.replaces && <p className="soft">{t("showReplaces")}</p>}
			{fields.length > 0 && !fields.some(({ isNeeded }) => isNeeded) && <p className="soft">{t("caseStays")}</p>}
			{!waiting && shown.version !== since && (
				<div className="stack" role="alert">
					<Notice text={t(form.isPossible ? "caseMeanwhile" : "caseNotPossible")} />
					<CaseHistory shown={shown} entries={historyOf(shown, since)} />
				</div>
			)}
			<CaseFields
				{...{ step, shown, fields }}
				kind={shown.kind}
				rule={form.rule}
				draft={form.draft}
				onChange={form.change}
			/>
			<Problem problem={gap === null ? form.problem : gapInWords(shown.kind, gap, telling)} />
		</>
	);
}
