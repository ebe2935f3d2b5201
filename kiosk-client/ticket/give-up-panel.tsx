import type { OwnTicket } from "../../schema/hall/view.ts";
import type { GiveUp } from "./give-up.ts";
import { locale, say } from "./words.ts";

/** Gives the number up: one question, and no further than that. */
export function GiveUpPanel({ giveUp, ticket }: { giveUp: GiveUp; ticket: OwnTicket }) {
	const state = giveUp.state.value;
	const canGiveUp = ticket.status === "waiting" || ticket.status === "called" || ticket.status === "held";
	if (!canGiveUp) return null;
	if (state.at === "no") {
		return (
			<button type="button" class="quiet" onClick={giveUp.ask}>
				{say("giveUp")}
			</button>
		);
	}
	const sending = state.at === "sending";
	return (
		<section class="card give-up" aria-live="polite">
			<h2>{say("giveUpTitle", { number: ticket.number })}</h2>
			<p>{say("giveUpHint")}</p>
			{state.at === "unanswered" && <p class="problem">{say("giveUpUnanswered")}</p>}
			{state.at === "refused" && (
				<p class="problem">{locale.value === "zh" ? state.problem.title : state.problem.titleEn}</p>
			)}
			<button type="button" class="primary" disabled={sending} onClick={giveUp.keep}>
				{say("giveUpNo")}
			</button>
			<button type="button" class="danger" aria-disabled={sending} onClick={() => void giveUp.confirm()}>
				{say(sending ? "givingUp" : "giveUpYes")}
			</button>
		</section>
	);
}
