import { withoutGaps } from "../domain/mask.ts";
import { textOf } from "./envelope.ts";
import type { Vault } from "./vault.ts";

/** What can be looked for. Names cannot: there are so few of them that an index would give them away. */
export type IndexedKind = "account" | "id-number" | "information-number" | "phone";

/** The keyed hash under which a number is found again; the same number of another kind has another. */
export function blindIndex(vault: Vault, kind: IndexedKind, value: string): Promise<string> {
	return keyedHash(vault, `index:${kind}`, normalised(kind, value));
}

/** A keyed hash for a purpose of its own: two purposes never give the same one. */
export async function keyedHash({ index }: Vault, purpose: string, text: string): Promise<string> {
	const bytes = new TextEncoder().encode(JSON.stringify([purpose, text]));
	return textOf(new Uint8Array(await crypto.subtle.sign("HMAC", index, bytes)));
}

/** However somebody wrote it: without gaps, letters large, a Chinese mobile number without its country. */
export function normalised(kind: IndexedKind, value: string): string {
	const text = withoutGaps(value).toUpperCase();
	return kind === "phone" ? text.replace(/^(\+86|0086)(?=1\d{10}$)/, "") : text;
}
