import { Checkbox, Form } from "antd";
import { fieldsToShow } from "../../client-kit/customer/referral-fields.ts";
import { SHOW_REFERRAL } from "../../rules/routes/referral.ts";
import type { ReferralRow, ShowBody, ShownReferral } from "../../schema/customer/referral.ts";
import { useChange } from "../data/use-change.ts";
import { FormDialog } from "../parts/form/form-dialog.tsx";
import { ReasonField } from "../parts/form/reason-field.tsx";
import { useWords } from "../words/words.ts";
import { RecordLine } from "./outcome/record-line.tsx";
import { FIELD_WORD } from "./referral-labels.ts";

/** Asks which values and why; only what is needed should be asked for. */
export function ShowDialog(props: {
	readonly row: ReferralRow;
	readonly onShown: (answer: ShownReferral) => void;
	readonly onClose: () => void;
}) {
	const { t } = useWords();
	const show = useChange(SHOW_REFERRAL, []);
	const { branchId, referralId } = props.row;
	const options = fieldsToShow(props.row).map((field) => ({
		value: field,
		label: t(FIELD_WORD[field]),
	}));
	return (
		<FormDialog<ShowBody>
			title={t("caseShow")}
			submitText={t("referralShow")}
			onSubmit={async (body) => {
				props.onShown(await show.mutateAsync({ input: { params: { branchId, referralId }, body } }));
				show.reset();
			}}
			onClose={props.onClose}
		>
			<RecordLine row={props.row} />
			<Form.Item
				name="fields"
				label={t("referralShowFields")}
				rules={[{ required: true, message: t("requiredField") }]}
			>
				<Checkbox.Group options={options} />
			</Form.Item>
			<ReasonField />
		</FormDialog>
	);
}
