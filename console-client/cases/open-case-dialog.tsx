import { useState } from "react";
import { createRepeatableCommand } from "../../client-kit/call/repeatable-command.ts";
import { broughtBy, caseFieldsOf, EMPTY_CASE_DRAFT, type Gap } from "../../client-kit/case/case-form.ts";
import { stepWords } from "../../client-kit/words/case/kind-words.ts";
import { CaseFields, gapInWords } from "../../react-kit/case/case-fields.tsx";
import { useTelling } from "../../react-kit/case/telling.ts";
import { type CaseKind, definitionOf } from "../../rules/case/kinds.ts";
import { OPEN_CASE } from "../../rules/routes/case.ts";
import { useChange } from "../data/use-change.ts";
import { FormDialog } from "../parts/form/form-dialog.tsx";
import { useWords } from "../words/words.ts";
import { answered } from "./answered.ts";
import { CASE_CONTROLS } from "./case-controls.tsx";

/** A new case at a branch. */
export function OpenCaseDialog(props: {
	readonly kind: CaseKind;
	readonly branchId: string;
	readonly onClose: () => void;
}) {
	const { kind, branchId, onClose } = props;
	const { t, name } = useWords();
	const telling = useTelling();
	const open = useChange(OPEN_CASE, ["cases"]);
	const [command] = useState(createRepeatableCommand);
	const [draft, setDraft] = useState(EMPTY_CASE_DRAFT);
	const [gap, setGap] = useState<Gap | null>(null);
	const definition = definitionOf(kind);
	const rule = definition.opening;
	const fields = caseFieldsOf(definition, rule);
	const submit = async () => {
		const made = broughtBy(draft, fields, { definition, rule, shown: null });
		setGap("gap" in made ? made : null);
		if ("gap" in made) return;
		const input = { params: { branchId }, body: { kind, ...made.brought } };
		await answered(command, open.mutateAsync({ input, options: { commandId: command.idFor(made.brought) } }));
		onClose();
	};
	return (
		<FormDialog
			title={name(stepWords(kind, "open").act)}
			submitText={t("submit")}
			closesWhenDone={false}
			onSubmit={submit}
			onClose={onClose}
		>
			<CaseFields
				{...{ kind, rule, fields, draft, shown: null, step: "open" }}
				onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
			/>
			<CASE_CONTROLS.Problem problem={gap === null ? null : gapInWords(kind, gap, telling)} />
		</FormDialog>
	);
}
