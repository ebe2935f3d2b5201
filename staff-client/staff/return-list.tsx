import { minutesInWords } from "../../client-kit/language/format.ts";
import type { May } from "../../rules/holding.ts";
import type { Hall, HallTicket } from "../hall/hall.ts";
import { onTicket } from "../hall/intention.ts";
import { setAside } from "../hall/set-aside.ts";
import type { Desk } from "../live/use-desk.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { useWords } from "../words/words.ts";

type ListProps = {
	readonly hall: Hall;
	readonly now: number;
	readonly graceMs: number | null;
	readonly desk: Desk;
	readonly may: May;
	readonly onOpen: (ticketId: string) => void;
};

/** Customers who can be put back in the queue: no-shows within their grace time, and those on hold. */
export function ReturnList(props: ListProps) {
	const { t } = useWords();
	const { held, noShows } = setAside(props.hall, props.now, props.graceMs);
	return (
		<>
			{noShows.length > 0 && <ReturnBlock {...props} title={t("returns")} tickets={noShows} />}
			{held.length > 0 && <ReturnBlock {...props} title={t("held")} tickets={held} />}
		</>
	);
}

function ReturnBlock(props: ListProps & { readonly title: string; readonly tickets: readonly HallTicket[] }) {
	return (
		<section className="card block">
			<h2>
				{props.title} <span className="tabular">{props.tickets.length}</span>
			</h2>
			{props.tickets.map((ticket) => (
				<ReturnRow key={ticket.id} ticket={ticket} {...props} />
			))}
		</section>
	);
}

function ReturnRow({ ticket, hall, now, desk, may, onOpen }: ListProps & { readonly ticket: HallTicket }) {
	const { t, name, locale } = useWords();
	const waitKey = `ticket:${ticket.id}`;
	const isHeld = ticket.status === "held";
	const service = hall.services.get(ticket.services[0] ?? "");
	const wait = minutesInWords(now - ticket.since, locale);
	return (
		<div className="row">
			<button type="button" className="line grow" onClick={() => onOpen(ticket.id)}>
				<strong className="row-number tabular">{ticket.number}</strong>
				<span className="lines grow">
					<span>{service ? name(service.name) : ""}</span>
					<span className="soft">{t(isHeld ? "heldFor" : "noShowFor", { wait })}</span>
				</span>
			</button>
			{may("ticket.manage") && (
				<ActionButton
					label={t("returnTicket")}
					waiting={desk.isWaiting(waitKey)}
					onPress={() =>
						void desk.run(
							waitKey,
							`${t("returnTicket")} ${ticket.number}`,
							onTicket(isHeld ? "resume-ticket" : "return-ticket", ticket),
						)
					}
				/>
			)}
		</div>
	);
}
