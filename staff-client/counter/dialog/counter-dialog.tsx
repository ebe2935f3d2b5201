import { modesFor } from "../../hall/counter-roles.ts";
import type { Hall, HallTicket } from "../../hall/hall.ts";
import { onTicket } from "../../hall/intention.ts";
import type { Desk } from "../../live/use-desk.ts";
import { HELP_REASONS, HELP_WORD, PAUSE_REASONS, PAUSE_WORD } from "../../words/labels.ts";
import { useWords } from "../../words/words.ts";
import type { Workplace } from "../act/counter-actions.ts";
import { COUNTER_SPOT, HELP_SPOT } from "../act/desk-spots.ts";
import type { OpenDialog, Send } from "../act/open-dialog.ts";
import { ChoiceDialog } from "./choice-dialog.tsx";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { KeysDialog } from "./keys-dialog.tsx";
import { NamedCallDialog } from "./named-call-dialog.tsx";
import { TransferDialog } from "./transfer-dialog.tsx";

type DialogProps = {
	readonly dialog: OpenDialog;
	readonly hall: Hall;
	readonly workplace: Workplace;
	readonly desk: Desk;
	readonly onClose: () => void;
	/** The customer was transferred, which can be taken back. */
	readonly onTransferred: (ticket: HallTicket) => void;
};

/** The open question; it closes when the branch has done what was chosen, and stays with the sentence when refused. */
export function CounterDialog(props: DialogProps) {
	const { dialog, hall } = props;
	switch (dialog.kind) {
		case "pause":
			return <PauseDialog {...props} />;
		case "change-mode":
			return <ModeDialog {...props} />;
		case "help":
			return <HelpDialog {...props} />;
		case "close":
			return <CloseDialog {...props} />;
		case "keys":
			return <KeysDialog onClose={props.onClose} />;
		case "redirect":
			return <RedirectDialog {...props} ticketId={dialog.ticketId} />;
		case "named": {
			const ticket = hall.tickets.get(dialog.ticketId);
			return ticket ? <NamedCallDialog {...props} ticket={ticket} send={senderOf(props, COUNTER_SPOT)} /> : null;
		}
		case "transfer": {
			const ticket = hall.tickets.get(dialog.ticketId);
			if (!ticket) return null;
			const onClose = () => {
				props.onClose();
				props.onTransferred(ticket);
			};
			const send = senderOf({ ...props, onClose }, COUNTER_SPOT);
			return <TransferDialog {...props} ticket={ticket} send={send} />;
		}
		default:
			return dialog satisfies never;
	}
}

/** Sends, and closes the dialog when it was done. */
function senderOf({ desk, onClose }: DialogProps, spot: string): Send {
	return async (label, intention) => {
		const result = await desk.run(spot, label, intention);
		if (result?.status === "done") onClose();
	};
}

function PauseDialog(props: DialogProps) {
	const { t } = useWords();
	const send = senderOf(props, COUNTER_SPOT);
	const counterId = props.workplace.state.counter.id;
	return (
		<ChoiceDialog
			title={t("pauseTitle")}
			desk={props.desk}
			deskSpot={COUNTER_SPOT}
			onClose={props.onClose}
			choices={PAUSE_REASONS.map((reason) => ({ id: reason, label: t(PAUSE_WORD[reason]) }))}
			onChoose={(reason) => send(t("pause"), { command: { type: "pause-counter", counterId, reason } })}
		/>
	);
}

function ModeDialog(props: DialogProps) {
	const { t, name } = useWords();
	const { counter } = props.workplace.state;
	const send = senderOf(props, COUNTER_SPOT);
	const modes = modesFor(props.hall, counter.id, counter.staffId ?? "");
	return (
		<ChoiceDialog
			title={t("modeTitle")}
			desk={props.desk}
			deskSpot={COUNTER_SPOT}
			onClose={props.onClose}
			choices={modes.map((mode) => ({
				id: mode.modeId,
				label: name(mode.name),
				...(mode.modeId === counter.modeId ? { note: t("modeNow") } : {}),
			}))}
			onChoose={(modeId) =>
				send(t("changeMode"), { command: { type: "change-counter-mode", counterId: counter.id, modeId } })
			}
		/>
	);
}

function HelpDialog(props: DialogProps) {
	const { t } = useWords();
	const send = senderOf(props, HELP_SPOT);
	const counterId = props.workplace.state.counter.id;
	return (
		<ChoiceDialog
			title={t("helpTitle")}
			text={t("helpText")}
			desk={props.desk}
			deskSpot={HELP_SPOT}
			onClose={props.onClose}
			choices={HELP_REASONS.map((reason) => ({
				id: reason,
				label: t(HELP_WORD[reason]),
				isLoud: reason === "emergency",
			}))}
			onChoose={(reason) => send(t("help"), { command: { type: "ask-for-help", reason, counterId } })}
		/>
	);
}

function CloseDialog(props: DialogProps) {
	const { t } = useWords();
	const send = senderOf(props, COUNTER_SPOT);
	const counterId = props.workplace.state.counter.id;
	return (
		<ConfirmDialog
			title={t("closeTitle")}
			text={t("closeText")}
			confirm={t("closeCounter")}
			desk={props.desk}
			onClose={props.onClose}
			onConfirm={() => send(t("closeCounter"), { command: { type: "close-counter", counterId } })}
		/>
	);
}

function RedirectDialog(props: DialogProps & { readonly ticketId: string }) {
	const { t } = useWords();
	const send = senderOf(props, COUNTER_SPOT);
	const ticket = props.hall.tickets.get(props.ticketId);
	if (!ticket) return null;
	return (
		<ConfirmDialog
			title={t("redirectTitle", { number: ticket.number })}
			text={t("redirectText")}
			confirm={t("redirect")}
			desk={props.desk}
			onClose={props.onClose}
			onConfirm={() => send(t("redirect"), onTicket("redirect-ticket", ticket))}
		/>
	);
}
