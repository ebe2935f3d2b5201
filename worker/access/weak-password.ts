import { PASSWORD_MIN_CHARS } from "../../rules/secret.ts";
import type { IsCommon } from "./common-words.ts";
import { guessBits } from "./guess-bits.ts";

/** A password of fewer different characters is a pattern. */
const DIFFERENT_CHARS_MIN = 5;
/** More than two common words and a year, less than three words that do not belong together. */
const GUESS_MIN_BITS = 36;
/** A shorter name of Latin letters, `Li` or `An`, stands in many words by chance. */
const OWN_LATIN_MIN_CHARS = 4;
const OWN_MIN_CHARS = 2;
/** A single word of a branch's Latin name is its own from here on: `Lujiazui`, not `West`. */
const OWN_WORD_MIN_CHARS = 6;
/** What every branch's name ends in. */
const KIND_OF_PLACE = /(?:支行|网点|分行|营业部|营业厅|银行|\b(?:sub-)?branch\b|\boutlet\b)/giu;

/** What anybody who knows the person would try. */
export type OwnFacts = {
	readonly staffId: string;
	readonly names: readonly string[];
	readonly places: readonly string[];
};

/**
 * Whether a password is too easily guessed: short, made of the own number, name or branch, or of so few common words,
 * names, years, rows and repeats that whoever tries those has it soon.
 */
export function weakPassword(password: string, own: OwnFacts, isCommon: IsCommon): boolean {
	const text = password.normalize("NFKC").toLowerCase();
	if ([...text].length < PASSWORD_MIN_CHARS || new Set(text).size < DIFFERENT_CHARS_MIN) return true;
	const bare = lettersOf(text);
	if (ownWords(own).some((word) => bare.includes(word) || text.includes(word))) return true;
	return isCommon(text) || guessBits(text, isCommon) < GUESS_MIN_BITS;
}

/** The own number, the names as they are written and the other way round, the branches without what all of them are called. */
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
