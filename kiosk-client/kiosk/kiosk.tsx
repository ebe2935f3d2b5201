import { pick } from "../../client-kit/language/i18n.ts";
import { Closed } from "./closed.tsx";
import { Foot } from "./foot.tsx";
import { Head } from "./head.tsx";
import { IdlePrompt } from "./idle-prompt.tsx";
import { needsOpenGate } from "./kiosk-gate.ts";
import type { KioskModel } from "./kiosk-model.ts";
import { Steps } from "./steps.tsx";
import { useGuidance } from "./use-guidance.ts";
import { locale } from "./words.ts";

type Props = { model: KioskModel; branchId: string; prints: boolean };

/** The ticket machine: head, one step at a time, help at the foot. */
export function Kiosk({ model, branchId, prints }: Props) {
	useGuidance(model);
	const branch = model.branch.value;
	const shown = model.gate.value === "open" || !needsOpenGate(model.step.value);
	return (
		<div class={model.elder.value ? "kiosk kiosk-elder" : "kiosk"} data-busy={model.isPristine.value ? undefined : ""}>
			<Head model={model} name={branch === undefined ? "" : pick(branch.name, locale.value)} />
			{shown ? <Steps model={model} branchId={branchId} prints={prints} /> : <Closed model={model} />}
			<Foot model={model} />
			<IdlePrompt model={model} />
		</div>
	);
}
