import { clockTime, closingTime, dayInWords } from "../../client-kit/language/format.ts";
import type { BranchRecord, PublicCounter } from "../../schema/hall/view.ts";
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
const PAUSED_SHOWN = 6;

/** How many are open, and which are paused: whose turn it is at which stands in the rows of the calls. */
function Counters({ counters }: { counters: readonly PublicCounter[] }) {
	const open = counters.filter((counter) => counter.status === "open").length;
	const paused = counters.filter((counter) => counter.status === "paused");
	return (
		<section class="counters">
			<h2>
				<Both text={inBoth("counters")} />
				{open + paused.length > 0 && (
					<span class="counters-sum">
						<Both text={inBoth("countersOpen", { count: open })} />
						{paused.length > 0 && <Both text={inBoth("countersPaused", { count: paused.length })} />}
					</span>
				)}
			</h2>
			{open + paused.length === 0 ? (
				<p>
					<Both text={inBoth("noCounterOpen")} />
				</p>
			) : (
				<ul>
					{paused.slice(0, PAUSED_SHOWN).map((counter) => (
						<li key={counter.id}>
							<Both text={counter.label} />
							<Both text={inBoth("paused")} />
						</li>
					))}
				</ul>
			)}
		</section>
	);
}
