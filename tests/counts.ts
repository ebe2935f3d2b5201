import { inject } from "vitest";

declare module "vitest" {
	interface ProvidedContext {
		soak: boolean;
	}
}

/**
 * How many repetitions a random or racing test makes: `tenth` in the everyday suite, `whole` under `npm run soak`.
 * It goes through vitest's `provide`, because a test inside workerd does not see the environment of the shell.
 */
export function count(tenth: number, whole: number): number {
	return inject("soak") ? whole : tenth;
}
