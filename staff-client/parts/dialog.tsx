import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { holdFocus } from "../../client-kit/page/hold-focus.ts";
import { Icon } from "../../react-kit/icon.tsx";
import { useWords } from "../words/words.ts";

/** A modal of the counter page; the browser's own dialog keeps the focus inside and closes on Escape. */
export function Dialog(props: {
	readonly title: string;
	readonly onClose: () => void;
	readonly children: ReactNode;
	readonly wide?: boolean;
	readonly onKeyDown?: (event: KeyboardEvent<HTMLDialogElement>) => void;
}) {
	const { t } = useWords();
	const ref = useRef<HTMLDialogElement>(null);
	useEffect(() => {
		const dialog = ref.current;
		if (dialog === null) return;
		const opener = document.activeElement;
		dialog.showModal();
		// On the dialog itself, so that a stray Enter chooses nothing; what has a better first place says so.
		const letGo = holdFocus(dialog, opener);
		return () => {
			dialog.close();
			letGo();
		};
	}, []);
	return (
		<dialog
			ref={ref}
			tabIndex={-1}
			className={`dialog card ${props.wide ? "dialog-wide" : ""}`}
			aria-labelledby="dialog-title"
			onCancel={(event) => {
				event.preventDefault();
				props.onClose();
			}}
			onKeyDown={props.onKeyDown}
		>
			<header className="line spread">
				<h2 className="large" id="dialog-title">
					{props.title}
				</h2>
				<button type="button" className="quiet" onClick={props.onClose} aria-label={t("close")}>
					<Icon name="close" />
				</button>
			</header>
			<div className="stack">{props.children}</div>
		</dialog>
	);
}
