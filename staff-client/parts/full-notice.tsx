import type { ReactNode } from "react";
import { Icon, type IconName } from "../../react-kit/icon.tsx";
import { SettingsButtons } from "./settings-buttons.tsx";

/** A page with nothing to show but why, and what to do next. */
export function FullNotice(props: {
	readonly icon: IconName;
	readonly title: string;
	readonly text?: string | undefined;
	/** What is known besides, under the text. */
	readonly more?: ReactNode;
	readonly children?: ReactNode;
}) {
	return (
		<main className="full-notice stack center">
			<div className="full-notice-settings">
				<SettingsButtons />
			</div>
			<Icon name={props.icon} />
			<h1>{props.title}</h1>
			{props.text !== undefined && <p>{props.text}</p>}
			{props.more}
			{props.children !== undefined && <div className="line">{props.children}</div>}
		</main>
	);
}
