import { tenthsOfMinutes } from "../../client-kit/day-figures.ts";
import type { BranchSummary } from "../../schema/branch-endpoints.ts";
import { addressTo } from "../frame/address.ts";
import type { Columns } from "../parts/record-list.tsx";
import { Sign } from "../parts/sign.tsx";
import type { Words } from "../words/words.ts";
import { BRANCH_KIND_WORD, DAY_TONE, DAY_WORD } from "./branch-labels.ts";
import { ageInWords, percent } from "./figures.ts";

type Rollup = NonNullable<BranchSummary["rollup"]>;

/** Columns of the list of branches; figures are sorted where they stand, nothing measured comes last. */
export function branchColumns({ t, locale, name }: Words): Columns<BranchSummary> {
	const figure = (
		title: string,
		of: (rollup: Rollup) => number | null,
		text = String as (value: number) => string,
	) => ({
		title,
		key: title,
		className: "figure",
		sorter: (a: BranchSummary, b: BranchSummary) => sortValue(a, of) - sortValue(b, of),
		render: (_: unknown, row: BranchSummary) => {
			const value = row.rollup === null ? null : of(row.rollup);
			return value === null ? "—" : text(value);
		},
	});
	return [
		{
			title: t("branchName"),
			key: "name",
			fixed: "start",
			render: (_, row) => <a href={addressTo(["branches", row.branchId])}>{name(row.name)}</a>,
		},
		{ title: t("branchRegion"), key: "region", render: (_, row) => name(row.region) },
		{ title: t("branchKind"), key: "kind", render: (_, row) => t(BRANCH_KIND_WORD[row.kind]) },
		{ title: t("branchDay"), key: "day", render: (_, row) => row.rollup?.businessDay ?? "—" },
		{
			title: t("branchState"),
			key: "state",
			render: (_, { rollup }) =>
				rollup === null ? "—" : <Sign tone={DAY_TONE[rollup.dayStatus]}>{t(DAY_WORD[rollup.dayStatus])}</Sign>,
		},
		figure(t("branchIssued"), ({ tickets }) => tickets.issued),
		figure(t("branchServed"), ({ tickets }) => tickets.served),
		figure(t("branchWaiting"), ({ waiting }) => waiting),
		figure(t("branchCounters"), ({ countersOpen }) => countersOpen),
		figure(
			t("branchMeanWait"),
			({ waits }) => waits.meanMs,
			(ms) => tenthsOfMinutes(ms, locale),
		),
		figure(t("branchWithin"), ({ waits }) => waits.withinTarget, percent),
		{
			title: t("branchAge"),
			key: "age",
			className: "figure",
			sorter: (a, b) => (a.ageMs ?? Number.MAX_VALUE) - (b.ageMs ?? Number.MAX_VALUE),
			render: (_, row) => ageInWords(row.ageMs, t),
		},
	];
}

function sortValue(row: BranchSummary, of: (rollup: Rollup) => number | null): number {
	return (row.rollup && of(row.rollup)) ?? -1;
}
