import { ERASE_REFERRAL } from "../../rules/routes/referral.ts";
import type { ReferralRow } from "../../schema/customer/referral.ts";
import { useChange } from "../data/use-change.ts";
import { EraseForm } from "../parts/form/erase-form.tsx";
import { useWords } from "../words/words.ts";
import { RecordLine } from "./outcome/record-line.tsx";

/** The personal half of a record, for good. */
export function EraseReferral({ row, onClose }: { readonly row: ReferralRow; readonly onClose: () => void }) {
	const { t } = useWords();
	const erase = useChange(ERASE_REFERRAL, ["referral", "referrals"]);
	const { branchId, referralId } = row;
	return (
		<EraseForm
			title={t("referralEraseTitle")}
			submitText={t("referralErase")}
			text={t("referralEraseText")}
			onSubmit={(body) => erase.mutateAsync({ input: { params: { branchId, referralId }, body } })}
			onClose={onClose}
		>
			<RecordLine row={row} />
		</EraseForm>
	);
}
