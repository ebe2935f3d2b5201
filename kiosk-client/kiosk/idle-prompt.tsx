import type { KioskModel } from "./kiosk-model.ts";
import { say } from "./words.ts";

/** Asks whether anybody is still there before the machine starts anew; any touch is an answer. */
export function IdlePrompt({ model }: { model: KioskModel }) {
	const { stage, secondsLeft } = model.idle.value;
	if (stage !== "asking") return null;
	return (
		<div class="idle" role="alertdialog" aria-labelledby="idle-title">
			<div class="idle-box">
				<h1 id="idle-title">{say("stillThere")}</h1>
				<p class="tabular">{say("stillThereHint", { count: secondsLeft })}</p>
				<button type="button" class="primary" onClick={model.touched}>
					{say("carryOn")}
				</button>
			</div>
		</div>
	);
}
