import type { ReferralRow } from "../../schema/referral.ts";
import { Icon } from "../parts/icon.tsx";
import { useWords } from "../words/words.ts";
import { STATUS_OF_REFERRAL } from "./referral-labels.ts";

/** Where a record stands, in a few words with their signs. */
export function ReferralSigns({ row }: { readonly row: ReferralRow }) {
	const { t } = useWords();
	return (
		<span className="referral-signs">
			<span className="tag">{t(STATUS_OF_REFERRAL[row.status])}</span>
			{row.signed === null ? (
				<span className="level level-near">
					<Icon name="clock" />
					{t("unsignedTag")}
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
					{t("incompleteTag")}
				</span>
			)}
			{row.objectedAt !== null && (
				<span className="level level-over">
					<Icon name="alert" />
					{t("objectedTag")}
				</span>
			)}
			{row.erasedAt !== null && <span className="tag">{t("erasedTag")}</span>}
		</span>
	);
}
