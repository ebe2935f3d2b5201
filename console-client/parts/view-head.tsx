import type { ReactNode } from "react";

/** The head of a view: its title, and as `children` the buttons that concern the whole view. */
export function ViewHead(props: {
	readonly title: string;
	readonly text?: string | undefined;
	readonly back?: ReactNode;
	readonly children?: ReactNode;
}) {
	return (
		<header className="view-head">
			<div>
				{props.back}
				<h1>{props.title}</h1>
				{props.text !== undefined && <p className="soft">{props.text}</p>}
			</div>
			<div className="view-acts">{props.children}</div>
		</header>
	);
}
