import type { ReactNode } from "react";
import type { Tone } from "./tone.ts";

/** A state in a word on a ground of its tone; the word says it, the colour only helps to find it. */
export function Sign({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
	return <span className={`sign sign-${tone}`}>{children}</span>;
}
