import type { KeyboardEvent } from "react";

/** Puts the focus on the first button of a list. */
export function focusList(list: HTMLElement | null): void {
	list?.querySelector<HTMLElement>("button:not(:disabled)")?.focus();
}

/** Up and down move between the buttons of a list, Escape gives the keyboard back to the page. */
export function moveInList(event: KeyboardEvent<HTMLElement>): void {
	if (event.code === "Escape") {
		if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
		return;
	}
	const step = event.code === "ArrowDown" ? 1 : event.code === "ArrowUp" ? -1 : 0;
	if (step === 0) return;
	event.preventDefault();
	const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>("button:not(:disabled)")];
	const at = document.activeElement instanceof HTMLElement ? buttons.indexOf(document.activeElement) : -1;
	buttons[(at + step + buttons.length) % buttons.length]?.focus();
}
