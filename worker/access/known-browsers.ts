import * as z from "zod";
import { NO_TRIES, type Tries } from "../domain/session/sign-in-tries.ts";

/** Browsers of one person that are known again; beyond it the longest unused is a stranger's once more. */
const KNOWN_BROWSERS_MAX = 10;
/** A browser not used for so long is a stranger's once more. */
export const KNOWN_BROWSER_KEEP_MS = 7_776_000_000;

export const KeptTries = z.object({ failures: z.number().int(), retryAt: z.number() });

export const KnownBrowser = z.object({
	secretHash: z.string(),
	/** When this person last signed in there. */
	usedAt: z.number(),
	/** Wrong passwords from there. */
	tries: KeptTries,
});
export type KnownBrowser = z.infer<typeof KnownBrowser>;

export function knownBrowser(
	browsers: readonly KnownBrowser[],
	secretHash: string | null,
	now: number,
): KnownBrowser | undefined {
	return browsers.find((each) => each.secretHash === secretHash && now - each.usedAt < KNOWN_BROWSER_KEEP_MS);
}

/** After this person has signed in there. */
export function withBrowser(browsers: readonly KnownBrowser[], secretHash: string, now: number): KnownBrowser[] {
	const others = browsers.filter((each) => each.secretHash !== secretHash);
	const all = [...others, { secretHash, usedAt: now, tries: NO_TRIES }].sort((a, b) => b.usedAt - a.usedAt);
	return all.slice(0, KNOWN_BROWSERS_MAX);
}

export function withTries(browsers: readonly KnownBrowser[], secretHash: string, tries: Tries): KnownBrowser[] {
	return browsers.map((each) => (each.secretHash === secretHash ? { ...each, tries } : each));
}
