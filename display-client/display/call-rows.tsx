import { signal } from "@preact/signals";
import type { PublicCall, PublicCounter } from "../../schema/view.ts";
import type { BoardModel } from "./board-model.ts";
import { Both, inBoth } from "./both.tsx";
import { callPage } from "./call-page.ts";
import { Steps } from "./steps.tsx";

/** Rows of one column; an upright screen has larger figures. */
const ROWS = 8;
const ROWS_UPRIGHT = 5;
/** With so few rows there is room for something useful below them. */
const ROWS_FEW = 3;

const portrait = matchMedia("(orientation: portrait)");
const upright = signal(portrait.matches);
portrait.onchange = () => {
	upright.value = portrait.matches;
};

/** Rows of "number -> counter", newest on top; the one being announced is enlarged and flashes three times. */
export function CallRows({ model }: { model: BoardModel }) {
	const announced = model.announced.value;
	const room = upright.value ? ROWS_UPRIGHT : ROWS;
	const counters = new Map(model.counters.value.map((counter) => [counter.id, counter]));
	const { rows, columns, page, pages } = callPage(model.calls.value, announced, room, model.pageTurn.value);
	const few = rows.length <= ROWS_FEW && pages === 1;
	return (
		<section class="calls" aria-live="polite">
			<div class="calls-head">
				<Both text={inBoth("number")} />
				<Both text={inBoth("goTo")} />
				{pages > 1 && (
					<span class="calls-page tabular">
						{page}/{pages}
					</span>
				)}
			</div>
			<div class={`rows${few ? " rows-few" : ""}${columns === 2 ? " rows-two" : ""}`}>
				{rows.map((call) => (
					<Row key={call.id} call={call} counter={counters.get(call.counterId)} announced={call.id === announced?.id} />
				))}
			</div>
			{few && model.connection.value.status !== "lost" && <Steps />}
		</section>
	);
}

/** The numbers that were called and are over: small, and sending nobody anywhere. */
export function PastCalls({ model }: { model: BoardModel }) {
	const past = model.past.value;
	if (past.length === 0) return null;
	return (
		<section class="past">
			<h2>
				<Both text={inBoth("calledBefore")} />
			</h2>
			<ol>
				{past.map((call) => (
					<li key={call.id} class="tabular" data-past={call.id}>
						{call.id}
					</li>
				))}
			</ol>
		</section>
	);
}

type RowProps = { call: PublicCall; counter: PublicCounter | undefined; announced: boolean };

function Row({ call, counter, announced }: RowProps) {
	const state = announced ? "announced" : call.serving ? "serving" : "active";
	return (
		<div class={`row row-${state}`} data-number={call.id}>
			<span class="number tabular">{call.id}</span>
			<Arrow />
			<span class="counter">
				{counter !== undefined && <Both text={counter.label} />}
				{call.serving && (
					<span class="row-state">
						<Both text={inBoth("beingServed")} />
					</span>
				)}
			</span>
		</div>
	);
}

function Arrow() {
	return (
		<svg class="arrow" viewBox="0 0 48 24" aria-hidden="true">
			<path d="M2 9h28V2l16 10-16 10v-7H2z" fill="currentColor" />
		</svg>
	);
}
