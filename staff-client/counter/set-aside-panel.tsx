import type { Ref } from "react";
import { minutesInWords } from "../../client-kit/language/format.ts";
import type { May } from "../../rules/holding.ts";
import type { Hall, HallTicket } from "../hall/hall.ts";
import { onTicket } from "../hall/intention.ts";
import { setAside } from "../hall/set-aside.ts";
import type { Desk } from "../live/use-desk.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { useWords } from "../words/words.ts";
import { KEY_CAP } from "./act/counter-keys.ts";
import { moveInList } from "./act/list-focus.ts";

/** Those on hold and no-shows: one press brings them back. */
export function SetAsidePanel(props: {
	readonly ref: Ref<HTMLDivElement>;
	readonly hall: Hall;
	readonly now: number;
	readonly graceMs: number | null;
	readonly desk: Desk;
	readonly may: May;
}) {
	const { t } = useWords();
	const { held, noShows } = setAside(props.hall, props.now, props.graceMs);
	const tickets = [...held, ...noShows];
	return (
		<section className="side side-aside pick" aria-label={t("setAside")}>
			<header className="line">
				<h2 className="grow">
					{t("setAside")} <span className="tabular">{tickets.length}</span>
				</h2>
				<kbd>{KEY_CAP["set-aside"]}</kbd>
			</header>
			<div
				ref={props.ref}
				className="scroll"
				role="toolbar"
				aria-orientation="vertical"
				aria-label={t("setAside")}
				tabIndex={props.may("ticket.manage") ? undefined : 0}
				onKeyDown={moveInList}
			>
				{tickets.length === 0 && <p className="row soft">{t("setAsideEmpty")}</p>}
				{tickets.map((ticket) => (
					<AsideRow key={ticket.id} ticket={ticket} {...props} />
				))}
			</div>
		</section>
	);
}

function AsideRow(props: {
	readonly ticket: HallTicket;
	readonly hall: Hall;
	readonly now: number;
	readonly desk: Desk;
	readonly may: May;
}) {
	const { ticket, hall, now, desk } = props;
	const { t, name, locale } = useWords();
	const isHeld = ticket.status === "held";
	const service = hall.services.get(ticket.services[0] ?? "");
	const wait = minutesInWords(now - ticket.since, locale);
	const label = t(isHeld ? "resumeTicket" : "returnTicket");
	const spot = `aside:${ticket.id}`;
	return (
		<div className="row">
			<strong className="row-number tabular">{ticket.number}</strong>
			<span className="lines grow">
				<span>{service ? name(service.name) : ""}</span>
				<span className="soft">{t(isHeld ? "heldFor" : "noShowFor", { wait })}</span>
			</span>
			{props.may("ticket.manage") && (
				<ActionButton
					label={label}
					waiting={desk.isWaiting(spot)}
					onPress={() =>
						void desk.run(
							spot,
							`${label} ${ticket.number}`,
							onTicket(isHeld ? "resume-ticket" : "return-ticket", ticket),
						)
					}
				/>
			)}
		</div>
	);
}
