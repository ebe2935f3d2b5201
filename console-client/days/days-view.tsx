import { SERIES } from "../../rules/routes/branch.ts";
import { useRows } from "../data/use-read.ts";
import { useAddress } from "../frame/address.ts";
import { useNodeName } from "../institution/use-nodes.ts";
import { PagedList } from "../parts/paged-list.tsx";
import { ViewHead } from "../parts/view-head.tsx";
import { useWords } from "../words/words.ts";
import { dayColumns } from "./day-columns.tsx";
import { DaysFilter } from "./days-filter.tsx";

const PAGE_ROWS = 50;
const FILTERS = ["region", "from", "to"] as const;

/** The closed days of all branches within one's place, newest first: one line for each branch and day. */
export default function DaysView() {
	const words = useWords();
	const { t } = words;
	const nodeName = useNodeName();
	const { query } = useAddress();
	const given = FILTERS.flatMap((name) => (query.get(name) ? [[name, query.get(name)]] : []));
	const list = useRows(SERIES, { query: { ...Object.fromEntries(given), limit: PAGE_ROWS } });
	return (
		<>
			<ViewHead title={t("daysTitle")} text={t("daysText")} />
			<DaysFilter query={query} />
			<PagedList
				label={t("daysTitle")}
				list={list}
				rowKey={({ businessDay, branchId }) => `${businessDay} ${branchId}`}
				columns={dayColumns(words, nodeName)}
				empty={t("daysNone")}
			/>
		</>
	);
}
