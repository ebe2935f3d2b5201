import type { ReactNode } from "react";
import { keepFocus } from "./keep-focus.ts";

/** How a button stands out: the one thing to do now, something one may do, or something that ends a matter. */
export type Tone = "primary" | "plain" | "danger";

/** A button that waits for its answer: while it does, it shows so and takes no second press. */
export function ActionButton(props: {
	readonly label: ReactNode;
	/** The key cap shown beside the label. */
	readonly keyCap?: string | undefined;
	readonly tone?: Tone;
	readonly className?: string;
	readonly waiting?: boolean;
	readonly disabled?: boolean;
	/** Sends the form around it, also by the Enter key. */
	readonly isSubmit?: boolean;
	readonly onPress?: () => void;
}) {
	const { tone = "plain", className = "", waiting = false, disabled = false } = props;
	return (
		<button
			className={`action action-${tone} ${waiting ? "action-waiting" : ""} ${className}`}
			disabled={disabled}
			// Not disabled while it waits: the keyboard would lose its place.
			aria-disabled={disabled || waiting}
			type={props.isSubmit ? "submit" : "button"}
			onMouseDown={keepFocus}
			onClick={(event) => {
				if (waiting) event.preventDefault();
				else props.onPress?.();
			}}
		>
			<span className="lines center">{props.label}</span>
			{props.keyCap !== undefined && <kbd>{props.keyCap}</kbd>}
			{waiting && <span className="action-dots" aria-hidden="true" />}
		</button>
	);
}
