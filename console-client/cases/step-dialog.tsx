import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { caseFieldsOf, filledListsField, ruleOf } from "../../client-kit/case/case-form.ts";
import { actWord } from "../../client-kit/words/case/kind-words.ts";
import { useCaseForm } from "../../react-kit/case/case-form.ts";
import { StepFields } from "../../react-kit/case/step-fields.tsx";
import { useStep } from "../../react-kit/case/use-step.ts";
import { Refusal } from "../../react-kit/data/refusal.ts";
import type { Shown } from "../../react-kit/data/use-shown.ts";
import { definitionOf } from "../../rules/case/kinds.ts";
import { MOVE_CASE } from "../../rules/routes/case.ts";
import type { CaseInFull, CaseShown } from "../../schema/customer/case.ts";
import { ask } from "../data/ask.ts";
import { FormDialog } from "../parts/form/form-dialog.tsx";
import { useWords } from "../words/words.ts";
import { ShowDialog } from "./show-dialog.tsx";

const WIDE = 640;
const MANY_FIELDS = 4;

type StepProps = {
	readonly shown: CaseShown;
	readonly step: string;
	/** The version that was looked at when the dialog was opened. */
	readonly since: number;
	readonly inFull: Shown<CaseInFull>;
	readonly onClose: () => void;
};

/** The dialog of one step. If the step changes a list that has entries already, they are shown first, for a reason, so that saving does not replace them unseen. */
export function StepDialog(props: StepProps) {
	const { shown, step, inFull } = props;
	const { by } = useCaseForm();
	const definition = definitionOf(shown.kind);
	const [field] = useState(() =>
		filledListsField(caseFieldsOf(definition, ruleOf(definition, step, shown, by)), definition, shown),
	);
	const isSeen = field === null || inFull.values?.fields[field] != null;
	const { show } = definition.rights;
	const [asksFirst, setAsksFirst] = useState(!isSeen && (show === undefined || by.may(show)));
	useEffect(() => {
		if (isSeen) setAsksFirst(false);
	}, [isSeen]);
	if (field !== null && asksFirst)
		return <ShowDialog shown={shown} inFull={inFull} only={field} onClose={props.onClose} />;
	return <StepForm {...props} />;
}

function StepForm({ shown, step, since, inFull, onClose }: StepProps) {
	const { t, name } = useWords();
	const client = useQueryClient();
	const form = useStep({
		...{ shown, step, since, inFull: inFull.values, onDone: onClose },
		move: (input, options) => ask(MOVE_CASE, input, options).then(() => null, problemOf),
		readAgain: async () => {
			await Promise.all(["case", "cases"].map((each) => client.invalidateQueries({ queryKey: [each] })));
		},
	});
	return (
		<FormDialog
			title={name(actWord(shown, step))}
			submitText={t("submit")}
			{...(form.fields.length > MANY_FIELDS && { width: WIDE })}
			closesWhenDone={false}
			onSubmit={form.send}
			onClose={onClose}
		>
			<StepFields {...{ shown, step, since, form }} />
		</FormDialog>
	);
}

function problemOf(error: unknown) {
	if (error instanceof Refusal) return error.problem;
	throw error;
}
