import { Form, Input } from "antd";
import { ERASE_REFERRAL } from "../../rules/routes/referral.ts";
import type { EraseBody, ReferralRow } from "../../schema/referral.ts";
import { useChange } from "../data/use-change.ts";
import { FormDialog } from "../parts/form-dialog.tsx";
import { useWords } from "../words/words.ts";
import { ReasonField } from "./reason-field.tsx";
import { RecordLine } from "./record-line.tsx";

/** Destroying a key cannot be undone, so a reason and a word must be typed. */
export function EraseReferral({ row, onClose }: { readonly row: ReferralRow; readonly onClose: () => void }) {
	const { t } = useWords();
	const erase = useChange(ERASE_REFERRAL, ["referral", "referrals"]);
	const { branchId, referralId } = row;
	return (
		<FormDialog<EraseBody & { word: string }>
			title={t("referralEraseTitle")}
			submitText={t("referralErase")}
			danger
			onSubmit={({ reason }) => erase.mutateAsync({ input: { params: { branchId, referralId }, body: { reason } } })}
			onClose={onClose}
		>
			<RecordLine row={row} />
			<p>{t("referralEraseText")}</p>
			<ReasonField />
			<Form.Item
				name="word"
				label={t("referralEraseWord")}
				rules={[
					{
						validator: (_, value: string | undefined) =>
							value?.trim() === t("eraseWord") ? Promise.resolve() : Promise.reject(new Error(t("referralEraseWord"))),
					},
				]}
			>
				<Input autoComplete="off" />
			</Form.Item>
		</FormDialog>
	);
}
