import type { InputHTMLAttributes, ReactNode } from "react";

/** A labelled line of text to fill in; nothing in it is remembered by the browser unless it says so. */
export function Field(props: {
	readonly label: ReactNode;
	readonly note?: string | undefined;
	readonly value: string;
	readonly onChange: (value: string) => void;
	readonly input?: InputHTMLAttributes<HTMLInputElement>;
	/** Takes the focus when its sheet or dialog opens. */
	readonly isFirst?: boolean;
}) {
	return (
		<label className="field">
			<span>{props.label}</span>
			<input
				autoComplete="off"
				{...props.input}
				data-first={props.isFirst ? "" : undefined}
				value={props.value}
				onChange={(event) => props.onChange(event.target.value)}
			/>
			{props.note !== undefined && <small className="soft">{props.note}</small>}
		</label>
	);
}
