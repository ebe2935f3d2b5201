import { clockTime, closingTime, dayInWords } from "../../client-kit/format.ts";
import type { BranchRecord, PublicCounter } from "../../schema/view.ts";
import type { BoardModel } from "./board-model.ts";
import { Both, inBoth } from "./both.tsx";
import { Notices } from "./notices.tsx";

/** The third of the board that is true all day: time, hours, counters, and advice in turn. */
export function InfoPanel({ model }: { model: BoardModel }) {
	const branch = model.branch.value;
	if (branch === undefined) return null;
	return (
		<aside class="info">
			<Clock model={model} branch={branch} />
			{branch.opensAt !== null && model.phase.value !== "before" && <Hours branch={branch} />}
			{model.phase.value !== "closed" && <Counters counters={model.counters.value} />}
			<Notices model={model} />
		</aside>
	);
}

function Clock({ model, branch }: { model: BoardModel; branch: BranchRecord }) {
	const now = model.now.value;
	if (now === null) return null;
	const day = { zh: dayInWords(now, branch.timeZone, "zh"), en: dayInWords(now, branch.timeZone, "en") };
	return (
		<div class="clock">
			<time class="clock-time tabular">{clockTime(now, branch.timeZone)}</time>
			<Both text={day} />
		</div>
	);
}

function Hours({ branch }: { branch: BranchRecord }) {
	const { opensAt, closesAt, lastTicketAt, timeZone } = branch;
	if (opensAt === null || closesAt === null) return null;
	return (
		<dl class="hours">
			<div>
				<dt>
					<Both text={inBoth("hours")} />
				</dt>
				<dd class="tabular">
					{clockTime(opensAt, timeZone)}–{closingTime(closesAt, timeZone)}
				</dd>
			</div>
			{lastTicketAt !== null && (
				<div>
					<dt>
						<Both text={inBoth("lastTicket")} />
					</dt>
					<dd class="tabular">{closingTime(lastTicketAt, timeZone)}</dd>
				</div>
			)}
		</dl>
	);
}

/** More would not fit; the totals above them hold for all. */
const COUNTERS_SHOWN = 12;

function Counters({ counters }: { counters: readonly PublicCounter[] }) {
	const working = counters.filter((counter) => counter.status !== "closed");
	const open = working.filter((counter) => counter.status === "open").length;
	const paused = working.length - open;
	return (
		<section class="counters">
			<h2>
				<Both text={inBoth("counters")} />
				{working.length > 0 && (
					<span class="counters-sum">
						<Both text={inBoth("countersOpen", { count: open })} />
						{paused > 0 && <Both text={inBoth("countersPaused", { count: paused })} />}
					</span>
				)}
			</h2>
			{working.length === 0 ? (
				<p>
					<Both text={inBoth("noCounterOpen")} />
				</p>
			) : (
				<ul>
					{working.slice(0, COUNTERS_SHOWN).map((counter) => (
						<Counter key={counter.id} counter={counter} />
					))}
				</ul>
			)}
		</section>
	);
}

/** A counter whose calls are kept off the screens has no number here either; "open" is true of it all the same. */
function Counter({ counter }: { counter: PublicCounter }) {
	const paused = counter.status === "paused";
	return (
		<li class={paused ? "counter-paused" : undefined}>
			<Both text={counter.label} />
			{paused || counter.number === null ? (
				<span class="counter-state">
					<Both text={inBoth(paused ? "paused" : "open")} />
				</span>
			) : (
				<span class="counter-number tabular">{counter.number}</span>
			)}
		</li>
	);
}
