import { useState } from "react";
import { createRepeatableCommand } from "../../client-kit/call/repeatable-command.ts";
import { broughtBy, fieldsOf, ruleOf } from "../../client-kit/case/case-form.ts";
import { historyOf, titleOf } from "../../client-kit/case/case-standing.ts";
import { stepWords } from "../../client-kit/words/case/kind-words.ts";
import { definitionOf } from "../../rules/case/kinds.ts";
import { MOVE_CASE } from "../../rules/routes/case.ts";
import type { CaseShown } from "../../schema/customer/case.ts";
import { useChange } from "../data/use-change.ts";
import { FormDialog } from "../parts/form/form-dialog.tsx";
import { Sign } from "../parts/sign.tsx";
import { useWords } from "../words/words.ts";
import { answered } from "./answered.ts";
import { CaseFields, type CaseValues, draftOf } from "./case-fields.tsx";
import { CaseHistory } from "./case-history.tsx";

/** One step of a case. Whoever was faster is shown with what they did, and what is typed stays. */
export function StepDialog(props: {
	readonly shown: CaseShown;
	readonly step: string;
	/** The version that was looked at when the dialog was opened. */
	readonly since: number;
	readonly onClose: () => void;
}) {
	const { shown, step, since, onClose } = props;
	const { t, name } = useWords();
	const move = useChange(MOVE_CASE, ["case", "cases"]);
	const [command] = useState(createRepeatableCommand);
	const { branchId, caseId, kind, version } = shown;
	const fields = fieldsOf(ruleOf(definitionOf(kind), step) ?? {});
	const isPossible = shown.possible.includes(step);
	const submit = async (values: CaseValues) => {
		const made = broughtBy(draftOf(values), fields);
		if ("gap" in made) return;
		const commandId = command.idFor([version, made.brought]);
		const input = { params: { branchId, caseId }, body: { step, ...made.brought } };
		await answered(command, move.mutateAsync({ input, options: { version, commandId } }));
	};
	return (
		<FormDialog<CaseValues>
			title={name(stepWords(kind, step).act)}
			submitText={t("submit")}
			onSubmit={submit}
			onClose={onClose}
			// What is there now is read after each refusal; what was typed stays in the form.
			onLoadNewest={() => undefined}
		>
			<p className="soft">{titleOf(shown) ?? t("caseErased")}</p>
			{version !== since && (
				<div role="alert">
					<p>
						<Sign tone="near">{t(isPossible ? "caseMeanwhile" : "caseNotPossible")}</Sign>
					</p>
					<CaseHistory shown={shown} entries={historyOf(shown, since)} />
				</div>
			)}
			<CaseFields kind={kind} branchId={branchId} fields={fields} ownerNow={shown.ownerId} />
		</FormDialog>
	);
}
