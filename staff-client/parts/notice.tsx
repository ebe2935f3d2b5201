import type { ReactNode } from "react";
import { Icon, type IconName } from "../../react-kit/icon.tsx";

const ICON = { within: "check", near: "clock", over: "alert" } as const satisfies Record<string, IconName>;

/** One line that says what happened or still waits; `over` is read out at once. What can be done about it stands behind. */
export function Notice(props: {
	readonly level: keyof typeof ICON;
	readonly icon?: IconName;
	readonly text: ReactNode;
	readonly children?: ReactNode;
}) {
	const { level, icon = ICON[level], text, children } = props;
	return (
		<div className={`notice ${level}`} role={level === "over" ? "alert" : "status"}>
			<Icon name={icon} />
			<span className="grow">{text}</span>
			{children}
		</div>
	);
}

/** What can be done about a notice. */
export function NoticeButton({ label, onPress }: { readonly label: string; readonly onPress: () => void }) {
	return (
		<button type="button" className="action" onClick={onPress}>
			{label}
		</button>
	);
}
