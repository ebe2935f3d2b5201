import { clockTime } from "../../client-kit/language/format.ts";
import type { Bilingual } from "../../schema/ids.ts";
import type { BoardModel } from "./board-model.ts";
import { Both, inBoth } from "./both.tsx";
import { Steps } from "./steps.tsx";

/** What stands where the calls would be: before opening, before the first call, and after closing. */
export function StillPanel({ model }: { model: BoardModel }) {
	const phase = model.phase.value;
	if (phase === "closed") return <Still title={inBoth("closedTitle")} text={inBoth("closedText")} />;
	const branch = model.branch.value;
	const opensAt = branch?.opensAt ?? null;
	const early = opensAt !== null && (model.now.value ?? 0) < opensAt && branch !== undefined;
	const text = early
		? inBoth("opensAt", { time: clockTime(opensAt, branch.timeZone) })
		: inBoth(phase === "before" ? "beforeOpening" : "takeNumber");
	return <Still title={inBoth("welcome")} text={text} steps />;
}

function Still({ title, text, steps = false }: { title: Bilingual; text: Bilingual; steps?: boolean }) {
	return (
		<section class={steps ? "still still-steps" : "still"}>
			<div class="still-words">
				<h1>
					<Both text={title} />
				</h1>
				<p>
					<Both text={text} />
				</p>
			</div>
			{steps && <Steps />}
		</section>
	);
}
