import type { Intention } from "../../hall/intention.ts";

/** Which question stands open on the counter page. */
export type OpenDialog =
	| { readonly kind: "pause" | "change-mode" | "close" | "help" | "keys" }
	| { readonly kind: "transfer" | "redirect" | "named"; readonly ticketId: string };

/** Sends what was chosen, and closes the question when it was done. */
export type Send = (label: string, intention: Intention) => void;
