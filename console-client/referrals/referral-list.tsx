import { Button } from "antd";
import { useState } from "react";
import { REFERRALS } from "../../rules/routes/referral.ts";
import { useRows } from "../data/use-read.ts";
import { useAddress } from "../frame/address.ts";
import { useMe } from "../frame/me.ts";
import { RecordList } from "../parts/record-list.tsx";
import { ViewHead } from "../parts/view-head.tsx";
import { useWords } from "../words/words.ts";
import { ExportPersonDialog } from "./export-person-dialog.tsx";
import { referralColumns } from "./referral-columns.tsx";
import { ReferralFilter } from "./referral-filter.tsx";
import { referralQuery } from "./referral-query.ts";
import { SearchDialog } from "./search-dialog.tsx";

/** The records of one branch, masked, by the lists that people work through. */
export function ReferralList({ branchId }: { readonly branchId: string | null }) {
	const words = useWords();
	const { t } = words;
	const me = useMe();
	const { query } = useAddress();
	const [dialog, setDialog] = useState<"search" | "export" | null>(null);
	const list = useRows(
		REFERRALS,
		{ params: { branchId: branchId ?? "" }, query: referralQuery(query) },
		{ enabled: branchId !== null },
	);
	const close = () => setDialog(null);
	return (
		<>
			<ViewHead title={t("referrals")} text={t("referralsText")}>
				{me.may("privacy.export") && <Button onClick={() => setDialog("export")}>{t("personExport")}</Button>}
				{branchId !== null && me.may("privacy.search", branchId) && (
					<Button type="primary" onClick={() => setDialog("search")}>
						{t("personSearch")}
					</Button>
				)}
			</ViewHead>
			<ReferralFilter query={query} branchId={branchId} />
			{branchId === null ? (
				<p>{t("referralChooseBranch")}</p>
			) : (
				<RecordList
					label={t("referrals")}
					list={list}
					rowKey={(row) => row.referralId}
					columns={referralColumns(words)}
				/>
			)}
			{dialog === "search" && branchId !== null && <SearchDialog branchId={branchId} onClose={close} />}
			{dialog === "export" && <ExportPersonDialog nodeId={branchId} onClose={close} />}
		</>
	);
}
