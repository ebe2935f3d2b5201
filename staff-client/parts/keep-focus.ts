import type { MouseEvent } from "react";

/** A click must not leave the focus on a button: the next Space is meant for the page, not for that button again. */
export function keepFocus(event: MouseEvent): void {
	event.preventDefault();
}
