import { useState } from "react";
import { stepWords } from "../../../client-kit/words/case/kind-words.ts";
import type { HallTicket } from "../../hall/hall.ts";
import { isInCharge } from "../../hall/in-charge.ts";
import { type Intention, onTicket } from "../../hall/intention.ts";
import { type TicketAction, ticketActions } from "../../hall/ticket-actions.ts";
import { ActionButton } from "../../parts/action-button.tsx";
import { DeskNoticeLine } from "../../parts/desk-notice.tsx";
import { Sheet } from "../../parts/sheet.tsx";
import { TransferForm } from "../../parts/transfer-form.tsx";
import { ConfirmSheet } from "../../sheet/confirm-sheet.tsx";
import { usePhone } from "../../sheet/phone-context.ts";
import { ACTION_WORD } from "../../words/labels.ts";
import { useWords } from "../../words/words.ts";
import { TicketFacts } from "./ticket-facts.tsx";

const VERB = {
	hold: "hold-ticket",
	resume: "resume-ticket",
	return: "return-ticket",
	redirect: "redirect-ticket",
	cancel: "cancel-ticket",
} as const satisfies Record<Exclude<TicketAction, "transfer">, string>;

/** One ticket: its facts, and buttons for what may be done with it. */
export function TicketSheet(props: { readonly ticketId: string }) {
	const { hall, live, onClose } = usePhone();
	const { t } = useWords();
	const [asking, setAsking] = useState<"transfer" | "redirect" | "cancel" | null>(null);
	const ticket = hall.tickets.get(props.ticketId);
	if (!ticket || ticket.status === "ended") {
		return (
			<Sheet title={ticket?.number ?? props.ticketId.slice(9)} onClose={onClose}>
				<p>{t("statusEnded")}</p>
			</Sheet>
		);
	}
	if (asking !== null) return <Asking ticket={ticket} asking={asking} />;
	return (
		<Sheet title={ticket.number} onClose={onClose} foot={<Actions ticket={ticket} onAsk={setAsking} />}>
			<TicketFacts hall={hall} ticket={ticket} now={live.now} />
		</Sheet>
	);
}

/** Sends a command about the ticket, and closes the sheet once it is done. */
function useSend(ticket: HallTicket) {
	const { desk, onClose } = usePhone();
	const spot = `ticket:${ticket.id}`;
	const send = async (label: string, intention: Intention) => {
		const result = await desk.run(spot, `${label} ${ticket.number}`, intention);
		if (result?.status === "done") onClose();
	};
	return { spot, send };
}

function Actions(props: {
	readonly ticket: HallTicket;
	readonly onAsk: (action: "transfer" | "redirect" | "cancel") => void;
}) {
	const { hall, desk, may, staffId, onOpen } = usePhone();
	const { ticket } = props;
	const { t, name } = useWords();
	const { spot, send } = useSend(ticket);
	const refer = () => onOpen({ kind: "refer", ticketId: ticket.id });
	const actions = isInCharge(hall, ticket, staffId, may) ? ticketActions(ticket) : [];
	return (
		<>
			<DeskNoticeLine desk={desk} spots={[spot]} />
			<div className="pair tall">
				{actions.map((action) => (
					<ActionButton
						key={action}
						tone={action === "cancel" ? "danger" : "plain"}
						label={t(ACTION_WORD[action])}
						waiting={desk.isWaiting(spot)}
						onPress={() => {
							if (action === "transfer" || action === "redirect" || action === "cancel") props.onAsk(action);
							else void send(t(ACTION_WORD[action]), onTicket(VERB[action], ticket));
						}}
					/>
				))}
				{may("referral.create") && <ActionButton label={name(stepWords("referral", "open").act)} onPress={refer} />}
			</div>
		</>
	);
}

function Asking(props: { readonly ticket: HallTicket; readonly asking: "transfer" | "redirect" | "cancel" }) {
	const { hall, desk, onClose } = usePhone();
	const { ticket, asking } = props;
	const { t } = useWords();
	const { spot, send } = useSend(ticket);
	if (asking === "transfer") {
		return (
			<Sheet title={t("transferTitle", { number: ticket.number })} onClose={onClose}>
				<TransferForm
					hall={hall}
					ticket={ticket}
					waiting={desk.isWaiting(spot)}
					onTransfer={(intention) => void send(t("transfer"), intention)}
				/>
				<DeskNoticeLine desk={desk} spots={[spot]} />
			</Sheet>
		);
	}
	const isCancel = asking === "cancel";
	return (
		<ConfirmSheet
			title={t(isCancel ? "cancelTitle" : "redirectTitle", { number: ticket.number })}
			text={t(isCancel ? "cancelText" : "redirectText")}
			confirm={t(ACTION_WORD[asking])}
			desk={desk}
			deskSpot={spot}
			onClose={onClose}
			onConfirm={() => void send(t(ACTION_WORD[asking]), onTicket(VERB[asking], ticket))}
		/>
	);
}
