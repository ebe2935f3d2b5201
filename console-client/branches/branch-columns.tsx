import { minutesToATenth } from "../../client-kit/time/day-figures.ts";
import { keptTo } from "../../rules/measure/quote-accuracy.ts";
import type { BranchSort, BranchSummary } from "../../schema/endpoint/branch-endpoints.ts";
import { addressTo, QUOTES_PART } from "../frame/address.ts";
import { ageInWords } from "../parts/age.ts";
import { shortDateInWords } from "../parts/day-in-words.ts";
import { dayOf } from "../parts/moment.ts";
import type { Columns } from "../parts/paged-list.tsx";
import { percent } from "../parts/percent.ts";
import { Sign } from "../parts/sign.tsx";
import { figuresOf } from "../report/below-target.ts";
import { ShareSign } from "../report/share-sign.tsx";
import { useWords, type Words } from "../words/words.ts";
import { BRANCH_KIND_WORD, DAY_TONE, DAY_WORD } from "./branch-labels.ts";
import type { BranchQuery } from "./branch-query.ts";

type Rollup = NonNullable<BranchSummary["rollup"]>;

/** In pixels where the window is narrow; shares of it where it is wide. No word of a head is broken. */
const WIDTH = {
	issued: 72,
	served: 76,
	waiting: 80,
	"counters-open": 92,
	"mean-wait": 84,
	"within-target": 108,
	age: 76,
} as const satisfies Record<BranchSort, number>;

/** Columns of the list of branches; those with a figure are sorted by the server, over all branches there are. `sinceMs`: since they were read. */
export function branchColumns(
	{ t, locale, name }: Words,
	sinceMs: number,
	{ sort, order }: Pick<BranchQuery, "sort" | "order">,
): Columns<BranchSummary> {
	const ordered = (key: BranchSort) => ({
		key,
		className: "figure",
		width: WIDTH[key],
		sorter: true,
		sortOrder: key === sort ? (order === "asc" ? ("ascend" as const) : ("descend" as const)) : null,
	});
	const figure = (
		key: BranchSort,
		title: string,
		of: (rollup: Rollup) => number | null,
		text = String as (value: number) => string,
	) => ({
		title,
		...ordered(key),
		render: (_: unknown, row: BranchSummary) => {
			const value = row.rollup === null ? null : of(row.rollup);
			return value === null ? "—" : text(value);
		},
	});
	return [
		{
			title: t("branchName"),
			key: "name",
			width: 150,
			fixed: "start",
			render: (_, row) => (
				<span className="branch-cell">
					<a href={addressTo(["branches", row.branchId])}>{name(row.name)}</a>
					<span className="soft">
						{row.branchId} · {name(row.region)} · {t(BRANCH_KIND_WORD[row.kind])}
					</span>
					{row.quoteWeek?.isUntrue === true && <UntrueQuotes branchId={row.branchId} week={row.quoteWeek} t={t} />}
				</span>
			),
		},
		{
			title: t("branchState"),
			key: "state",
			width: 92,
			render: (_, { rollup }) =>
				rollup === null ? (
					"—"
				) : (
					<span className="branch-cell">
						<Sign tone={DAY_TONE[rollup.dayStatus]}>{t(DAY_WORD[rollup.dayStatus])}</Sign>
						<span className="soft">{rollup.businessDay}</span>
					</span>
				),
		},
		figure("issued", t("issued"), ({ tickets }) => tickets.issued),
		figure("served", t("served"), ({ tickets }) => tickets.served),
		figure("waiting", t("waitingTickets"), ({ waiting }) => waiting),
		figure("counters-open", t("countersOpen"), ({ countersOpen }) => countersOpen),
		figure(
			"mean-wait",
			t("meanWait"),
			({ waits }) => waits.meanMs,
			(ms) => minutesToATenth(ms, locale),
		),
		{
			title: t("branchWithin"),
			...ordered("within-target"),
			render: (_, row) => <WithinTarget row={row} sinceMs={sinceMs} />,
		},
		{
			title: t("branchAge"),
			...ordered("age"),
			render: (_, row) => ageInWords(row.ageMs === null ? null : row.ageMs + sinceMs, t),
		},
	];
}

/** Waits told in the last week were not true; leads to how they held. */
function UntrueQuotes(props: {
	readonly branchId: string;
	readonly week: NonNullable<BranchSummary["quoteWeek"]>;
	readonly t: Words["t"];
}) {
	const { t } = props;
	const kept = keptTo(props.week);
	const shares = { upper: percent(kept?.upper ?? null), lower: percent(kept?.lower ?? null) };
	return (
		<a href={addressTo(["branches", props.branchId, QUOTES_PART])} title={t("quoteUntrue", shares)}>
			<Sign tone="near">{t("quoteUntrueSign")}</Sign>
		</a>
	);
}

/** The share within target, coloured where it is of now; else without colour, and with what it is of. */
function WithinTarget({ row, sinceMs }: { readonly row: BranchSummary; readonly sinceMs: number }) {
	const { t, locale } = useWords();
	const { rollup } = row;
	const share = rollup?.waits.withinTarget ?? null;
	if (rollup === null || share === null) return percent(share);
	const ageMs = row.ageMs === null ? null : row.ageMs + sinceMs;
	const of = figuresOf({ rollup, ageMs });
	if (of === "now") return <ShareSign share={share} />;
	const isToday = rollup.businessDay === dayOf(Date.now());
	const day = isToday ? t("figureOfToday") : t("figureOfDay", { day: shortDateInWords(rollup.businessDay, locale) });
	return (
		<span className="share-of">
			<ShareSign share={share} isPlain />
			<span className="soft">{of === "day" ? day : t("figureOfBefore", { age: ageInWords(ageMs, t) })}</span>
		</span>
	);
}
