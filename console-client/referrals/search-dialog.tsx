import { Table } from "antd";
import { useState } from "react";
import { SEARCH_REFERRALS } from "../../rules/routes/referral.ts";
import type { PersonQuery } from "../../schema/customer/customer-values.ts";
import type { ReferralRow } from "../../schema/customer/referral.ts";
import { useChange } from "../data/use-change.ts";
import { FormDialog } from "../parts/form/form-dialog.tsx";
import { useWords } from "../words/words.ts";
import { PersonQueryFields } from "./person-query-fields.tsx";
import { referralColumns } from "./referral-columns.tsx";

const DIALOG_WIDTH = 960;
/** When, who, status, numbers, why, and who recognised them: enough to tell namesakes apart. */
const COLUMNS_SHOWN = 7;

/** Finds a person's records by a whole number. What is typed goes into the body of a request and nowhere else. */
export function SearchDialog({ branchId, onClose }: { readonly branchId: string; readonly onClose: () => void }) {
	const words = useWords();
	const { t } = words;
	const search = useChange(SEARCH_REFERRALS, []);
	const [rows, setRows] = useState<readonly ReferralRow[] | null>(null);
	return (
		<FormDialog<PersonQuery>
			title={t("personSearch")}
			submitText={t("search")}
			width={DIALOG_WIDTH}
			closesWhenDone={false}
			initial={{ by: "phone" }}
			onSubmit={async (body) => {
				setRows(null);
				setRows((await search.mutateAsync({ input: { params: { branchId }, body } })).rows);
			}}
			onClose={onClose}
		>
			<p className="soft">{t("personSearchText")}</p>
			<PersonQueryFields />
			{rows !== null && (
				<>
					<p role="status">{t("personSearchFound", { count: rows.length })}</p>
					<Table<ReferralRow>
						size="small"
						rowKey="referralId"
						columns={referralColumns(words).slice(0, COLUMNS_SHOWN)}
						scroll={{ x: "max-content" }}
						dataSource={[...rows]}
						pagination={false}
					/>
				</>
			)}
		</FormDialog>
	);
}
