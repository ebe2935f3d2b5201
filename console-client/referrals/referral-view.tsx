import { Button } from "antd";
import { useState } from "react";
import { fieldsToShow } from "../../client-kit/customer/referral-fields.ts";
import { signsAs } from "../../rules/case/referral.ts";
import { REFERRAL } from "../../rules/routes/referral.ts";
import type { ReferralRow, ReferralValues } from "../../schema/customer/referral.ts";
import { useRead } from "../data/use-read.ts";
import { useShown } from "../data/use-shown.ts";
import { addressTo } from "../frame/address.ts";
import { useMe } from "../frame/me.ts";
import { Reading } from "../parts/reading.tsx";
import { ViewHead } from "../parts/view-head.tsx";
import { useWords } from "../words/words.ts";
import { recordText } from "./outcome/record-line.tsx";
import { PersonalFacts } from "./personal-facts.tsx";
import { ReferralDialog, type ReferralDialogName } from "./referral-dialog.tsx";
import { ReferralFacts } from "./referral-facts.tsx";

/** One record: masked, shown on request, and what may be done with it. */
export function ReferralView({ branchId, referralId }: { readonly branchId: string; readonly referralId: string }) {
	const words = useWords();
	const { t } = words;
	const read = useRead(REFERRAL, { params: { branchId, referralId } });
	const shown = useShown<ReferralValues>();
	const [dialog, setDialog] = useState<ReferralDialogName | null>(null);
	if (read.data === undefined) return <Reading read={read} />;
	const row = read.data;
	return (
		<>
			<ViewHead
				title={row.name ?? row.customerReference ?? t("referralErased")}
				text={recordText(row, words)}
				back={<a href={addressTo(["referrals"], { branch: branchId })}>{t("back")}</a>}
			>
				<ReferralActs row={row} onAct={setDialog} />
			</ViewHead>
			<PersonalFacts row={row} shown={shown} />
			<ReferralFacts row={row} />
			{dialog !== null && <ReferralDialog which={dialog} row={row} shown={shown} onClose={() => setDialog(null)} />}
		</>
	);
}

function ReferralActs(props: { readonly row: ReferralRow; readonly onAct: (dialog: ReferralDialogName) => void }) {
	const { t } = useWords();
	const me = useMe();
	const { row, onAct } = props;
	const { branchId } = row;
	const signs = signsAs(row.managerId, me.staffId, (right) => me.may(right, branchId));
	if (row.erasedAt !== null) return null;
	return (
		<>
			{me.may("privacy.erase", branchId) && (
				<Button danger onClick={() => onAct("erase")}>
					{t("referralErase")}
				</Button>
			)}
			{me.may("referral.change", branchId) && <Button onClick={() => onAct("change")}>{t("referralChange")}</Button>}
			{signs === "manager" && (
				<Button onClick={() => onAct("outcome")}>
					{t(row.outcomeAt === null ? "referralRecordOutcome" : "referralChangeOutcome")}
				</Button>
			)}
			{signs !== null && row.signed === null && <Button onClick={() => onAct("sign")}>{t("referralSign")}</Button>}
			{me.may("referral.show", branchId) && fieldsToShow(row).length > 0 && (
				<Button type="primary" onClick={() => onAct("show")}>
					{t("referralShow")}
				</Button>
			)}
		</>
	);
}
