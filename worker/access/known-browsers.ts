import * as z from "zod";
import { NO_TRIES, type Tries } from "../domain/session/sign-in-tries.ts";

/** How many browsers of one person are known again; with one more, the one unused for longest counts as a stranger's again. */
const KNOWN_BROWSERS_MAX = 10;
/** A browser that was not used for so long counts as a stranger's again. */
export const KNOWN_BROWSER_KEEP_MS = 7_776_000_000;

export const KeptTries = z.object({ failures: z.number().int(), retryAt: z.number() });

export const KnownBrowser = z.object({
	secretHash: z.string(),
	/** When this person last signed in there. */
	usedAt: z.number(),
	/** Wrong passwords from this browser. */
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

/** The known browsers after this person has signed in with this one. */
export function withBrowser(browsers: readonly KnownBrowser[], secretHash: string, now: number): KnownBrowser[] {
	const others = browsers.filter((each) => each.secretHash !== secretHash);
	const all = [...others, { secretHash, usedAt: now, tries: NO_TRIES }].sort((a, b) => b.usedAt - a.usedAt);
	return all.slice(0, KNOWN_BROWSERS_MAX);
}

export function withTries(browsers: readonly KnownBrowser[], secretHash: string, tries: Tries): KnownBrowser[] {
	return browsers.map((each) => (each.secretHash === secretHash ? { ...each, tries } : each));
}
