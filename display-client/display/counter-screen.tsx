import type { PublicCounter } from "../../schema/hall/view.ts";
import type { BoardModel } from "./board-model.ts";
import { Both, inBoth } from "./both.tsx";
import { HeadSigns, LostNotice } from "./connection-signs.tsx";
import { NoticePage } from "./notice-page.tsx";

/** More would send nobody anywhere. */
const INSTEAD_MAX = 3;

/** The screen over one counter: whose turn it is here, or which counter serves instead. */
export function CounterScreen({ model, counterId }: { model: BoardModel; counterId: string }) {
	const counter = model.counters.value.find((each) => each.id === counterId);
	if (counter === undefined) return <NoticePage title={inBoth("noSuchCounter")} />;
	return (
		<main class="own-counter">
			<header class="head">
				<h1>
					<Both text={counter.label} />
				</h1>
				<HeadSigns model={model} />
			</header>
			<LostNotice model={model} />
			{counter.number !== null ? (
				<Turn model={model} counter={counter} number={counter.number} />
			) : (
				<Nobody model={model} counter={counter} />
			)}
		</main>
	);
}

function Turn({ model, counter, number }: { model: BoardModel; counter: PublicCounter; number: string }) {
	const call = model.calls.value.find((each) => each.counterId === counter.id && each.id === number);
	const called = call !== undefined && !call.serving;
	return (
		<section
			class={called ? "own-number own-called" : "own-number"}
			key={called ? call.calledAt : 0}
			data-number={number}
		>
			<strong class="tabular" style={{ "--characters": number.length }}>
				{number}
			</strong>
			<Both text={inBoth(called ? "comeHere" : "beingServed")} />
		</section>
	);
}

function Nobody({ model, counter }: { model: BoardModel; counter: PublicCounter }) {
	const paused = counter.status === "paused";
	const instead = model.counters.value.filter((each) => counter.instead?.includes(each.id)).slice(0, INSTEAD_MAX);
	return (
		<section class="own-nobody">
			<h2>
				<Both text={inBoth(paused ? "pausedHere" : counter.status === "open" ? "waitForCall" : "closedHere")} />
			</h2>
			{paused && instead.length === 0 && <Both text={inBoth("askLobby")} />}
			{instead.length > 0 && (
				<p class="own-instead">
					<Both text={inBoth("goTo")} />
					{instead.map((each) => (
						<Both key={each.id} text={each.label} />
					))}
				</p>
			)}
		</section>
	);
}
