import { type ReactNode, useEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { holdFocus } from "../../client-kit/page/hold-focus.ts";
import { Icon } from "../../react-kit/icon.tsx";
import { useWords } from "../words/words.ts";

/** A bottom sheet of the phone page: title, a way out, and its content within thumb reach. */
export function Sheet(props: {
	readonly title: string;
	readonly onClose: () => void;
	readonly children: ReactNode;
	/** Stands still at the bottom while the content scrolls. */
	readonly foot?: ReactNode;
}) {
	const { t } = useWords();
	const ref = useRef<HTMLDivElement>(null);
	useEffect(() => {
		// What is typed first says so; everything else is read from the top.
		if (ref.current !== null) return holdFocus(ref.current, document.activeElement);
	}, []);
	return createPortal(
		<div className="sheet-over">
			<button type="button" className="sheet-mask" tabIndex={-1} aria-hidden="true" onClick={props.onClose} />
			<div
				ref={ref}
				role="dialog"
				aria-modal="true"
				aria-label={props.title}
				tabIndex={-1}
				className="sheet stack"
				onKeyDown={(event) => {
					if (event.key === "Escape") props.onClose();
				}}
			>
				<header className="line spread">
					<h2 className="large">{props.title}</h2>
					<button type="button" className="quiet" onClick={props.onClose} aria-label={t("close")}>
						<Icon name="close" />
					</button>
				</header>
				<div className="stack scroll">{props.children}</div>
				{props.foot && <footer className="stack">{props.foot}</footer>}
			</div>
		</div>,
		document.body,
	);
}
