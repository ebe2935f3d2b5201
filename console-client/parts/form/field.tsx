import { type ReactNode, useId } from "react";

/** A label above its control, which takes the id that it is given. */
export function Field(props: { readonly label: string; readonly children: (id: string) => ReactNode }) {
	const id = useId();
	return (
		<div className="field">
			<label htmlFor={id}>{props.label}</label>
			{props.children(id)}
		</div>
	);
}
