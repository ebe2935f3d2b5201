import { clockTime, waitInWords } from "../../client-kit/language/format.ts";
import { pick } from "../../client-kit/language/i18n.ts";
import { leftOf } from "../../rules/quote.ts";
import type { CalledBetween } from "../../schema/hall/quote.ts";
import type { BranchRecord, OwnTicket } from "../../schema/hall/view.ts";
import { endedAdvice, waitingAdvice } from "./advice.ts";
import type { TicketModel } from "./ticket-model.ts";
import { locale, say } from "./words.ts";

type Props = { model: TicketModel; ticket: OwnTicket; branch: BranchRecord };

/** What is true of the ticket now, in words, and what to do next. */
export function StatusCard({ model, ticket, branch }: Props) {
	switch (ticket.status) {
		case "waiting":
			return <Waiting model={model} ticket={ticket} branch={branch} />;
		case "called":
			return <Called ticket={ticket} branch={branch} />;
		case "serving": {
			const counter = ticket.counter === null ? null : pick(ticket.counter.label, locale.value);
			return (
				<Plain title={say("serving")} text={counter === null ? say("servingPlain") : say("servingAt", { counter })} />
			);
		}
		case "held":
			return <Plain title={say("held")} text={say("heldHint")} />;
		case "no-show":
			return <Missed model={model} ticket={ticket} branch={branch} />;
		case "ended":
			return <Plain title={say("ended")} text={say(endedAdvice(ticket.outcome))} />;
		default:
			return ticket.status satisfies never;
	}
}

function Plain({ title, text }: { title: string; text: string }) {
	return (
		<section class="card">
			<h2>{title}</h2>
			<p>{text}</p>
		</section>
	);
}

function Waiting({ model, ticket, branch }: Props) {
	const position = model.position.value;
	const ahead = position?.ahead ?? null;
	const overtakes = position?.overtakesLeft ?? 0;
	const countersOpen = position?.countersOpen ?? null;
	return (
		<section class="card" aria-live="polite">
			<h2>{say("waiting")}</h2>
			{ahead === null && <p>{say("aheadAsking")}</p>}
			{ahead === 0 && <p class="ahead-none">{say(countersOpen === 0 ? "aheadFirst" : "aheadNone")}</p>}
			{ahead !== null && ahead > 0 && (
				<p class="ahead">
					{say("aheadLabel")} <strong class="tabular">{ahead}</strong> {say("aheadUnit")}
				</p>
			)}
			{ticket.quote !== undefined && countersOpen !== 0 && (
				<Quote quote={ticket.quote} now={model.now.value} timeZone={branch.timeZone} />
			)}
			<p class="next">{say(waitingAdvice(ahead, countersOpen))}</p>
			{overtakes > 0 && <p class="small">{say("fairness", { count: overtakes })}</p>}
			<p class="small">{say("keepOpen")}</p>
		</section>
	);
}

/** What is left of the wait as it was told, and by when whoever went out has to be back. */
function Quote({ quote, now, timeZone }: { quote: CalledBetween; now: number | null; timeZone: string }) {
	if (now === null) return null;
	const left = leftOf(quote, now);
	if (left === null) return <p class="quote">{say("quoteOver")}</p>;
	return (
		<>
			<p class="quote tabular">{say("quote", { wait: waitInWords(left, locale.value) })}</p>
			{left.fromMin > 0 && <p class="next tabular">{say("backBy", { time: clockTime(quote.from, timeZone) })}</p>}
		</>
	);
}

function Called({ ticket, branch }: Omit<Props, "model">) {
	const { counter, calledAt } = ticket;
	return (
		<section class="card card-called" role="alert" key={calledAt ?? 0}>
			<h2>{say("called")}</h2>
			{counter !== null && (
				<p class="called-to">
					<span>{say("goTo")}</span> <strong>{pick(counter.label, locale.value)}</strong>
					<small>{pick(counter.zone, locale.value)}</small>
				</p>
			)}
			<p class="next">{say("calledHint")}</p>
			{calledAt !== null && (
				<p class="small tabular">{say("calledLate", { time: clockTime(calledAt, branch.timeZone) })}</p>
			)}
		</section>
	);
}

function Missed({ model, ticket, branch }: Props) {
	const now = model.now.value;
	const { returnBy } = ticket;
	const late = returnBy === null || (now !== null && now > returnBy);
	const text = late ? say("missedLate") : say("missedHint", { time: clockTime(returnBy, branch.timeZone) });
	return (
		<section class="card card-missed">
			<h2>
				<span class="mark" aria-hidden="true">
					!
				</span>
				{say("missed")}
			</h2>
			<p class="next">{text}</p>
		</section>
	);
}
