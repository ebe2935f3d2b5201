import type { Desk } from "../live/use-desk.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { DeskNoticeLine } from "../parts/desk-notice.tsx";
import { Sheet } from "../parts/sheet.tsx";
import { useWords } from "../words/words.ts";

/** Asks once before something that ends a matter. */
export function ConfirmSheet(props: {
	readonly title: string;
	readonly text: string;
	readonly confirm: string;
	readonly desk: Desk;
	readonly deskSpot: string;
	readonly onConfirm: () => void;
	readonly onClose: () => void;
}) {
	const { t } = useWords();
	return (
		<Sheet
			title={props.title}
			onClose={props.onClose}
			foot={
				<div className="pair tall">
					<ActionButton label={t("cancel")} onPress={props.onClose} />
					<ActionButton
						tone="danger"
						label={props.confirm}
						waiting={props.desk.isWaiting(props.deskSpot)}
						onPress={props.onConfirm}
					/>
				</div>
			}
		>
			<p>{props.text}</p>
			<DeskNoticeLine desk={props.desk} spots={[props.deskSpot]} />
		</Sheet>
	);
}
