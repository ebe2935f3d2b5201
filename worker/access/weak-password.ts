import { PASSWORD_MIN_CHARS } from "../../rules/secret.ts";
import type { IsCommon } from "./common-words.ts";
import { guessBits } from "./guess-bits.ts";

/** A password of fewer different characters is a pattern. */
const DIFFERENT_CHARS_MIN = 5;
/** Two common words and a year have fewer bits, three common words have more. */
const GUESS_MIN_BITS = 36;
/** Shorter names in Latin letters (`Li`, `An`) are not looked for: they stand in many words by chance. */
const OWN_LATIN_MIN_CHARS = 4;
const OWN_MIN_CHARS = 2;
/** From this length on a single word of a branch's Latin name is looked for: `Lujiazui`, not `West`. */
const OWN_WORD_MIN_CHARS = 6;
/** Words that stand in the name of every branch. */
const KIND_OF_PLACE = /(?:支行|网点|分行|营业部|营业厅|银行|\b(?:sub-)?branch\b|\boutlet\b)/giu;

/** What anybody who knows the owner of the password would try. */
export type OwnFacts = {
	readonly staffId: string;
	readonly names: readonly string[];
	readonly places: readonly string[];
};

/**
 * Whether a password is too easy to guess: short, containing its owner's number, name or branch, or made of so few common words,
 * names, years, rows and repeats that somebody who tries those soon finds it.
 */
export function weakPassword(password: string, own: OwnFacts, isCommon: IsCommon): boolean {
	const text = password.normalize("NFKC").toLowerCase();
	if ([...text].length < PASSWORD_MIN_CHARS || new Set(text).size < DIFFERENT_CHARS_MIN) return true;
	const bare = lettersOf(text);
	if (ownWords(own).some((word) => bare.includes(word) || text.includes(word))) return true;
	return isCommon(text) || guessBits(text, isCommon) < GUESS_MIN_BITS;
}

/**
 * Words that may not stand in the password: the number, the names in both orders, and the branches' names with and without words
 * that all branches have.
 */
function ownWords({ staffId, names, places }: OwnFacts): readonly string[] {
	const written = [
		...names,
		...names.map((name) =>
			name
				.split(/[\s,]+/)
				.reverse()
				.join(""),
		),
	];
	const called = places.flatMap((place) => [place, place.replaceAll(KIND_OF_PLACE, "")]);
	const single = called.flatMap((place) => place.match(/[a-z]+/gi) ?? []);
	const telling = single.filter((word) => word.length >= OWN_WORD_MIN_CHARS);
	const words = [...written, ...called, ...telling].map((word) => lettersOf(word.normalize("NFKC").toLowerCase()));
	const number = lettersOf(staffId.toLowerCase());
	return [...words.filter(isTelling), ...(number.length > 2 ? [number] : [])];
}

function isTelling(word: string): boolean {
	return word.length >= (/^[a-z\d]*$/.test(word) ? OWN_LATIN_MIN_CHARS : OWN_MIN_CHARS);
}

/** Without blanks, dots and dashes, which hide nothing. */
function lettersOf(text: string): string {
	return text.replaceAll(/[^\p{L}\p{N}]/gu, "");
}
