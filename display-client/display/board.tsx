import type { BoardModel } from "./board-model.ts";
import { Both, inBoth } from "./both.tsx";
import { CallRows, PastCalls } from "./call-rows.tsx";
import { HeadSigns, LostNotice } from "./connection-signs.tsx";
import { CounterScreen } from "./counter-screen.tsx";
import { InfoPanel } from "./info-panel.tsx";
import { NextBand } from "./next-band.tsx";
import { NoticePage } from "./notice-page.tsx";
import { ServiceStrip } from "./service-strip.tsx";
import { StillPanel } from "./still-panel.tsx";

/** The main board, or a zone's: who goes where, who is next, how many wait, and what is true all day. */
export function Board({ model }: { model: BoardModel }) {
	const branch = model.branch.value;
	const connection = model.connection.value;
	if (connection.status === "refused" && branch === undefined) {
		const { reason } = connection;
		return <NoticePage title={inBoth("refusedTitle")} text={inBoth("refusedText", { reason })} />;
	}
	if (branch === undefined) {
		const lost = connection.status === "lost";
		return <NoticePage title={inBoth(lost ? "lostTitle" : "connecting")} />;
	}
	const { counterId } = model.options;
	if (counterId !== null) return <CounterScreen model={model} counterId={counterId} />;
	const zone = model.zone.value;
	const phase = model.phase.value;
	const open = phase === "calling" || phase === "quiet";
	// Who was next a minute ago may have been called since.
	const nextIsTrue = open && zone === undefined && connection.status !== "lost";
	return (
		<div class="board">
			<main class="left">
				<header class="head">
					<h1>
						<Both text={branch.name} />
					</h1>
					{zone !== undefined && (
						<p class="head-zone">
							<Both text={zone.name} />
						</p>
					)}
					<HeadSigns model={model} />
				</header>
				<LostNotice model={model} />
				{phase === "calling" ? <CallRows model={model} /> : <StillPanel model={model} />}
				{open && <PastCalls model={model} />}
				{nextIsTrue && <NextBand model={model} />}
				{open && <ServiceStrip model={model} />}
			</main>
			<InfoPanel model={model} />
		</div>
	);
}
