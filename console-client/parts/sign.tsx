import type { ReactNode } from "react";
import type { Tone } from "./tone.ts";

/** A state as a word on a coloured ground. The word says it; the colour (`tone`) only helps to find it. */
export function Sign({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
	return <span className={`sign sign-${tone}`}>{children}</span>;
}
