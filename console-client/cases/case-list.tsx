import { Button } from "antd";
import { useState } from "react";
import { stepWords, wordsOfKind } from "../../client-kit/words/case/kind-words.ts";
import { CaseTellingContext, useTelling } from "../../react-kit/case/telling.ts";
import { definitionOf } from "../../rules/case/kinds.ts";
import { CASES } from "../../rules/routes/case.ts";
import { useRows } from "../data/use-read.ts";
import { goTo, useAddress } from "../frame/address.ts";
import { useMe } from "../frame/me.ts";
import { useNodeName } from "../institution/use-nodes.ts";
import { momentToMinute } from "../parts/moment.ts";
import { PagedList } from "../parts/paged-list.tsx";
import { useNow } from "../parts/use-now.ts";
import { ViewHead } from "../parts/view-head.tsx";
import { useWords } from "../words/words.ts";
import { caseColumns } from "./case-columns.tsx";
import { CaseFilter } from "./case-filter.tsx";
import { caseQuery, kindLookedAt, listLookedAt, placeLookedAt } from "./case-query.ts";
import { CasesAt } from "./cases-at.tsx";
import { ExportPersonDialog } from "./export-person-dialog.tsx";
import { OpenCaseDialog } from "./open-case-dialog.tsx";
import { SearchDialog } from "./search-dialog.tsx";

const PAGE_ROWS = 50;
/** What has become overdue is so from the next minute on. */
const NOW_EVERY_MS = 60_000;

/** Cases over time and places, as far as the bank's memory knows. */
export function CaseList() {
	const words = useWords();
	const { t, name } = words;
	const me = useMe();
	const nodeName = useNodeName();
	const { section, query } = useAddress();
	const now = useNow(NOW_EVERY_MS);
	const telling = useTelling();
	const [dialog, setDialog] = useState<"open" | "search" | "export" | null>(null);
	const kind = kindLookedAt({ section, query }, me);
	const nodeId = placeLookedAt(query, kind, me);
	const asked = caseQuery(query, kind, now);
	const list = useRows(CASES, { params: { nodeId }, query: { ...asked, limit: PAGE_ROWS } }, { keep: true });
	const close = () => setDialog(null);
	const isOfPersons = definitionOf(kind).fields !== undefined;
	// A case is opened at a branch; a branch's id alone has a hyphen.
	const isBranch = nodeId.includes("-");
	const mayOpen = isBranch && me.may(definitionOf(kind).rights.open, nodeId);
	return (
		<>
			<ViewHead title={name(wordsOfKind(kind).plural)} text={t(isOfPersons ? "personCasesText" : "casesText")}>
				<Button onClick={() => void list.read.refetch()} loading={list.read.isRefetching}>
					{t("refresh")}
				</Button>
				{isOfPersons && me.may("privacy.export") && (
					<Button onClick={() => setDialog("export")}>{t("personExport")}</Button>
				)}
				{isOfPersons && isBranch && me.may("privacy.search", nodeId) && (
					<Button onClick={() => setDialog("search")}>{t("personSearch")}</Button>
				)}
				{mayOpen && (
					<Button type="primary" onClick={() => setDialog("open")}>
						{name(stepWords(kind, "open").act)}
					</Button>
				)}
			</ViewHead>
			<CaseFilter section={section} query={query} kind={kind} nodeId={nodeId} />
			{list.asOf !== null && <p className="soft as-of">{t("casesAsOf", { time: momentToMinute(list.asOf) })}</p>}
			<CaseTellingContext value={{ ...telling, now: list.asOf ?? now }}>
				<PagedList
					label={name(wordsOfKind(kind).plural)}
					list={list}
					rowKey={(row) => row.caseId}
					columns={caseColumns(words, {
						kind,
						nodeName,
						telling,
						sort: asked.sort,
						order: asked.order,
						list: listLookedAt(query),
					})}
					empty={t("casesNoneListed")}
					onSort={(by) =>
						goTo([section], {
							...Object.fromEntries(query),
							sort: by?.key,
							order: by === null ? undefined : by.descending ? "desc" : "asc",
						})
					}
				/>
			</CaseTellingContext>
			{dialog === "open" && (
				<CasesAt branchId={nodeId}>
					<OpenCaseDialog kind={kind} branchId={nodeId} onClose={close} />
				</CasesAt>
			)}
			{dialog === "search" && <SearchDialog kind={kind} branchId={nodeId} onClose={close} />}
			{dialog === "export" && <ExportPersonDialog nodeId={isBranch ? nodeId : null} onClose={close} />}
		</>
	);
}
