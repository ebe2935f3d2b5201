import type { Desk } from "../../live/use-desk.ts";
import { ActionButton } from "../../parts/action-button.tsx";
import { DeskNoticeLine } from "../../parts/desk-notice.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { useWords } from "../../words/words.ts";
import { COUNTER_SPOT } from "../act/desk-spots.ts";

/** Asks once before something that ends a matter; Enter says yes, Escape says no. */
export function ConfirmDialog(props: {
	readonly title: string;
	readonly text: string;
	readonly confirm: string;
	readonly desk: Desk;
	readonly onConfirm: () => void;
	readonly onClose: () => void;
}) {
	const { t } = useWords();
	const waiting = props.desk.isWaiting(COUNTER_SPOT);
	return (
		<Dialog
			title={props.title}
			onClose={props.onClose}
			onKeyDown={(event) => {
				const isOnButton = event.target instanceof HTMLElement && event.target.matches("button");
				if (event.key === "Enter" && !event.repeat && !waiting && !isOnButton) props.onConfirm();
			}}
		>
			<p>{props.text}</p>
			<DeskNoticeLine desk={props.desk} spots={[COUNTER_SPOT]} />
			<footer className="pair">
				<ActionButton label={t("cancel")} keyCap="Esc" onPress={props.onClose} />
				<ActionButton label={props.confirm} keyCap="Enter" tone="danger" waiting={waiting} onPress={props.onConfirm} />
			</footer>
		</Dialog>
	);
}
