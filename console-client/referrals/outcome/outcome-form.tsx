import { Form, type FormInstance, Radio } from "antd";
import { useEffect } from "react";
import { OUTCOME_STATUS_WORD, outcomeStatusOf } from "../../../client-kit/words/referral-labels.ts";
import { RECORD_OUTCOME } from "../../../rules/routes/referral.ts";
import type { OutcomeStatus, ReferralOutcome, ReferralRow } from "../../../schema/customer/referral.ts";
import { useChange } from "../../data/use-change.ts";
import { FormDialog } from "../../parts/form/form-dialog.tsx";
import { type PlainWord, useWords } from "../../words/words.ts";
import { OutcomeLines } from "./outcome-lines.tsx";
import { bodyOfOutcome, type OutcomeValues, valuesOfOutcome } from "./outcome-values.ts";
import { RecordLine } from "./record-line.tsx";

const STATUSES = Object.entries(OUTCOME_STATUS_WORD) as [OutcomeStatus, PlainWord][];

/** How it ended, accounts opened and products sold, from what is on record. */
export function OutcomeForm(props: {
	readonly row: ReferralRow;
	/** What is on record, when it is shown. */
	readonly known: ReferralOutcome | null;
	/** Whether what was shown has been taken away again. */
	readonly isHidden: boolean;
	readonly onClose: () => void;
	readonly onLoadNewest: () => void;
}) {
	const { row, known, isHidden, onClose } = props;
	const { t } = useWords();
	const record = useChange(RECORD_OUTCOME, ["referral", "referrals"]);
	const { branchId, referralId, version } = row;
	return (
		<FormDialog<OutcomeValues>
			title={t("referralRecordOutcome")}
			submitText={t("save")}
			initial={valuesOfOutcome(outcomeStatusOf(row), known)}
			onSubmit={(values) =>
				record.mutateAsync({
					input: { params: { branchId, referralId }, body: bodyOfOutcome(values) },
					options: { version },
				})
			}
			onClose={onClose}
			onLoadNewest={props.onLoadNewest}
		>
			{(form) => (
				<>
					<HideUntouched form={form} when={known !== null && isHidden} onHide={onClose} />
					<RecordLine row={row} />
					{row.has.outcome && known === null && <p className="soft">{t("outcomeReplaces")}</p>}
					<Result form={form} />
				</>
			)}
		</FormDialog>
	);
}

function Result({ form }: { readonly form: FormInstance<OutcomeValues> }) {
	const { t } = useWords();
	const status: OutcomeStatus | undefined = Form.useWatch("status", form);
	const somethingCame = async () => {
		const { accounts = [], sold = [] } = form.getFieldsValue();
		if (status === "concluded" && accounts.length + sold.length === 0) throw new Error("nothing");
	};
	return (
		<>
			<Form.Item
				name="status"
				label={t("outcomeResult")}
				dependencies={["accounts", "sold"]}
				rules={[{ validator: somethingCame, message: t("outcomeEmpty") }]}
			>
				<Radio.Group options={STATUSES.map(([value, word]) => ({ value, label: t(word) }))} />
			</Form.Item>
			{status !== "not_interested" && <OutcomeLines />}
		</>
	);
}

/** What was shown for a minute does not stay in a form that nobody has touched. */
function HideUntouched(props: {
	readonly form: FormInstance<OutcomeValues>;
	readonly when: boolean;
	readonly onHide: () => void;
}) {
	const { form, when, onHide } = props;
	useEffect(() => {
		if (when && !form.isFieldsTouched()) onHide();
	}, [form, when, onHide]);
	return null;
}
