import type { ServiceAccount } from "../../schema/people/service-account.ts";
import type { Tone } from "../parts/tone.ts";
import type { PlainWord } from "../words/words.ts";

/** So long before its end an account asks to be renewed. */
const SOON_MS = 14 * 86_400_000;

/** How an account stands at the time `now`. */
export function serviceState(
	{ revokedAt, expiresAt }: ServiceAccount,
	now: number,
): { readonly word: PlainWord; readonly tone: Tone } {
	if (revokedAt !== null) return { word: "deviceRevoked", tone: "plain" };
	if (expiresAt <= now) return { word: "serviceOver", tone: "over" };
	return expiresAt - now < SOON_MS ? { word: "serviceSoonOver", tone: "near" } : { word: "deviceActive", tone: "good" };
}
