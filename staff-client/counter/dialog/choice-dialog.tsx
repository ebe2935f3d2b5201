import type { Desk } from "../../live/use-desk.ts";
import { ActionButton } from "../../parts/action-button.tsx";
import { DeskNoticeLine } from "../../parts/desk-notice.tsx";
import { Dialog } from "../../parts/dialog.tsx";

/** A question with a few answers: a digit or a press chooses and sends at once. */
export function ChoiceDialog<Id extends string>(props: {
	readonly title: string;
	readonly text?: string;
	readonly choices: readonly {
		readonly id: Id;
		readonly label: string;
		readonly note?: string;
		readonly isLoud?: boolean;
	}[];
	readonly desk: Desk;
	/** Where the answer is waited for. */
	readonly deskSpot: string;
	readonly onChoose: (id: Id) => void;
	readonly onClose: () => void;
}) {
	const { choices, desk, deskSpot, onChoose } = props;
	const waiting = desk.isWaiting(deskSpot);
	return (
		<Dialog
			title={props.title}
			onClose={props.onClose}
			onKeyDown={(event) => {
				const choice = choices[digitOf(event.code) - 1];
				if (choice && !event.repeat && !waiting) onChoose(choice.id);
			}}
		>
			{props.text !== undefined && <p>{props.text}</p>}
			<div className="pair tall">
				{choices.map((choice, index) => (
					<ActionButton
						key={choice.id}
						tone={choice.isLoud ? "danger" : "plain"}
						keyCap={String(index + 1)}
						label={
							<>
								{choice.label}
								{choice.note !== undefined && <small>{choice.note}</small>}
							</>
						}
						disabled={waiting}
						onPress={() => onChoose(choice.id)}
					/>
				))}
			</div>
			<DeskNoticeLine desk={desk} spots={[deskSpot]} />
		</Dialog>
	);
}

/** 1 to 9 on the upper row or the number pad; 0 for any other key. */
export function digitOf(code: string): number {
	return Number(/^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1] ?? 0);
}
