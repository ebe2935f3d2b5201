import { Form, type FormInstance } from "antd";
import { useEffect, useState } from "react";
import { createRepeatableCommand } from "../../client-kit/call/repeatable-command.ts";
import { broughtBy, fieldsOf, listsGoneOnFrom, ruleOf } from "../../client-kit/case/case-form.ts";
import { historyOf } from "../../client-kit/case/case-standing.ts";
import { actWord } from "../../client-kit/words/case/kind-words.ts";
import type { Shown } from "../../react-kit/data/use-shown.ts";
import { definitionOf } from "../../rules/case/kinds.ts";
import { MOVE_CASE } from "../../rules/routes/case.ts";
import type { CaseInFull, CaseShown } from "../../schema/customer/case.ts";
import { useChange } from "../data/use-change.ts";
import { useMe } from "../frame/me.ts";
import { FormDialog } from "../parts/form/form-dialog.tsx";
import { Sign } from "../parts/sign.tsx";
import { useWords } from "../words/words.ts";
import { answered } from "./answered.ts";
import { CaseFields } from "./case-fields.tsx";
import { HistoryOfCase } from "./case-history.tsx";
import { CaseLine } from "./case-line.tsx";
import { type CaseValues, draftOf, startOf } from "./case-values.ts";
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
	const me = useMe();
	const definition = definitionOf(shown.kind);
	const by = { staffId: me.staffId, may: (right: Parameters<typeof me.may>[0]) => me.may(right, shown.branchId) };
	const [rule] = useState(() => ruleOf(definition, step, shown, by));
	const [known, setKnown] = useState<CaseInFull["fields"]>({});
	const fields = fieldsOf(definition, rule);
	const field = listsGoneOnFrom(fields, definition, shown);
	const value = field === null ? undefined : inFull.values?.fields[field];
	useEffect(() => {
		if (field !== null && value != null) setKnown({ [field]: value });
	}, [field, value]);
	const { show } = definition.rights;
	if (field !== null && known[field] === undefined && (show === undefined || by.may(show))) {
		return <ShowDialog shown={shown} inFull={inFull} only={field} onClose={props.onClose} />;
	}
	const isReplacing = field !== null && known[field] === undefined;
	return <StepForm {...props} {...{ rule: rule ?? {}, fields, known, isReplacing }} />;
}

/** If somebody was faster, their steps are shown above the form, and what was typed stays. */
function StepForm(
	props: StepProps & {
		readonly rule: NonNullable<Parameters<typeof fieldsOf>[1]>;
		readonly fields: ReturnType<typeof fieldsOf>;
		/** What is on record, once it was shown. */
		readonly known: CaseInFull["fields"];
		readonly isReplacing: boolean;
	},
) {
	const { shown, step, since, inFull, rule, fields, known, onClose } = props;
	const { t, name } = useWords();
	const move = useChange(MOVE_CASE, ["case", "cases"]);
	const [command] = useState(createRepeatableCommand);
	const { branchId, caseId, kind, version } = shown;
	const filling = { definition: definitionOf(kind), rule, shown };
	const isPossible = shown.possible.includes(step);
	const submit = async (values: CaseValues) => {
		const made = broughtBy(draftOf(values, shown), fields, filling);
		if ("gap" in made) return;
		const commandId = command.idFor([version, made.brought]);
		const input = { params: { branchId, caseId }, body: { step, ...made.brought } };
		await answered(command, move.mutateAsync({ input, options: { version, commandId } }));
	};
	return (
		<FormDialog<CaseValues>
			title={name(actWord(shown, step))}
			submitText={t("submit")}
			initial={startOf(fields, filling, step, known)}
			{...(fields.length > MANY_FIELDS && { width: WIDE })}
			onSubmit={submit}
			onClose={onClose}
			// The case is read again after each refusal, so this button only closes the notice; what was typed stays.
			onLoadNewest={() => undefined}
		>
			{(form) => (
				<>
					<HideUntouched form={form} when={Object.keys(known).length > 0 && inFull.values === null} onHide={onClose} />
					<CaseLine shown={shown} />
					{props.isReplacing && <p className="soft">{t("showReplaces")}</p>}
					{fields.length > 0 && !fields.some(({ isNeeded }) => isNeeded) && <p className="soft">{t("caseStays")}</p>}
					{version !== since && (
						<div role="alert">
							<p>
								<Sign tone="near">{t(isPossible ? "caseMeanwhile" : "caseNotPossible")}</Sign>
							</p>
							<HistoryOfCase shown={shown} entries={historyOf(shown, since)} />
						</div>
					)}
					<CaseFields kind={kind} branchId={branchId} fields={fields} rule={rule} shown={shown} />
				</>
			)}
		</FormDialog>
	);
}

/** What was shown for a minute does not stay in a form that nobody has touched. */
function HideUntouched(props: {
	readonly form: FormInstance<CaseValues>;
	readonly when: boolean;
	readonly onHide: () => void;
}) {
	const { form, when, onHide } = props;
	Form.useWatch([], form);
	useEffect(() => {
		if (when && !form.isFieldsTouched()) onHide();
	}, [form, when, onHide]);
	return null;
}
