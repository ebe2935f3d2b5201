import { Form, Radio } from "antd";
import { useState } from "react";
import { signsAs } from "../../rules/case/referral.ts";
import { SIGN_REFERRAL } from "../../rules/routes/referral.ts";
import type { ReferralRow, SignBody } from "../../schema/customer/referral.ts";
import { useChange } from "../data/use-change.ts";
import { useMe } from "../frame/me.ts";
import { FormDialog } from "../parts/form/form-dialog.tsx";
import { ReasonField } from "../parts/form/reason-field.tsx";
import { useWords } from "../words/words.ts";
import { RecordLine } from "./outcome/record-line.tsx";
import { STATUS } from "./referral-labels.ts";

const SIGNED_AS = ["introduced", "to_follow_up"] as const satisfies readonly SignBody["status"][];

/** A relationship manager confirms a record, or a head in their place, who says why. */
export function SignDialog({ row, onClose }: { readonly row: ReferralRow; readonly onClose: () => void }) {
	const { t } = useWords();
	const me = useMe();
	const [basis, setBasis] = useState(row);
	const sign = useChange(SIGN_REFERRAL, ["referral", "referrals"]);
	const { branchId, referralId, version, status, managerId } = basis;
	const isInstead = signsAs(managerId, me.staffId, (right) => me.may(right, branchId)) === "instead";
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
			{isInstead && <p>{t("referralSignInstead")}</p>}
			{isInstead && <ReasonField />}
			<Form.Item name="status" label={t("referralSignAs")} rules={[{ required: true, message: t("requiredField") }]}>
				<Radio.Group options={SIGNED_AS.map((value) => ({ value, label: t(STATUS[value].word) }))} />
			</Form.Item>
		</FormDialog>
	);
}
