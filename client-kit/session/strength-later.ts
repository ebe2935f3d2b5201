import type { Strength } from "./password-strength.ts";

export type Estimate = (password: string, ownWords: readonly string[]) => Strength;

/** The estimate with its words, which weigh more than a page: only for somebody who chooses a password. Null: not within reach. */
export function loadEstimate(): Promise<Estimate | null> {
	return import("./password-strength.ts").then(
		({ strengthOf }) => strengthOf,
		() => null,
	);
}
