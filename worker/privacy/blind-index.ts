import { bareNumber, idNumber, phoneNumber, phoneParts } from "../../schema/text/written-number.ts";
import { textOf } from "./envelope.ts";
import type { Vault } from "./vault.ts";

/** The kinds of number by which somebody can be found. Names are not among them: there are so few that their hashes could be guessed. */
export type IndexedKind = "account" | "id-number" | "information-number" | "phone";

/** The keyed hash by which a number is found again; it differs by kind, also for the same digits. */
export function blindIndex(vault: Vault, kind: IndexedKind, value: string): Promise<string> {
	return keyedHash(vault, `index:${kind}`, normalised(kind, value));
}

/** Every hash under which this number may be stored: the present one, and those that earlier versions made of different spellings. */
export async function blindIndexes(vault: Vault, kind: IndexedKind, value: string): Promise<string[]> {
	const texts = new Set([normalised(kind, value), formerly(kind, value)]);
	for (const spelling of formerSpellings(kind, value)) texts.add(formerly(kind, spelling));
	return Promise.all([...texts].map((text) => keyedHash(vault, `index:${kind}`, text)));
}

/** A keyed hash of a text for one purpose: another purpose gives another hash of the same text. */
export async function keyedHash({ index }: Vault, purpose: string, text: string): Promise<string> {
	const bytes = new TextEncoder().encode(JSON.stringify([purpose, text]));
	return textOf(new Uint8Array(await crypto.subtle.sign("HMAC", index, bytes)));
}

function normalised(kind: IndexedKind, value: string): string {
	// Without any letter or digit the normal form is empty: then the text itself is hashed, so that two such people stay apart.
	return plain(kind, value) || value;
}

/** The normal form of a number, the same however somebody wrote it. */
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

/** The text that earlier versions hashed, in which spellings still made a difference. Their hashes stay until the record changes. */
function formerly(kind: IndexedKind, value: string): string {
	const text = value
		.normalize("NFKC")
		.replace(/[\s\-‐-―.()]/g, "")
		.toUpperCase();
	return kind === "phone" ? text.replace(/^(\+86|0086)(?=1\d{10}$)/, "") : text;
}

const PREFIXES = ["", "0", "86", "+86", "0086", "860", "+860", "00860", "TEL:", "TEL:+86"];
const EXTENSION_MARKS = ["", "X", "#", "转", "EXT"];
/** Characters between the groups 3-4-4, visible or not, that earlier versions did not take for a gap. */
const GAPS = ["·", "_", "/", ",", "~", "−", "\u200b", "\u00ad"];
const X_MARKS = ["Х", "Χ", "×"];

/** How people are likely to have written the number, for `formerly`. */
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
