/**
 * Shows a dialog over the whole page. Everything else on it, also what opens later, is out of sight, reach and hearing
 * (the style sheet beside this file) but stays as it is. Answers with how to uncover the page again.
 */
export function coverPage(dialog: HTMLDialogElement): () => void {
	const over = new AbortController();
	const { signal } = over;
	const [left, top] = [scrollX, scrollY];
	const focused = document.activeElement;
	const show = () => {
		if (!dialog.hasAttribute("open")) dialog.showModal?.();
		// Where a dialog is an element like any other (iOS before 15.4) the style sheet does it all.
		dialog.setAttribute("open", "");
		// On what is typed into, else on the dialog itself, so that a stray Enter presses nothing.
		(dialog.querySelector("input") ?? dialog).focus();
	};
	// Escape would close what is open below, and a second one any dialog of the browser's own.
	const swallow = (event: KeyboardEvent) => {
		if (event.key !== "Escape") return;
		event.preventDefault();
		event.stopImmediatePropagation();
	};
	addEventListener("keydown", swallow, { signal, capture: true });
	dialog.addEventListener("cancel", (event) => event.preventDefault(), { signal });
	dialog.addEventListener("close", show, { signal });
	show();
	document.documentElement.dataset.covered = "";
	return () => {
		over.abort();
		delete document.documentElement.dataset.covered;
		dialog.close?.();
		dialog.removeAttribute("open");
		scrollTo(left, top);
		if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
	};
}
