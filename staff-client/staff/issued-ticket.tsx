import type { DoneAnswer } from "../../client-kit/live/command-outbox.ts";
import { aheadOf } from "../../rules/place-in-line.ts";
import type { Hall } from "../hall/hall.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { QrCode } from "../parts/qr-code.tsx";
import { Sheet } from "../parts/sheet.tsx";
import { useWords } from "../words/words.ts";

/** The new number, large enough to read across, and the code that opens the customer's own page. */
export function IssuedTicket(props: {
	readonly hall: Hall;
	readonly issued: DoneAnswer;
	readonly onAgain: () => void;
	readonly onClose: () => void;
}) {
	const { hall, issued } = props;
	const { t, name } = useWords();
	const ticket = hall.tickets.get(issued.ticketId ?? "");
	const ahead = ticket ? aheadOf(hall, ticket) : null;
	const service = hall.services.get(ticket?.services[0] ?? "");
	return (
		<Sheet
			title={t("issuedTitle")}
			onClose={props.onClose}
			foot={
				<div className="sheet-actions">
					<ActionButton label={t("issuedAgain")} onPress={props.onAgain} />
					<ActionButton tone="primary" label={t("done")} onPress={props.onClose} />
				</div>
			}
		>
			<div className="issued">
				<strong className="issued-number tabular">{issued.number}</strong>
				<span>{service ? name(service.name) : ""}</span>
				{ahead !== null && <span className="issued-ahead">{t("peopleAhead", { count: ahead })}</span>}
				{issued.link !== undefined && (
					<>
						<QrCode text={ticketPage(hall.branch.branchId, issued.link)} label={t("issuedScan")} />
						<span className="soft">{t("issuedScan")}</span>
					</>
				)}
			</div>
		</Sheet>
	);
}

/** The secret stands in the fragment, which no server sees and no log keeps. */
function ticketPage(branchId: string, link: string): string {
	return `${location.origin}/ticket/?branch=${encodeURIComponent(branchId)}#${link}`;
}
