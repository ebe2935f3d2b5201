import { Button, InputNumber, Select } from "antd";
import { useState } from "react";
import { minutesToATenth } from "../../client-kit/time/day-figures.ts";
import { CONFIGURATION, DAY_REPORTS } from "../../rules/routes/branch.ts";
import { countersLike, tryPolicies } from "../../rules/trial/policy-trial.ts";
import type { BranchConfiguration, TicketClass } from "../../schema/hall/configuration.ts";
import type { DayReport } from "../../schema/hall/report.ts";
import { useRead, useRows } from "../data/use-read.ts";
import { addressTo } from "../frame/address.ts";
import { useNodeName } from "../institution/use-nodes.ts";
import { Field } from "../parts/form/field.tsx";
import { PrintButton } from "../parts/print-button.tsx";
import { Reading } from "../parts/reading.tsx";
import { ViewHead } from "../parts/view-head.tsx";
import { useWords } from "../words/words.ts";
import { PolicyFields } from "./policy-fields.tsx";
import { PolicyResult, type Trials } from "./policy-result.tsx";
import { type TrialDay, trialDayOf, triedPolicy } from "./trial-day.ts";

const DAYS = 20;
/** Days that each policy is tried on, and those that tell how many counters were like the recorded day. */
const TRIED_DAYS = 40;
const LIKENESS_DAYS = 6;
const SEED = 1;
const TYPICAL = "";

/** What a change of the queue's policy would do to a day of this branch, tried in the browser before anybody lives by it. */
export default function PolicyView({ branchId }: { readonly branchId: string }) {
	const { t } = useWords();
	const nodeName = useNodeName();
	const read = useRead(CONFIGURATION, { params: { branchId } });
	const list = useRows(DAY_REPORTS, { params: { branchId }, query: { limit: DAYS } });
	const reports = list.rows.slice(0, DAYS).map(({ report }) => report);
	return (
		<>
			<ViewHead
				title={t("policyTitle", { branch: nodeName(branchId) })}
				text={t("policyText")}
				back={<a href={addressTo(["branches", branchId])}>{t("back")}</a>}
			>
				<PrintButton />
			</ViewHead>
			{read.data === undefined ? (
				<Reading read={read} />
			) : list.read.data === undefined ? (
				<Reading read={list.read} />
			) : (
				<Trial configuration={read.data} reports={reports} />
			)}
		</>
	);
}

function Trial(props: { readonly configuration: BranchConfiguration; readonly reports: readonly DayReport[] }) {
	const { t } = useWords();
	const { configuration, reports } = props;
	const today = configuration.dispatch.classes;
	const [draft, setDraft] = useState<readonly TicketClass[]>(today);
	const [chosen, setChosen] = useState(TYPICAL);
	const [trials, setTrials] = useState<Trials | null>(null);
	const one = reports.filter(({ businessDay }) => businessDay === chosen);
	const day = trialDayOf(one.length === 0 ? reports : one, today);
	if (day === null) return <p className="panel">{t("policyNoDays")}</p>;
	return (
		<>
			<search className="toolbar">
				<Field label={t("policyDay")}>
					{(id) => (
						<Select
							id={id}
							value={chosen}
							onChange={(value) => {
								setChosen(value);
								setTrials(null);
							}}
							options={[
								{ value: TYPICAL, label: t("policyTypical", { days: reports.length }) },
								...reports.map(({ businessDay }) => ({ value: businessDay, label: businessDay })),
							]}
						/>
					)}
				</Field>
			</search>
			<Tried
				key={chosen}
				day={day}
				dayName={one[0]?.businessDay ?? t("policyTypical", { days: reports.length })}
				configuration={configuration}
				draft={draft}
				onDraft={(classes) => {
					setDraft(classes);
					setTrials(null);
				}}
				onTried={setTrials}
			/>
			{trials !== null && <PolicyResult trials={trials} classes={today} />}
		</>
	);
}

function Tried(props: {
	readonly day: TrialDay;
	readonly dayName: string;
	readonly configuration: BranchConfiguration;
	readonly draft: readonly TicketClass[];
	readonly onDraft: (classes: readonly TicketClass[]) => void;
	readonly onTried: (trials: Trials) => void;
}) {
	const { t, locale } = useWords();
	const { day, configuration, draft } = props;
	const today = configuration.dispatch.classes;
	const [counters, setCounters] = useState(() => countersOf(day, configuration));
	const run = () => {
		const world = { ...day, counters };
		const policies = [triedPolicy(today), triedPolicy([...draft])];
		const { firstCome, policies: found } = tryPolicies(world, policies, { days: TRIED_DAYS, seed: SEED });
		props.onTried({ firstCome, today: found[0] ?? firstCome, draft: found[1] ?? firstCome });
	};
	return (
		<section className="panel" aria-label={t("policyDraft")}>
			<h2>{t("policyDraft")}</h2>
			<p className="soft">
				{t("policyDayText", {
					customers: Math.round(day.customers),
					service: minutesToATenth(day.meanServiceMs, locale),
					wait: minutesToATenth(day.meanWaitMs, locale),
				})}
			</p>
			<PolicyFields classes={draft} onChange={props.onDraft} />
			<p className="on-paper">{t("policyOnPaper", { day: props.dayName, counters })}</p>
			<div className="toolbar policy-apart">
				<Field label={t("policyCounters")}>
					{(id) => (
						<InputNumber
							id={id}
							min={1}
							max={configuration.counters.length}
							precision={0}
							value={counters}
							onChange={(value) => setCounters(value ?? 1)}
						/>
					)}
				</Field>
				<Button type="primary" onClick={run}>
					{t("policyRun")}
				</Button>
			</div>
		</section>
	);
}

/** As many as make the mean wait that was recorded; without one, all there are. */
function countersOf(day: TrialDay, { counters, dispatch }: BranchConfiguration): number {
	const { meanWaitMs } = day;
	if (meanWaitMs === null) return counters.length;
	const asked = { meanWaitMs, most: counters.length, days: LIKENESS_DAYS, seed: SEED };
	return countersLike(day, triedPolicy(dispatch.classes), asked);
}
