import "./policy.css";
import { Table } from "antd";
import { minutesToATenth } from "../../client-kit/time/day-figures.ts";
import type { ClassTrial, PolicyTrial } from "../../rules/trial/policy-trial.ts";
import type { TicketClass } from "../../schema/hall/configuration.ts";
import type { Columns } from "../parts/paged-list.tsx";
import { percent } from "../parts/percent.ts";
import { type PlainWord, useWords } from "../words/words.ts";

/** First come first served, today's policy and the draft, tried on the same days. */
export type Trials = { readonly firstCome: PolicyTrial; readonly today: PolicyTrial; readonly draft: PolicyTrial };

const SIDES = [
	["firstCome", "policyFirstCome"],
	["today", "policyToday"],
	["draft", "policyDraft"],
] as const satisfies readonly (readonly [keyof Trials, PlainWord])[];

type Row = { readonly id: string; readonly name: string; readonly of: Record<keyof Trials, ClassTrial | undefined> };

/** What the draft does to each class, beside today's policy: chart and table. */
export function PolicyResult({
	trials,
	classes,
}: {
	readonly trials: Trials;
	readonly classes: readonly TicketClass[];
}) {
	const words = useWords();
	const { t, locale, name } = words;
	const of = (side: keyof Trials, id: string) => trials[side].classes.find((each) => each.class === id);
	const rows = classes
		.map(
			({ id, name: label }): Row => ({
				id,
				name: name(label),
				of: { firstCome: of("firstCome", id), today: of("today", id), draft: of("draft", id) },
			}),
		)
		.filter((row) => row.of.today !== undefined);
	const pair = (text: (trial: ClassTrial) => string) => ({
		className: "figure",
		render: (_: unknown, row: Row) =>
			`${row.of.today === undefined ? "—" : text(row.of.today)} → ${row.of.draft === undefined ? "—" : text(row.of.draft)}`,
	});
	const columns: Columns<Row> = [
		{ title: t("policyClass"), dataIndex: "name" },
		{ title: t("policyMean"), key: "mean", ...pair(({ meanMs }) => minutesToATenth(meanMs, locale)) },
		{
			title: t("policyOverFirstCome"),
			key: "over",
			...pair(({ meanMs }) => percent(trials.firstCome.meanMs === 0 ? null : meanMs / trials.firstCome.meanMs)),
		},
		{ title: t("policyP99"), key: "p99", ...pair(({ p99Ms }) => minutesToATenth(p99Ms, locale)) },
		{ title: t("policySlip"), key: "slip", ...pair(({ slipMs }) => minutesToATenth(slipMs, locale)) },
	];
	return (
		<section className="panel" aria-label={t("policyResult")}>
			<h2>{t("policyResult")}</h2>
			<Bars rows={rows} />
			<Table<Row> size="small" rowKey="id" columns={columns} dataSource={rows} pagination={false} />
			<Whole trials={trials} />
		</section>
	);
}

/** Mean waits as bars; the table below says the same in figures. */
function Bars({ rows }: { readonly rows: readonly Row[] }) {
	const { t, locale } = useWords();
	const longest = Math.max(1, ...rows.flatMap(({ of }) => SIDES.map(([side]) => of[side]?.meanMs ?? 0)));
	return (
		<div className="policy-bars" role="img" aria-label={t("policyChart")}>
			<p className="policy-key">
				{SIDES.map(([side, word]) => (
					<span key={side}>
						<i className={`policy-bar policy-bar-${side}`} /> {t(word)}
					</span>
				))}
			</p>
			{rows.map((row) => (
				<div key={row.id} className="policy-row">
					<span>{row.name}</span>
					<span>
						{SIDES.map(([side]) => (
							<span key={side} className="policy-line">
								<i
									className={`policy-bar policy-bar-${side}`}
									style={{ width: `${(70 * (row.of[side]?.meanMs ?? 0)) / longest}%` }}
								/>{" "}
								{minutesToATenth(row.of[side]?.meanMs ?? null, locale)}
							</span>
						))}
					</span>
				</div>
			))}
		</div>
	);
}

function Whole({ trials }: { readonly trials: Trials }) {
	const { t, locale } = useWords();
	const columns: Columns<readonly [keyof Trials, PlainWord]> = [
		{ title: t("policyRule"), key: "rule", render: (_, [, word]) => t(word) },
		{
			title: t("policyMeanAll"),
			className: "figure",
			render: (_, [side]) => minutesToATenth(trials[side].meanMs, locale),
		},
		{ title: t("policyMostOvertakes"), className: "figure", render: (_, [side]) => trials[side].mostOvertakes },
		{ title: t("policyBeyond"), className: "figure", render: (_, [side]) => trials[side].beyondBound },
	];
	return (
		<Table<readonly [keyof Trials, PlainWord]>
			className="policy-apart"
			size="small"
			rowKey={([side]) => side}
			columns={columns}
			dataSource={[...SIDES]}
			pagination={false}
		/>
	);
}
