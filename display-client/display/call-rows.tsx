import { signal } from "@preact/signals";
import type { PublicCall, PublicCounter } from "../../schema/hall/view.ts";
import type { BoardModel } from "./board-model.ts";
import { Both, inBoth } from "./both.tsx";
import { type CallRoom, callPage } from "./call-page.ts";
import { Steps } from "./steps.tsx";

/** An upright screen is too narrow for two columns, and has the height for more rows in one. */
const ROOM: CallRoom = { rows: 6, columns: 2 };
const ROOM_UPRIGHT: CallRoom = { rows: 8, columns: 1 };
/** With so few rows there is room for something useful below them. */
const ROWS_FEW = 2;
/** What stands below few rows takes the room of so many. */
const STEPS_ROWS = 2.5;

const portrait = matchMedia("(orientation: portrait)");
const upright = signal(portrait.matches);
portrait.onchange = () => {
	upright.value = portrait.matches;
};

/** Rows take their height, and figures their size, from the room there is. */
const measured = new ResizeObserver(([entry]) => {
	if (entry !== undefined) (entry.target as HTMLElement).style.setProperty("--room", `${entry.contentRect.height}px`);
});
const measure = (rows: Element | null) => {
	if (rows !== null) measured.observe(rows);
};

/** Rows of "number -> counter", newest on top; the one being announced stands above all, larger than anything else. */
export function CallRows({ model }: { model: BoardModel }) {
	const announced = model.announced.value;
	const counters = new Map(model.counters.value.map((counter) => [counter.id, counter]));
	const room = upright.value ? ROOM_UPRIGHT : ROOM;
	const { rows, columns, page, pages } = callPage(model.calls.value, announced, room, model.pageTurn.value);
	const few = rows.length <= ROWS_FEW && pages === 1;
	const lone = announced === null ? 0 : 1;
	const lines = Math.ceil((rows.length - lone) / columns);
	// The first of an odd number has both columns to itself: no place stays empty.
	const wide = columns === 2 && (rows.length - lone) % 2 === 1 ? rows[lone] : undefined;
	return (
		<section class="calls" aria-live="polite">
			<div class="calls-room" ref={measure}>
				<div
					class={`rows${lone ? " rows-lone" : ""}${columns === 2 ? " rows-two" : ""}`}
					style={{ "--lines": lines + (few ? STEPS_ROWS : 0) || 1 }}
				>
					{rows.map((call) => (
						<Row
							key={call.id}
							call={call}
							counter={counters.get(call.counterId)}
							state={call.id === announced?.id ? "announced" : call.serving ? "serving" : "active"}
							wide={call === wide}
						/>
					))}
				</div>
				{few && model.connection.value.status !== "lost" && <Steps />}
			</div>
			{pages > 1 && (
				<p class="calls-page tabular">
					{page}/{pages}
				</p>
			)}
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

type RowProps = {
	call: PublicCall;
	counter: PublicCounter | undefined;
	state: "announced" | "active" | "serving";
	wide: boolean;
};

function Row({ call, counter, state, wide }: RowProps) {
	return (
		<div class={`row row-${state}${wide ? " row-wide" : ""}`} data-number={call.id}>
			<span class="number tabular" style={{ "--characters": call.id.length }}>
				{call.id}
			</span>
			{call.serving ? (
				<span class="row-state">
					<Both text={inBoth("beingServed")} />
				</span>
			) : (
				<Arrow />
			)}
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
