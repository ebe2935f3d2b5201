import { Both, inBoth } from "./both.tsx";

const STEPS = ["stepTake", "stepWatch", "stepGo"] as const;

/** How to be served, in three steps; shown while the board has few calls or none. */
export function Steps() {
	return (
		<ol class="steps">
			{STEPS.map((step, index) => (
				<li key={step}>
					<span class="step-number">{index + 1}</span>
					<Both text={inBoth(step)} />
				</li>
			))}
		</ol>
	);
}
