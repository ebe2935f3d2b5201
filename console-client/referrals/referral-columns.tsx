import { reasonText } from "../../client-kit/words/referral-labels.ts";
import type { ReferralRow } from "../../schema/customer/referral.ts";
import { addressTo } from "../frame/address.ts";
import { moment } from "../parts/moment.ts";
import type { Columns } from "../parts/record-list.tsx";
import { Sign } from "../parts/sign.tsx";
import { signatureInWords, staffInWords } from "../parts/staff-in-words.ts";
import type { Words } from "../words/words.ts";
import { STATUS } from "./referral-labels.ts";

/** Columns of the records; every personal value is masked by the server. */
export function referralColumns(words: Words): Columns<ReferralRow> {
	const { t, name } = words;
	return [
		{ title: t("referralRecordedAt"), dataIndex: "recordedAt", className: "figure", render: moment },
		{
			title: t("referralCustomer"),
			key: "customer",
			render: (_, row) => (
				<a href={addressTo(["referrals", row.referralId], { branch: row.branchId })}>
					{row.erasedAt === null ? (row.name ?? row.customerReference ?? t("details")) : t("referralErased")}
				</a>
			),
		},
		{ title: t("status"), key: "status", render: (_, row) => <StatusSigns row={row} t={t} /> },
		{ title: t("referralNumber"), key: "number", render: (_, { number }) => number?.value ?? "—" },
		{ title: t("referralContact"), key: "contact", render: (_, { contact }) => contact?.value ?? "—" },
		{ title: t("referralReason"), key: "reason", render: (_, { reasonCode }) => reasonText(reasonCode, name) },
		{ title: t("referralStaff"), key: "staff", render: (_, row) => staffInWords(row.staffId, row.staffName, words) },
		{
			title: t("referralManager"),
			key: "manager",
			render: (_, { managerId, managerName }) => staffInWords(managerId, managerName, words),
		},
		{
			title: t("referralSigned"),
			key: "signed",
			render: (_, { signed }) => (signed === null ? t("listUnsigned") : signatureInWords(signed, words)),
		},
	];
}

export function StatusSigns({ row, t }: { readonly row: ReferralRow; readonly t: Words["t"] }) {
	const { word, tone } = STATUS[row.status];
	return (
		<>
			<Sign tone={tone}>{t(word)}</Sign> {row.incomplete && <Sign tone="over">{t("referralIncomplete")}</Sign>}
		</>
	);
}
