import { useState } from "react";
import { waitInWords } from "../../client-kit/language/format.ts";
import type { DoneAnswer } from "../../client-kit/live/command-outbox.ts";
import type { May } from "../../rules/holding.ts";
import { aheadOf } from "../../rules/place-in-line.ts";
import type { Hall, HallTicket } from "../hall/hall.ts";
import { onTicket } from "../hall/intention.ts";
import type { Desk } from "../live/use-desk.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { DeskNoticeLine } from "../parts/desk-notice.tsx";
import { QrCode } from "../parts/qr-code.tsx";
import { Sheet } from "../parts/sheet.tsx";
import { useWords } from "../words/words.ts";

const SPOT = "withdraw";

/** The new number, large enough to read across, and the code that opens the customer's own page. */
export function IssuedTicket(props: {
	readonly hall: Hall;
	readonly issued: DoneAnswer;
	readonly desk: Desk;
	readonly may: May;
	readonly onAgain: () => void;
	readonly onClose: () => void;
}) {
	const { hall, issued } = props;
	const { t, name, locale } = useWords();
	const ticket = hall.tickets.get(issued.ticketId ?? "");
	const ahead = ticket ? aheadOf(hall, ticket) : null;
	const service = hall.services.get(ticket?.services[0] ?? "");
	return (
		<Sheet
			title={t("issuedTitle")}
			onClose={props.onClose}
			foot={
				<div className="pair tall">
					{ticket?.status === "waiting" && props.may("ticket.manage") && (
						<WithdrawButton ticket={ticket} desk={props.desk} onDone={props.onClose} />
					)}
					<ActionButton label={t("issuedAgain")} onPress={props.onAgain} />
					<ActionButton tone="primary" label={t("done")} onPress={props.onClose} />
				</div>
			}
		>
			<div className="stack center">
				<strong className="issued-number tabular">{issued.number}</strong>
				<span>{service ? name(service.name) : ""}</span>
				<DeskNoticeLine desk={props.desk} spots={[SPOT]} />
				{ahead !== null && <span className="large strong">{t("peopleAhead", { count: ahead })}</span>}
				{issued.quote !== undefined && <span>{t("issuedQuote", { wait: waitInWords(issued.quote, locale) })}</span>}
				{issued.link !== undefined && (
					<>
						<QrCode text={ticketPage(hall.branch.branchId, issued.link, ticket?.language)} label={t("issuedScan")} />
						<span className="soft">{t("issuedScan")}</span>
					</>
				)}
			</div>
		</Sheet>
	);
}

/** Asks once: a number given to the wrong service, or to nobody, goes before anybody is called by it. */
function WithdrawButton(props: { readonly ticket: HallTicket; readonly desk: Desk; readonly onDone: () => void }) {
	const { ticket, desk } = props;
	const { t } = useWords();
	const [isSure, setIsSure] = useState(false);
	const { number } = ticket;
	const withdraw = async () => {
		const intention = onTicket("cancel-ticket", ticket, t("withdrawReason"));
		const result = await desk.run(SPOT, t("withdraw"), intention, t("withdrawn", { number }));
		if (result?.status === "done") props.onDone();
	};
	return (
		<ActionButton
			tone="danger"
			className="wide"
			label={isSure ? t("withdrawSure", { number }) : t("withdraw")}
			waiting={desk.isWaiting(SPOT)}
			onPress={() => (isSure ? void withdraw() : setIsSure(true))}
		/>
	);
}

/** The secret stands in the fragment, which no server sees and no log keeps. */
function ticketPage(branchId: string, link: string, language: HallTicket["language"]): string {
	const query = new URLSearchParams({ branch: branchId, ...(language && { lang: language }) });
	return `${location.origin}/ticket/?${query}#${link}`;
}
