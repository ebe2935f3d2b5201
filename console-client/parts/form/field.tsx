import { type ReactNode, useId } from "react";

/** A label above a control. `children` must give its id to the control, so that the label belongs to it. */
export function Field(props: { readonly label: string; readonly children: (id: string) => ReactNode }) {
	const id = useId();
	return (
		<div className="field">
			<label htmlFor={id}>{props.label}</label>
			{props.children(id)}
		</div>
	);
}
