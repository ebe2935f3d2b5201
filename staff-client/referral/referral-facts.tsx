import { clockTime, dayInWords } from "../../client-kit/language/format.ts";
import { CONSENT_WORD, CONTACT_WORD, NUMBER_WORD, reasonText } from "../../client-kit/words/referral-labels.ts";
import type { ReferralOutcome, ReferralRow, ReferralValues } from "../../schema/customer/referral.ts";
import type { Bilingual } from "../../schema/ids.ts";
import type { Hall } from "../hall/hall.ts";
import { staffName } from "../words/staff-name.ts";
import { useWords, type Words } from "../words/words.ts";
import { yuanOf } from "./outcome-draft.ts";

/** A record line by line: masked, or in full while it is shown. */
export function ReferralFacts(props: {
	readonly hall: Hall;
	readonly row: ReferralRow;
	readonly values: ReferralValues | null;
}) {
	const { hall, row, values } = props;
	const words = useWords();
	const { t, locale } = words;
	const at = (time: number) =>
		`${dayInWords(time, hall.branch.timeZone, locale)} ${clockTime(time, hall.branch.timeZone)}`;
	const by = (staffId: string, known: Bilingual | null) => staffName(hall, staffId, words, known);
	const isKept = (has: boolean, value: string | null | undefined) => value ?? t(has ? "kept" : "nothingKept");
	const facts: readonly (readonly [string, string | null])[] = [
		[t("customerName"), values?.name ?? row.name],
		[t("customerReference"), row.customerReference],
		[row.contact === null ? t("referContact") : t(CONTACT_WORD[row.contact.kind]), contactOf(row, values)],
		[row.number === null ? t("itsNumber") : t(NUMBER_WORD[row.number.kind]), numberOf(row, values)],
		[t("referralBestTime"), isKept(row.has.bestContactTime, values?.bestContactTime)],
		[t("referralReason"), reasonText(row.reasonCode, words.name)],
		[t("referralConsent"), t(CONSENT_WORD[row.consent.status])],
		[t("referralManager"), row.managerId === null ? t("referManagerNone") : by(row.managerId, row.managerName)],
		[t("referralRemarks"), isKept(row.has.remarks, values?.remarks)],
		[t("outcome"), values?.outcome ? outcomeInWords(values.outcome, words) : isKept(row.has.outcome, null)],
	];
	return (
		<>
			<dl className={`facts ${values === null ? "" : "facts-shown"}`}>
				{facts.map(([label, value]) =>
					value === null ? null : (
						<div key={label}>
							<dt>{label}</dt>
							<dd className="tabular">{value}</dd>
						</div>
					),
				)}
			</dl>
			<p className="soft tabular">
				{t("referralBy", { name: by(row.staffId, row.staffName), time: at(row.recordedAt) })}
				{row.signed !== null &&
					` · ${t("signedBy", { name: by(row.signed.by, row.signed.name), time: at(row.signed.at) })}`}
			</p>
			{!row.mayContact && row.erasedAt === null && <p className="soft">{t("referralMayNotContact")}</p>}
		</>
	);
}

function contactOf(row: ReferralRow, values: ReferralValues | null): string | null {
	return values?.contact?.value ?? row.contact?.value ?? null;
}

function numberOf(row: ReferralRow, values: ReferralValues | null): string | null {
	return values?.number?.value ?? row.number?.value ?? null;
}

function outcomeInWords({ sold, accounts }: ReferralOutcome, { locale }: Words): string {
	const parts = [
		...sold.map(({ product, amountFen }) => `${product} ¥${yuanOf(amountFen)}`),
		...accounts.map(({ kind, number }) => (number === undefined ? kind : `${kind} ${number}`)),
	];
	return parts.join(locale === "zh" ? "；" : "; ");
}
