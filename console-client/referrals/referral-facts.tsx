import { CONSENT_WORD, reasonText } from "../../client-kit/words/referral-labels.ts";
import type { ReferralRow } from "../../schema/customer/referral.ts";
import { ROLE_NAMES } from "../../schema/role-name.ts";
import { momentToMinute } from "../parts/moment.ts";
import { Sign } from "../parts/sign.tsx";
import { signatureInWords, staffInWords } from "../parts/staff-in-words.ts";
import { useWords } from "../words/words.ts";
import { StatusSigns } from "./referral-columns.tsx";

/** What a record says beside the person: status, why, who, when, and whether the customer may be contacted. */
export function ReferralFacts({ row }: { readonly row: ReferralRow }) {
	const words = useWords();
	const { t, name } = words;
	const facts = [
		[t("status"), <StatusSigns key="status" row={row} t={t} />],
		[t("referralReason"), reasonText(row.reasonCode, name)],
		[t("referralStaff"), `${staffInWords(row.staffId, row.staffName, words)} · ${name(ROLE_NAMES[row.role])}`],
		[t("referralManager"), staffInWords(row.managerId, row.managerName, words)],
		[t("referralSigned"), row.signed === null ? t("listUnsigned") : signatureInWords(row.signed, words)],
		[t("referralConsent"), <ConsentSigns key="consent" row={row} />],
		[t("customerReference"), row.customerReference ?? "—"],
		[t("referralTicket"), row.ticketId ?? "—"],
		[t("referralRecordedAt"), momentToMinute(row.recordedAt)],
	] as const;
	return (
		<section className="panel">
			<dl className="facts">
				{facts.map(([label, value]) => (
					<Fact key={label} label={label} value={value} />
				))}
			</dl>
		</section>
	);
}

function Fact({ label, value }: { readonly label: string; readonly value: React.ReactNode }) {
	return (
		<>
			<dt>{label}</dt>
			<dd>{value}</dd>
		</>
	);
}

function ConsentSigns({ row }: { readonly row: ReferralRow }) {
	const { t } = useWords();
	return (
		<>
			{t(CONSENT_WORD[row.consent.status])}{" "}
			<Sign tone={row.mayContact ? "good" : "over"}>
				{t(row.mayContact ? "referralMayContact" : "referralMayNotContact")}
			</Sign>{" "}
			{row.objectedAt !== null && <Sign tone="over">{t("customerObjects")}</Sign>}
		</>
	);
}
