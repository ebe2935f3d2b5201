import { ChooseStep } from "./choose-step.tsx";
import { ConfirmStep } from "./confirm-step.tsx";
import { FullNotice } from "./full-notice.tsx";
import type { KioskModel } from "./kiosk-model.ts";
import { START } from "./kiosk-step.ts";
import { RecogniseStep } from "./recognise-step.tsx";
import { TicketStep } from "./ticket-step.tsx";
import { locale, say } from "./words.ts";

type Props = { model: KioskModel; branchId: string; prints: boolean };

/** The screen of the step at which the customer is. */
export function Steps({ model, branchId, prints }: Props) {
	const step = model.step.value;
	switch (step.at) {
		case "choosing":
			return <ChooseStep model={model} page={step.page} />;
		case "recognising":
			return <RecogniseStep model={model} now={step.now} />;
		case "confirming":
		case "issuing":
			return <ConfirmStep model={model} service={step.service} waits={step.at === "issuing"} />;
		case "ticket":
			return (
				<TicketStep
					model={model}
					ticket={step.ticket}
					again={step.again === true}
					branchId={branchId}
					prints={prints}
				/>
			);
		case "refused":
			return (
				<FullNotice
					title={say("refusedTitle")}
					text={locale.value === "zh" ? step.problem.title : step.problem.titleEn}
				>
					<button type="button" class="primary" onClick={() => model.go(START)}>
						{say("back")}
					</button>
				</FullNotice>
			);
		case "unanswered":
			return (
				<FullNotice title={say("unansweredTitle")} text={say("unansweredText")}>
					<button type="button" class="primary" onClick={() => void model.take(step.service)}>
						{say("again")}
					</button>
					<button type="button" onClick={() => model.go(START)}>
						{say("back")}
					</button>
				</FullNotice>
			);
		default:
			return step satisfies never;
	}
}
