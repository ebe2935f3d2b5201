import type { Hall, HallTicket } from "../../hall/hall.ts";
import type { Desk } from "../../live/use-desk.ts";
import { DeskNoticeLine } from "../../parts/desk-notice.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { TransferForm } from "../../parts/transfer-form.tsx";
import { useWords } from "../../words/words.ts";
import { COUNTER_SPOT } from "../act/desk-spots.ts";
import type { Send } from "../act/open-dialog.ts";

/** Where this customer goes instead; the whole choice is in sight at once. */
export function TransferDialog(props: {
	readonly hall: Hall;
	readonly ticket: HallTicket;
	readonly desk: Desk;
	readonly send: Send;
	readonly onClose: () => void;
}) {
	const { t } = useWords();
	return (
		<Dialog title={t("transferTitle", { number: props.ticket.number })} onClose={props.onClose} wide>
			<TransferForm
				hall={props.hall}
				ticket={props.ticket}
				waiting={props.desk.isWaiting(COUNTER_SPOT)}
				onTransfer={(intention) => props.send(t("transfer"), intention)}
			/>
			<DeskNoticeLine desk={props.desk} spots={[COUNTER_SPOT]} />
		</Dialog>
	);
}
