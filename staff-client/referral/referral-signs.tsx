import { REFERRAL_STATUS_WORD } from "../../client-kit/words/referral-labels.ts";
import type { ReferralRow } from "../../schema/customer/referral.ts";
import { Icon } from "../parts/icon.tsx";
import { useWords } from "../words/words.ts";

/** Where a record stands, in a few words with their signs. */
export function ReferralSigns({ row }: { readonly row: ReferralRow }) {
	const { t } = useWords();
	return (
		<span className="referral-signs">
			<span className="tag">{t(REFERRAL_STATUS_WORD[row.status])}</span>
			{row.signed === null ? (
				<span className="level level-near">
					<Icon name="clock" />
					{t("listUnsigned")}
				</span>
			) : (
				<span className="level level-within">
					<Icon name="check" />
					{t("signedTag")}
				</span>
			)}
			{row.incomplete && (
				<span className="level level-over">
					<Icon name="alert" />
					{t("referralIncomplete")}
				</span>
			)}
			{row.objectedAt !== null && (
				<span className="level level-over">
					<Icon name="alert" />
					{t("customerObjects")}
				</span>
			)}
			{row.erasedAt !== null && <span className="tag">{t("referralErased")}</span>}
		</span>
	);
}
