import { bareNumber, idNumber, phoneNumber, phoneParts } from "../../schema/text/written-number.ts";
import { textOf } from "./envelope.ts";
import type { Vault } from "./vault.ts";

/** What can be looked for. Names cannot: there are so few of them that an index would give them away. */
export type IndexedKind = "account" | "id-number" | "information-number" | "phone";

/** The keyed hash under which a number is found again; the same number of another kind has another. */
export function blindIndex(vault: Vault, kind: IndexedKind, value: string): Promise<string> {
	return keyedHash(vault, `index:${kind}`, normalised(kind, value));
}

/** Every hash under which this number may have been stored: the present one, and those of earlier spellings. */
export async function blindIndexes(vault: Vault, kind: IndexedKind, value: string): Promise<string[]> {
	const texts = new Set([normalised(kind, value), formerly(kind, value)]);
	for (const spelling of formerSpellings(kind, value)) texts.add(formerly(kind, spelling));
	return Promise.all([...texts].map((text) => keyedHash(vault, `index:${kind}`, text)));
}

/** A keyed hash for a purpose of its own: two purposes never give the same one. */
export async function keyedHash({ index }: Vault, purpose: string, text: string): Promise<string> {
	const bytes = new TextEncoder().encode(JSON.stringify([purpose, text]));
	return textOf(new Uint8Array(await crypto.subtle.sign("HMAC", index, bytes)));
}

function normalised(kind: IndexedKind, value: string): string {
	// Of a number without a single letter or digit the text itself is hashed, for two such are not one person.
	return plain(kind, value) || value;
}

/** One text for one number, however somebody wrote it. */
function plain(kind: IndexedKind, value: string): string {
	switch (kind) {
		case "phone":
			return phoneNumber(value);
		case "id-number":
			return idNumber(value);
		case "account":
		case "information-number":
			return bareNumber(value);
		default:
			return kind satisfies never;
	}
}

/** The text that was hashed before spellings were understood; indexes made of it stay until their record changes. */
function formerly(kind: IndexedKind, value: string): string {
	const text = value
		.normalize("NFKC")
		.replace(/[\s\-‐-―.()]/g, "")
		.toUpperCase();
	return kind === "phone" ? text.replace(/^(\+86|0086)(?=1\d{10}$)/, "") : text;
}

const PREFIXES = ["", "0", "86", "+86", "0086", "860", "+860", "00860", "TEL:", "TEL:+86"];
const EXTENSION_MARKS = ["", "X", "#", "转", "EXT"];
/** What stood between the groups 3-4-4 and was not understood as a gap, seen and unseen. */
const GAPS = ["·", "_", "/", ",", "~", "−", "\u200b", "\u00ad"];
const X_MARKS = ["Х", "Χ", "×"];

/** How people are likely to have written the number when its spelling still made a difference. */
function formerSpellings(kind: IndexedKind, value: string): string[] {
	switch (kind) {
		case "phone": {
			const { main, extension } = phoneParts(value);
			const number = main.replace(/^\+?0*/, "");
			const groups = /^(\d{3})(\d{4})(\d{4})$/.exec(main)?.slice(1) ?? [];
			const grouped = groups.length === 0 ? [] : GAPS.map((gap) => groups.join(gap));
			const mains = [...PREFIXES.map((prefix) => `${prefix}${number}`), ...grouped, `\u202d${number}\u202c`];
			if (extension === "") return mains;
			return mains.flatMap((each) => EXTENSION_MARKS.map((mark) => `${each}${mark}${extension}`));
		}
		case "id-number": {
			const number = idNumber(value);
			const short = /^\d{6}19\d{9}[\dX]$/.test(number) ? [number.slice(0, 6) + number.slice(8, -1)] : [];
			return number.endsWith("X") ? [...short, ...X_MARKS.map((mark) => number.slice(0, -1) + mark)] : short;
		}
		case "account":
		case "information-number":
			return [];
		default:
			return kind satisfies never;
	}
}
