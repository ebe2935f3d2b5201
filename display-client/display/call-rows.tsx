import type { PublicCall, PublicCounter } from "../../schema/view.ts";
import type { BoardModel } from "./board-model.ts";
import { Both, inBoth } from "./both.tsx";
import { Steps } from "./steps.tsx";

/** The style sheet hides the last three on an upright screen, whose figures are larger. */
const ROWS_MAX = 8;
const ROWS_UPRIGHT = 5;
/** With so few rows there is room for something useful below them. */
const ROWS_FEW = 3;

/** Rows of "number -> counter", newest on top; the one being announced is enlarged and flashes three times. */
export function CallRows({ model }: { model: BoardModel }) {
	const announced = model.announced.value;
	const counters = new Map(model.counters.value.map((counter) => [counter.id, counter]));
	const rows = rowsOf(model.calls.value, announced);
	const few = rows.length <= ROWS_FEW;
	return (
		<section class="calls" aria-live="polite">
			<div class="calls-head">
				<Both text={inBoth("number")} />
				<Both text={inBoth("goTo")} />
			</div>
			<div class={few ? "rows rows-few" : "rows"}>
				{rows.map((call) => (
					<Row key={call.id} call={call} counter={counters.get(call.counterId)} announced={call.id === announced?.id} />
				))}
			</div>
			{few && model.connection.value.status !== "lost" && <Steps />}
		</section>
	);
}

/** The newest calls, and among those every screen has room for always the one being announced. */
function rowsOf(calls: readonly PublicCall[], announced: PublicCall | null): readonly PublicCall[] {
	const newest = calls.slice(0, ROWS_MAX);
	if (announced === null || newest.slice(0, ROWS_UPRIGHT).some((call) => call.id === announced.id)) return newest;
	const others = newest.filter((call) => call.id !== announced.id);
	return others.toSpliced(ROWS_UPRIGHT - 1, 0, announced).slice(0, ROWS_MAX);
}

type RowProps = { call: PublicCall; counter: PublicCounter | undefined; announced: boolean };

function Row({ call, counter, announced }: RowProps) {
	const state = announced ? "announced" : call.active ? "active" : "past";
	return (
		<div class={`row row-${state}`} data-number={call.id}>
			<span class="number tabular">{call.id}</span>
			<Arrow />
			<span class="counter">{counter !== undefined && <Both text={counter.label} />}</span>
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
