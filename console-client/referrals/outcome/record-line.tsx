import { reasonText } from "../../../client-kit/words/referral-labels.ts";
import type { ReferralRow } from "../../../schema/customer/referral.ts";
import { moment } from "../../parts/moment.ts";
import { type Naming, staffInWords } from "../../parts/staff-in-words.ts";
import { useWords, type Words } from "../../words/words.ts";

/** Which of several records that are masked alike: customer, reason, time, and who recognised them. */
export function RecordLine({ row }: { readonly row: ReferralRow }) {
	const words = useWords();
	const { t } = words;
	const customer = row.name ?? row.customerReference ?? t("referralErased");
	return (
		<p className="soft">
			{customer} · {recordText(row, words)}
		</p>
	);
}

/** Reason, time and recogniser of a record. */
export function recordText(row: ReferralRow, words: Naming & Pick<Words, "t">): string {
	const { t, name } = words;
	const by = t("recognisedBy", { who: staffInWords(row.staffId, row.staffName, words) });
	return [reasonText(row.reasonCode, name), moment(row.recordedAt), by].join(" · ");
}
