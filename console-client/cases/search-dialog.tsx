import { Table } from "antd";
import { useState } from "react";
import { useTelling } from "../../react-kit/case/telling.ts";
import type { CaseKind } from "../../rules/case/kinds.ts";
import { SEARCH_CASES } from "../../rules/routes/case.ts";
import type { CaseShown } from "../../schema/customer/case.ts";
import type { PersonQuery } from "../../schema/customer/customer-values.ts";
import { useChange } from "../data/use-change.ts";
import { useNodeName } from "../institution/use-nodes.ts";
import { FormDialog } from "../parts/form/form-dialog.tsx";
import { reachableByKey } from "../parts/reachable-by-key.ts";
import { useWords } from "../words/words.ts";
import { caseColumns } from "./case-columns.tsx";
import { PersonQueryFields } from "./person-query-fields.tsx";

const DIALOG_WIDTH = 1_120;
/** In the order in which they are found. */
const AS_FOUND = { sort: null, order: "desc", list: "open" } as const;

/** Finds a person's records by a whole number. What is typed goes into the body of a request and nowhere else. */
export function SearchDialog(props: {
	readonly kind: CaseKind;
	readonly branchId: string;
	readonly onClose: () => void;
}) {
	const { kind, branchId, onClose } = props;
	const words = useWords();
	const nodeName = useNodeName();
	const telling = useTelling();
	const { t } = words;
	const search = useChange(SEARCH_CASES, []);
	const [rows, setRows] = useState<readonly CaseShown[] | null>(null);
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
					<Table<CaseShown>
						size="small"
						rowKey="caseId"
						columns={caseColumns(words, { ...{ kind, nodeName, telling }, ...AS_FOUND })}
						ref={reachableByKey(t("personSearchText"))}
						scroll={{ x: "max-content" }}
						dataSource={[...rows]}
						pagination={false}
					/>
				</>
			)}
		</FormDialog>
	);
}
