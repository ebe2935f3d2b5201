import type { ReactNode } from "react";

/** What is known of one thing, name beside value; of a line without a value nothing stands. */
export function Facts(props: {
	readonly rows: readonly { readonly id?: string; readonly label: string; readonly value: ReactNode }[];
	/** They are seen in full for a while. */
	readonly isShown?: boolean;
}) {
	return (
		<dl className={props.isShown ? "facts rows card near tint" : "facts rows"}>
			{props.rows.map(({ id, label, value }) => (
				<div key={id ?? label}>
					<dt>{label}</dt>
					<dd className="tabular">{value}</dd>
				</div>
			))}
		</dl>
	);
}
