/** A labelled text of some lines; nothing in it is remembered by the browser. */
export function TextArea(props: {
	readonly label: string;
	readonly hint?: string | undefined;
	readonly value: string;
	readonly maxLength: number;
	readonly onChange: (value: string) => void;
	/** Takes the focus when its sheet opens. */
	readonly isFirst?: boolean;
}) {
	return (
		<label className="field">
			<span>{props.label}</span>
			<textarea
				autoComplete="off"
				rows={3}
				maxLength={props.maxLength}
				placeholder={props.hint}
				data-first={props.isFirst ? "" : undefined}
				value={props.value}
				onChange={(event) => props.onChange(event.target.value)}
			/>
		</label>
	);
}
