import { useEffect } from "preact/hooks";
import { clockTime, dateInWords, waitInWords } from "../../client-kit/language/format.ts";
import { pick } from "../../client-kit/language/i18n.ts";
import { QrCode } from "../qr-code.tsx";
import type { KioskModel } from "./kiosk-model.ts";
import type { TicketOut } from "./kiosk-step.ts";
import { locale, say } from "./words.ts";

const MINUTE_MS = 60_000;

type Props = { model: KioskModel; ticket: TicketOut; branchId: string; prints: boolean; again: boolean };

/** Shows the number, large; a machine with a printer also prints this page, by its print style. */
export function TicketStep({ model, ticket, branchId, prints, again }: Props) {
	useEffect(() => {
		if (prints && !again) print();
	}, [prints, again]);
	const branch = model.branch.value;
	// In the fragment the link reaches no server log; the language goes along with the customer.
	const query = new URLSearchParams({ branch: branchId, lang: locale.value });
	const address = `${location.origin}/ticket/?${query}#${ticket.link}`;
	return (
		<main class="step ticket">
			{again && (
				<p class="ticket-again" role="alert">
					{say("tooFast")}
				</p>
			)}
			<div class="ticket-card">
				<p class="ticket-branch">{branch !== undefined && pick(branch.name, locale.value)}</p>
				<h1>
					<span>{say("ticketTitle")}</span>{" "}
					<strong class="ticket-number tabular" style={{ "--characters": ticket.number.length }}>
						{ticket.number}
					</strong>
				</h1>
				<p class="ticket-service">{pick(ticket.service.name, locale.value)}</p>
				<p class="ticket-ahead tabular">
					{ticket.ahead === 0 ? say("ticketAheadNone") : say("ticketAhead", { count: ticket.ahead })}
				</p>
				<Quote ticket={ticket} timeZone={branch?.timeZone} />
				<p class="ticket-wait">{say("ticketWait")}</p>
				{branch !== undefined && (
					<p class="ticket-printed tabular">
						<span class="ticket-date">{dateInWords(ticket.issuedAt, branch.timeZone, locale.value)}</span>{" "}
						{say("printedAt", { time: clockTime(ticket.issuedAt, branch.timeZone) })}
						<br />
						{say("validToday")}
					</p>
				)}
			</div>
			<div class="ticket-phone" data-address={address}>
				<QrCode text={address} label={say("qrLabel")} />
				<div>
					<p>{say("ticketScan")}</p>
					<p class="ticket-keep">{say(prints ? "ticketPaper" : "ticketRemember")}</p>
				</div>
			</div>
			<button type="button" class="primary" onClick={model.restart}>
				{say("done")}
				<small class="tabular">{say("returnsIn", { count: model.idle.value.secondsLeft })}</small>
			</button>
		</main>
	);
}

/**
 * Says how long the wait will be, and when a customer who goes out has to be back: at the range's lower end, before which a call
 * is unlikely.
 */
function Quote({ ticket, timeZone }: { ticket: TicketOut; timeZone: string | undefined }) {
	const { quote, issuedAt } = ticket;
	if (quote === undefined) return ticket.service.served ? null : <p class="ticket-quote">{say("ticketNoCounter")}</p>;
	return (
		<p class="ticket-quote tabular">
			{say("quote", { wait: waitInWords(quote, locale.value) })}
			{quote.fromMin > 0 && timeZone !== undefined && (
				<span>{say("backBy", { time: clockTime(issuedAt + quote.fromMin * MINUTE_MS, timeZone) })}</span>
			)}
		</p>
	);
}
