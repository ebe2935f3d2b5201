import { Table } from "antd";
import { localDay } from "../../client-kit/language/format.ts";
import { BRANCH_STATUS } from "../../rules/routes/branch.ts";
import { CREDIT } from "../../rules/routes/case.ts";
import type { CreditRow } from "../../schema/endpoint/case-endpoints.ts";
import { useRead } from "../data/use-read.ts";
import { addressTo, CREDIT_PART, useAddress } from "../frame/address.ts";
import { useNodeName } from "../institution/use-nodes.ts";
import { FigureAge } from "../parts/figure-age.tsx";
import type { Columns } from "../parts/paged-list.tsx";
import { Reading } from "../parts/reading.tsx";
import { staffInWords } from "../parts/staff-in-words.ts";
import { ViewHead } from "../parts/view-head.tsx";
import { useWords } from "../words/words.ts";

const MONTH_CHARS = 7;
const FIRST = "-01";
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Whose referrals were won in a month and in the month before, in points; this month, unless the address names another. */
export default function CreditView({ branchId }: { readonly branchId: string }) {
	const { t } = useWords();
	const nodeName = useNodeName();
	const asked = useAddress().query.get("month");
	const named = asked !== null && MONTH.test(asked) ? asked : null;
	const status = useRead(BRANCH_STATUS, { params: { branchId } });
	const { at, branch } = status.data ?? {};
	const today = at === undefined || branch === undefined ? null : localDay(at, branch.timeZone);
	const month = named ?? today?.slice(0, MONTH_CHARS) ?? null;
	const there = (of?: string) => addressTo(["branches", branchId, CREDIT_PART], { month: of });
	return (
		<>
			<ViewHead
				title={t("creditTitle", { branch: nodeName(branchId) })}
				text={t("creditText")}
				back={<a href={addressTo(["branches", branchId])}>{t("back")}</a>}
			>
				{month !== null && <a href={there(monthBefore(month))}>{t("creditEarlier")}</a>}
				{named !== null && <a href={there()}>{t("creditNow")}</a>}
			</ViewHead>
			{month === null ? <Reading read={status} /> : <Month branchId={branchId} month={month} />}
		</>
	);
}

function Month({ branchId, month }: { readonly branchId: string; readonly month: string }) {
	const words = useWords();
	const { t } = words;
	const read = useRead(CREDIT, { params: { branchId }, query: { day: month + FIRST } });
	if (read.data === undefined) return <Reading read={read} />;
	const figure = (title: string, key: "points" | "records" | "pointsBefore") =>
		({ title, dataIndex: key, className: "figure" }) as const;
	const columns: Columns<CreditRow> = [
		{ title: t("creditPerson"), key: "staff", render: (_, row) => staffInWords(row.staffId, row.name ?? null, words) },
		figure(t("creditPoints", { month }), "points"),
		figure(t("creditRecords"), "records"),
		figure(t("creditPoints", { month: monthBefore(month) }), "pointsBefore"),
	];
	return (
		<section className="panel" aria-label={t("credit")}>
			{read.error !== null && <Reading read={read} part />}
			<FigureAge readAt={read.dataUpdatedAt} />
			<Table<CreditRow>
				size="middle"
				rowKey="staffId"
				columns={columns}
				dataSource={[...read.data.rows]}
				pagination={false}
				locale={{ emptyText: t("creditNone") }}
			/>
		</section>
	);
}

function monthBefore(month: string): string {
	const first = new Date(`${month}${FIRST}T00:00:00Z`);
	first.setUTCMonth(first.getUTCMonth() - 1);
	return first.toISOString().slice(0, MONTH_CHARS);
}
