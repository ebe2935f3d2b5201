import { Form, Radio } from "antd";
import { useState } from "react";
import { SIGN_REFERRAL } from "../../rules/routes/referral.ts";
import type { ReferralRow, SignBody } from "../../schema/referral.ts";
import { useChange } from "../data/use-change.ts";
import { FormDialog } from "../parts/form-dialog.tsx";
import { useWords } from "../words/words.ts";
import { RecordLine } from "./record-line.tsx";
import { STATUS } from "./referral-labels.ts";

const SIGNED_AS = ["introduced", "to_follow_up"] as const satisfies readonly SignBody["status"][];

/** A relationship manager confirms a record. */
export function SignDialog({ row, onClose }: { readonly row: ReferralRow; readonly onClose: () => void }) {
	const { t } = useWords();
	const [basis, setBasis] = useState(row);
	const sign = useChange(SIGN_REFERRAL, ["referral", "referrals"]);
	const { branchId, referralId, version, status } = basis;
	return (
		<FormDialog<SignBody>
			key={version}
			title={t("referralSignTitle")}
			submitText={t("referralSign")}
			{...((status === "introduced" || status === "to_follow_up") && { initial: { status } })}
			onSubmit={(body) => sign.mutateAsync({ input: { params: { branchId, referralId }, body }, options: { version } })}
			onClose={onClose}
			onLoadNewest={() => setBasis(row)}
		>
			<RecordLine row={row} />
			<Form.Item name="status" label={t("referralSignAs")} rules={[{ required: true, message: t("requiredField") }]}>
				<Radio.Group options={SIGNED_AS.map((value) => ({ value, label: t(STATUS[value].word) }))} />
			</Form.Item>
		</FormDialog>
	);
}
