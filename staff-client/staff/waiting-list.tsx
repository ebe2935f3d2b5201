import { useState } from "react";
import { minutesInWords, waitInWords } from "../../client-kit/language/format.ts";
import { waitLevel } from "../../rules/measure/wait-level.ts";
import { overtakesLeft } from "../../rules/place-in-line.ts";
import { leftOf } from "../../rules/quote.ts";
import type { Hall, HallTicket } from "../hall/hall.ts";
import { readyAt, targetWaitMs, waitedMs, waitingTickets } from "../hall/service-queues.ts";
import { LevelSign } from "../parts/level-sign.tsx";
import { targetName } from "../words/target-name.ts";
import { useWords } from "../words/words.ts";

/** Rows shown before somebody asks for all of them. */
const SHOWN_AT_FIRST = 12;

/** Everybody who waits, the longest wait first; a tap opens the ticket. */
export function WaitingList(props: {
	readonly hall: Hall;
	readonly now: number;
	readonly onOpen: (ticketId: string) => void;
}) {
	const { t } = useWords();
	const [all, setAll] = useState(false);
	const tickets = waitingTickets(props.hall).sort((one, other) => readyAt(one) - readyAt(other));
	const shown = all ? tickets : tickets.slice(0, SHOWN_AT_FIRST);
	return (
		<section className="card block">
			<h2>
				{t("waitingPeople")} <span className="tabular">{tickets.length}</span>
			</h2>
			{tickets.length === 0 && <p className="small soft">{t("waitingEmpty")}</p>}
			{shown.map((ticket) => (
				<WaitingRow key={ticket.id} ticket={ticket} {...props} />
			))}
			{shown.length < tickets.length && (
				<button type="button" className="row center link" onClick={() => setAll(true)}>
					{t("showAll", { count: tickets.length })}
				</button>
			)}
		</section>
	);
}

function WaitingRow(props: {
	readonly ticket: HallTicket;
	readonly hall: Hall;
	readonly now: number;
	readonly onOpen: (ticketId: string) => void;
}) {
	const { ticket, hall, now } = props;
	const words = useWords();
	const { t, name, locale } = words;
	const target = targetName(hall, ticket, words);
	const waitMs = waitedMs(ticket, now);
	const service = hall.services.get(ticket.services[0] ?? "");
	const left = overtakesLeft(ticket);
	const quoted = ticket.quote === undefined ? null : leftOf(ticket.quote, now);
	return (
		<button type="button" className="row" onClick={() => props.onOpen(ticket.id)}>
			<strong className="row-number tabular">{ticket.number}</strong>
			<span className="lines grow">
				<span>{service ? name(service.name) : ""}</span>
				<span className="soft">
					{target !== undefined && `${t("forCounter", { name: target })} · `}
					{left === 0 ? t("noOvertakesLeft") : t("overtakesLeft", { count: left })}
				</span>
			</span>
			<span className="lines end tabular">
				{minutesInWords(waitMs, locale)}
				{quoted !== null && <small className="soft">{t("quoted", { wait: waitInWords(quoted, locale) })}</small>}
				<LevelSign level={waitLevel(waitMs, targetWaitMs(hall, ticket))} />
			</span>
		</button>
	);
}
