import { Both, inBoth } from "./both.tsx";

const STEPS = ["stepTake", "stepWatch", "stepGo"] as const;

/** What a customer does here, in three steps: fills the board while there are few calls. */
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
