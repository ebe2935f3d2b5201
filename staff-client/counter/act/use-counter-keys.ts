import { useEffect, useLayoutEffect, useRef } from "react";
import type { CounterAction } from "./counter-actions.ts";
import { actionOfKey, type KeyFocus } from "./counter-keys.ts";

/** Listens to the keyboard for the whole page; while a dialog is open the keys are the dialog's. */
export function useCounterKeys(possible: ReadonlySet<CounterAction>, act: (action: CounterAction) => void): void {
	const latest = useRef({ possible, act });
	// At once with what is drawn: a key pressed as soon as a button shows does what the button says.
	useLayoutEffect(() => {
		latest.current = { possible, act };
	});
	useEffect(() => {
		const onKeyDown = (event: KeyboardEvent) => {
			if (document.querySelector("dialog[open]") !== null) return;
			const action = actionOfKey(event, focusOf(document.activeElement), latest.current.possible);
			if (action === null) {
				// Space would scroll the page of somebody who reads with large type, just when they mean to call.
				if (event.code === "Space" && focusOf(document.activeElement) === "page") event.preventDefault();
				return;
			}
			event.preventDefault();
			latest.current.act(action);
		};
		addEventListener("keydown", onKeyDown);
		return () => removeEventListener("keydown", onKeyDown);
	}, []);
}

function focusOf(element: Element | null): KeyFocus {
	if (element === null || element === document.body) return "page";
	if (element.matches("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]")) return "text";
	if (element.matches("input[type=radio]:checked")) return "radio";
	return element.matches("button, a[href], input, [role=radio]") ? "control" : "page";
}
