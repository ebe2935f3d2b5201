import type { ReactNode } from "react";

/** One of several, as a row that can be pressed anywhere. */
export function RadioChoice(props: {
	/** The group it belongs to. */
	readonly group: string;
	readonly checked: boolean;
	readonly onChoose: () => void;
	readonly label: string;
	readonly note?: ReactNode;
	/** Takes the focus when its dialog opens. */
	readonly isFirst?: boolean;
}) {
	return (
		<label className={props.checked ? "choice choice-chosen" : "choice"}>
			<input
				type="radio"
				name={props.group}
				checked={props.checked}
				onChange={props.onChoose}
				data-first={props.isFirst ? "" : undefined}
			/>
			<span className="grow">{props.label}</span>
			{props.note}
		</label>
	);
}
