import { tenthsOfMinutes } from "../../client-kit/time/day-figures.ts";
import type { BranchSort, BranchSummary } from "../../schema/endpoint/branch-endpoints.ts";
import { addressTo } from "../frame/address.ts";
import { ageInWords } from "../parts/age.ts";
import { percent } from "../parts/percent.ts";
import type { Columns } from "../parts/record-list.tsx";
import { Sign } from "../parts/sign.tsx";
import type { Words } from "../words/words.ts";
import { BRANCH_KIND_WORD, DAY_TONE, DAY_WORD } from "./branch-labels.ts";

type Rollup = NonNullable<BranchSummary["rollup"]>;

/** Columns of the list of branches; those with a figure are sorted by the server, over all branches there are. `sinceMs`: since they were read. */
export function branchColumns({ t, locale, name }: Words, sinceMs: number): Columns<BranchSummary> {
	const figure = (
		key: BranchSort,
		title: string,
		of: (rollup: Rollup) => number | null,
		text = String as (value: number) => string,
	) => ({
		title,
		key,
		className: "figure",
		sorter: true,
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
		figure("issued", t("issued"), ({ tickets }) => tickets.issued),
		figure("served", t("served"), ({ tickets }) => tickets.served),
		figure("waiting", t("waitingTickets"), ({ waiting }) => waiting),
		figure("counters-open", t("countersOpen"), ({ countersOpen }) => countersOpen),
		figure(
			"mean-wait",
			t("meanWait"),
			({ waits }) => waits.meanMs,
			(ms) => tenthsOfMinutes(ms, locale),
		),
		figure("within-target", t("branchWithin"), ({ waits }) => waits.withinTarget, percent),
		{
			title: t("branchAge"),
			key: "age",
			className: "figure",
			sorter: true,
			render: (_, row) => ageInWords(row.ageMs === null ? null : row.ageMs + sinceMs, t),
		},
	];
}
