import { useState } from "react";
import { createRepeatableCommand } from "../../client-kit/call/repeatable-command.ts";
import { broughtBy, fieldsOf } from "../../client-kit/case/case-form.ts";
import { stepWords } from "../../client-kit/words/case/kind-words.ts";
import { type CaseKind, definitionOf } from "../../rules/case/kinds.ts";
import { OPEN_CASE } from "../../rules/routes/case.ts";
import { useChange } from "../data/use-change.ts";
import { FormDialog } from "../parts/form/form-dialog.tsx";
import { useWords } from "../words/words.ts";
import { answered } from "./answered.ts";
import { CaseFields } from "./case-fields.tsx";
import { type CaseValues, draftOf } from "./case-values.ts";

/** A new case at a branch. */
export function OpenCaseDialog(props: {
	readonly kind: CaseKind;
	readonly branchId: string;
	readonly onClose: () => void;
}) {
	const { kind, branchId, onClose } = props;
	const { t, name } = useWords();
	const open = useChange(OPEN_CASE, ["cases"]);
	const [command] = useState(createRepeatableCommand);
	const definition = definitionOf(kind);
	const rule = definition.opening;
	const fields = fieldsOf(definition, rule);
	const filling = { definition, rule, shown: null };
	const submit = async (values: CaseValues) => {
		const made = broughtBy(draftOf(values, null), fields, filling);
		if ("gap" in made) return;
		const input = { params: { branchId }, body: { kind, ...made.brought } };
		await answered(command, open.mutateAsync({ input, options: { commandId: command.idFor(made.brought) } }));
	};
	return (
		<FormDialog<CaseValues>
			title={name(stepWords(kind, "open").act)}
			submitText={t("submit")}
			onSubmit={submit}
			onClose={onClose}
		>
			<CaseFields kind={kind} branchId={branchId} fields={fields} rule={rule} shown={null} />
		</FormDialog>
	);
}
