import { clockTime, dayInWords } from "../../client-kit/language/format.ts";
import { reasonText } from "../../client-kit/words/referral-labels.ts";
import type { ReferralRow } from "../../schema/customer/referral.ts";
import type { Hall } from "../hall/hall.ts";
import { staffName } from "../words/staff-name.ts";
import { useWords } from "../words/words.ts";

/** Which of several records that are masked alike: customer, reason, time, and who recognised them. */
export function RecordLine({ hall, row }: { readonly hall: Hall; readonly row: ReferralRow }) {
	const words = useWords();
	const { t, locale } = words;
	const { timeZone } = hall.branch;
	const time = `${dayInWords(row.recordedAt, timeZone, locale)} ${clockTime(row.recordedAt, timeZone, { seconds: true })}`;
	const customer = row.name ?? row.customerReference ?? t("referralErased");
	return (
		<p className="soft tabular">
			{customer} · {reasonText(row.reasonCode, words.name)} ·{" "}
			{t("referralBy", { name: staffName(hall, row.staffId, words, row.staffName), time })}
		</p>
	);
}
