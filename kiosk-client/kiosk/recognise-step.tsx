import { useEffect } from "preact/hooks";
import type { KioskModel } from "./kiosk-model.ts";
import { START, type Step } from "./kiosk-step.ts";
import { maskedTyping } from "./masked-typing.ts";
import { say } from "./words.ts";

const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "X", "0"];
const SENTENCE = {
	typing: "recogniseHint",
	sending: "recogniseHint",
	wrong: "recogniseWrong",
	date: "recogniseDate",
	check: "recogniseCheck",
} as const;

type Props = { model: KioskModel; now: Extract<Step, { at: "recognising" }>["now"] };

/** A customer who wishes to be recognised types a number here, or uses a reader, which types like a keyboard. */
export function RecogniseStep({ model, now }: Props) {
	const { add, takeBack, typed, clear } = model.recognise;
	const waits = now === "sending";
	const isAlert = now !== "typing" && now !== "sending";
	useEffect(() => {
		const pressed = (event: KeyboardEvent) => {
			if (event.key === "Enter") {
				event.preventDefault();
				model.sendNumber();
			} else if (event.key === "Backspace") takeBack();
			else if (/^[\dxX]$/.test(event.key)) add(event.key.toUpperCase());
		};
		addEventListener("keydown", pressed);
		return () => {
			removeEventListener("keydown", pressed);
			clear();
		};
	}, [model, add, takeBack, clear]);
	return (
		<main class="step recognise">
			<div class="step-head">
				<h1>{say("recogniseTitle")}</h1>
				<p class={isAlert ? "step-early" : undefined} role={isAlert ? "alert" : undefined}>
					{say(SENTENCE[now])}
				</p>
			</div>
			<output class="recognise-typed tabular" aria-live="off">
				{maskedTyping(typed.value)}
			</output>
			<div class="recognise-keys">
				{KEYS.map((key) => (
					<button key={key} type="button" class="tabular" onClick={() => add(key)}>
						{key}
					</button>
				))}
				<button type="button" aria-label={say("recogniseDelete")} onClick={takeBack}>
					⌫
				</button>
			</div>
			<button type="button" class="primary" aria-disabled={waits} aria-busy={waits} onClick={model.sendNumber}>
				{say(waits ? "recogniseWait" : "recogniseSend")}
			</button>
			<button type="button" class="back" onClick={() => model.go(START)}>
				{say("recogniseSkip")}
			</button>
		</main>
	);
}
