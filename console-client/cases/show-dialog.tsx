import { Form } from "antd";
import { valueWord } from "../../client-kit/words/case/kind-words.ts";
import { CaseLine } from "../../react-kit/case/case-signs.tsx";
import type { Shown } from "../../react-kit/data/use-shown.ts";
import { SHOW_CASE } from "../../rules/routes/case.ts";
import type { CaseInFull, CaseShown } from "../../schema/customer/case.ts";
import { useChange } from "../data/use-change.ts";
import { CheckGroup } from "../parts/form/check-group.tsx";
import { FormDialog } from "../parts/form/form-dialog.tsx";
import { ReasonField } from "../parts/form/reason-field.tsx";
import { useWords } from "../words/words.ts";

type Values = { readonly fields?: string[]; readonly reason: string };

/** Nobody sees what names a customer without saying why; only what is needed should be asked for. */
export function ShowDialog(props: {
	readonly shown: CaseShown;
	readonly inFull: Shown<CaseInFull>;
	/** Asks for this field alone, before something is done with it. */
	readonly only?: string;
	readonly onClose: () => void;
}) {
	const { shown, inFull, only, onClose } = props;
	const { t, name } = useWords();
	const show = useChange(SHOW_CASE, []);
	const { branchId, caseId, kind, personal } = shown;
	const options = Object.keys(shown.fields).map((value) => ({ value, label: name(valueWord(kind, value)) }));
	const isChosen = only === undefined && options.length > 0;
	const submit = async ({ fields = [], reason }: Values) => {
		const body = only === undefined ? { texts: personal, fields, reason } : { fields: [only], reason };
		const { texts, fields: values, hideAt } = await show.mutateAsync({ input: { params: { branchId, caseId }, body } });
		const before = inFull.values;
		inFull.show({
			values: { texts: { ...before?.texts, ...texts }, fields: { ...before?.fields, ...values } },
			hideAt,
		});
		show.reset();
	};
	return (
		<FormDialog<Values>
			title={t(only === undefined ? "caseShow" : "showFirst")}
			submitText={t("showInFull")}
			closesWhenDone={only === undefined}
			onSubmit={submit}
			onClose={onClose}
		>
			<CaseLine row={shown} />
			{isChosen && (
				<Form.Item name="fields" label={t("caseShowFields")} rules={[{ required: true, message: t("requiredField") }]}>
					<CheckGroup options={options} />
				</Form.Item>
			)}
			<ReasonField />
		</FormDialog>
	);
}
