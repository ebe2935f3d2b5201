import { waitInWords } from "../../client-kit/language/format.ts";
import { pick } from "../../client-kit/language/i18n.ts";
import { papersFor } from "../../rules/configuration/papers.ts";
import type { PublicService } from "../../schema/hall/view.ts";
import type { KioskModel } from "./kiosk-model.ts";
import { START } from "./kiosk-step.ts";
import { ServiceIcon } from "./service-icon.tsx";
import { locale, say } from "./words.ts";

type Props = { model: KioskModel; service: PublicService; waits: boolean };

/** The second touch: shows how many wait, for how long, and what to have at hand; the button takes the number. */
export function ConfirmStep({ model, service: chosen, waits }: Props) {
	const service = model.services.value.find((each) => each.id === chosen.id) ?? chosen;
	return (
		<main class="step confirm">
			<div class="confirm-card">
				<ServiceIcon id={service.id} />
				<p>{say("confirmTitle")}</p>
				<h1>{pick(service.name, locale.value)}</h1>
				<p class="confirm-ahead tabular">
					{service.waiting === 0 ? say("confirmNone") : say("confirmAhead", { count: service.waiting })}
				</p>
				{service.quote !== undefined && (
					<p class="confirm-quote tabular">{say("quote", { wait: waitInWords(service.quote, locale.value) })}</p>
				)}
				{!service.served && (
					<p class="confirm-note">
						<span class="mark" aria-hidden="true">
							!
						</span>
						{say("confirmNoCounter")}
					</p>
				)}
				<section class="confirm-bring">
					<h2>{say("bring")}</h2>
					<ul>
						{papersFor(model.papers.value, service.id).map((paper) => (
							<li key={paper.zh}>{pick(paper, locale.value)}</li>
						))}
					</ul>
				</section>
			</div>
			<button
				type="button"
				class="primary take"
				aria-disabled={waits}
				aria-busy={waits}
				onClick={() => void model.take(service)}
			>
				{say(waits ? "taking" : "take")}
			</button>
			<button type="button" class="back" disabled={waits} onClick={() => model.go(START)}>
				{say("back")}
			</button>
		</main>
	);
}
