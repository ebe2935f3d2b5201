import { Form, Input } from "antd";
import type { ReferralRow } from "../../schema/referral.ts";
import { useChange } from "../data/use-change.ts";
import { FormDialog } from "../parts/form-dialog.tsx";
import { useWords } from "../words/words.ts";

const ERASE = { name: "eraseReferral", method: "DELETE", path: "/branches/:branchId/referrals/:referralId" } as const;

/** Destroying a key cannot be undone, so a word must be typed. */
export function EraseReferral({ row, onClose }: { readonly row: ReferralRow; readonly onClose: () => void }) {
	const { t } = useWords();
	const erase = useChange(ERASE, ["referral", "referrals"]);
	const { branchId, referralId } = row;
	return (
		<FormDialog<{ word: string }>
			title={t("referralEraseTitle")}
			submitText={t("referralErase")}
			danger
			onSubmit={() => erase.mutateAsync({ input: { params: { branchId, referralId } } })}
			onClose={onClose}
		>
			<p>{t("referralEraseText")}</p>
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
