import { Button } from "antd";
import { useState } from "react";
import { Refusal } from "../../react-kit/data/refusal.ts";
import { LEDGER, LEDGER_EXPORT } from "../../rules/routes/ledger.ts";
import { download } from "../data/download.ts";
import { useRows } from "../data/use-read.ts";
import { useAddress } from "../frame/address.ts";
import { useMe } from "../frame/me.ts";
import { useNodeName } from "../institution/use-nodes.ts";
import { PagedList } from "../parts/paged-list.tsx";
import { ProblemNotice } from "../parts/problem-notice.tsx";
import { ViewHead } from "../parts/view-head.tsx";
import { useWords } from "../words/words.ts";
import { ledgerColumns } from "./ledger-columns.tsx";
import { LedgerFilter } from "./ledger-filter.tsx";
import { ledgerQuery } from "./ledger-query.ts";
import { VerifyDialog } from "./verify-dialog.tsx";

const PAGE_ROWS = 50;

/** The record of who did or saw what, filtered; as a file; and whether it is whole. */
export default function LedgerView() {
	const words = useWords();
	const { t } = words;
	const me = useMe();
	const nodeName = useNodeName();
	const { query } = useAddress();
	const [verifying, setVerifying] = useState(false);
	const asked = ledgerQuery(query);
	const list = useRows(LEDGER, { query: { ...asked, limit: PAGE_ROWS } });
	const file = useExport(asked);
	return (
		<>
			<ViewHead title={t("ledgerTitle")} text={t("ledgerText")}>
				{me.may("audit.export") && (
					<Button loading={file.busy} onClick={() => void file.save()}>
						{t("ledgerExport")}
					</Button>
				)}
				{me.may("audit.verify") && <Button onClick={() => setVerifying(true)}>{t("ledgerVerify")}</Button>}
			</ViewHead>
			{file.refusal !== null && <ProblemNotice refusal={file.refusal} />}
			<LedgerFilter key={query.toString()} query={query} />
			<PagedList
				label={t("ledgerTitle")}
				list={list}
				rowKey={(row) => `${row.chain} ${row.seq}`}
				columns={ledgerColumns(words, nodeName)}
				empty={t("ledgerNone")}
			/>
			{verifying && <VerifyDialog nodeId={query.get("node") ?? undefined} onClose={() => setVerifying(false)} />}
		</>
	);
}

function useExport(query: ReturnType<typeof ledgerQuery>) {
	const [busy, setBusy] = useState(false);
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	const save = async () => {
		setBusy(true);
		setRefusal(null);
		try {
			await download(LEDGER_EXPORT, { query }, "ledger.csv");
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			setRefusal(error);
		} finally {
			setBusy(false);
		}
	};
	return { busy, refusal, save };
}
